import { rules } from './rules/index.js';

const seen = [];

// The command of each test names what the hook does with it.
window.__TAURI_ISOLATION_HOOK__ = (message) => {
  const { cmd, payload } = message;
  if (cmd === 'test_report') {
    return message;
  }
  if (cmd === 'echo' && payload?.ask === 'seen') {
    return { ...message, payload: seen.splice(0) };
  }
  seen.push({ keys: Object.keys(message), cmd, callback: typeof message.callback, error: typeof message.error,
    payload: payload instanceof Uint8Array ? `bytes ${payload.length}` : payload, options: message.options });
  const rule = rules[payload?.rule];
  return rule ? rule(message) : message;
};
