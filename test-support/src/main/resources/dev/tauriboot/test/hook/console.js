(() => {
  const tell = window.alert;
  let early = [];
  const print = (text) => {
    if (early) { early.push(text); } else { tell(`\u0001console\u0001${text}`); }
  };
  for (const level of ['debug', 'info', 'log', 'warn', 'error']) {
    const original = console[level];
    console[level] = (...parts) => {
      print(`${level}: ${parts.map(String).join(' ')}`);
      Reflect.apply(original, console, parts);
    };
  }
  window.addEventListener('error', (event) => print(`error: ${event.message}`));
  window.addEventListener('unhandledrejection', (event) => print(`error: ${event.reason}`));
  // Before the frame is connected there is nobody to tell.
  const wait = () => {
    if ('__TAURI_ISOLATION__' in window) {
      setTimeout(wait, 5);
    } else {
      const texts = early;
      early = undefined;
      texts.forEach(print);
    }
  };
  wait();
})();
