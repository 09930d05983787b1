const busy = (millis) => {
  const end = performance.now() + millis;
  while (performance.now() < end);
};

// The rule of each test names what the hook does.
const rules = {
  loop: () => { while (true); },
  caught: (message) => {
    try {
      for (;;);
    } catch {
      return message;
    }
  },
  caughtWithin: () => { for (;;) { try { for (;;); } catch { /* goes on */ } finally { for (;;); } } },
  calls: () => {
    const fibonacci = (n) => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2));
    return fibonacci(90);
  },
  unwound: () => {
    const again = () => { try { again(); } finally { again(); } };
    again();
  },
  generator: () => [...(function* () { for (;;) yield 1; })()],
  microtasks: async () => { while (true) await null; },
  microtasksCaught: async (message) => {
    try {
      while (true) await null;
    } catch {
      return message;
    }
  },
  thenables: () => {
    const again = () => Promise.resolve().then(again);
    return again();
  },
  afterATimer: async () => {
    await new Promise((resolve) => { setTimeout(resolve, 10); });
    for (;;);
  },
  recursion: () => {
    const deeper = () => deeper() + 1;
    return deeper();
  },
  slow: (message) => { busy(250); return message; },
  dialog: (message) => {
    busy(250);
    const answer = confirm('Sure?');
    busy(250);
    return answer ? message : null;
  },
  // each turn shorter than the limit, all together longer
  turns: (message) => {
    let left = 10;
    const turn = () => {
      busy(250);
      if (--left > 0) {
        setTimeout(turn, 1);
      } else {
        alert('done');
      }
    };
    setTimeout(turn, 1);
    return message;
  },
  timer: (message) => { setTimeout(() => { for (;;); }, 10); return message; },
};

window.__TAURI_ISOLATION_HOOK__ = (message) => rules[message.payload?.rule]?.(message) ?? message;
