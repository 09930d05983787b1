import { later } from '../later.js';

// import './not-there.js' in a comment is none
export const rules = {
  null: () => null,
  nothing: () => undefined,
  text: () => 'text',
  throw: () => { throw new Error('not today'); },
  reject: () => Promise.reject(new Error('not tomorrow')),
  change: (message) => ({ ...message, payload: { userName: 'Hook' } }),
  changeLater: async (message) => {
    await later(message.payload.millis ?? 20);
    return { ...message, payload: { ...message.payload, n: 41 } };
  },
  async: async (message) => message,
  command: (message) => ({ ...message, cmd: 'greet', payload: { userName: 'Renamed' } }),
  // one call of the engine's own, which no guard can end
  busy: (message) => { Array.from({ length: message.payload.size }, Math.random).sort(); return message; },
  endless: () => { for (;;); },
  never: () => new Promise(() => {}),
  confirm: (message) => (confirm(message.payload.question) ? message : null),
  alert: (message) => { alert('seen'); return message; },
  prompt: (message) => ({ ...message, payload: { answer: prompt('Who?') } }),
  leave: (message) => { top.location.href = message.payload.url; return message; },
  plugins: (message) => (
    { ...message, payload: { answer: confirm('Sure?'), os: '__TAURI_OS_PLUGIN_INTERNALS__' in window } }),
  console: (message) => { console.log('hook says hello'); return message; },
  inPlace: (message) => { message.payload.userName = 'InPlace'; return message; },
  map: (message) => ({ ...message, payload: new Map([['userName', 'Map']]) }),
  reach: (message) => {
    const tries = [() => parent.document.title, () => localStorage.length, () => top.location.href,
      () => document.cookie];
    const outcome = tries.map((attempt) => { try { return `reached ${attempt()}`; } catch (e) { return e.name; } });
    return { ...message, payload: { outcome, origin: self.origin, own: typeof window.__TAURI_ISOLATION__,
      internals: typeof window.__TAURI_INTERNALS__ } };
  },
};
