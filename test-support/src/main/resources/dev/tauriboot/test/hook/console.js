(() => {
  const tell = window.alert;
  let untold = [];
  // Before the frame is connected there is nobody to tell.
  const isConnected = () => !('__TAURI_ISOLATION__' in window);
  const flush = () => {
    const texts = untold;
    untold = [];
    texts.forEach((text) => tell(`\u0001console\u0001${text}`));
  };
  const print = (text) => {
    untold.push(text);
    if (isConnected()) { flush(); }
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
  const wait = () => {
    if (isConnected()) { flush(); } else { setTimeout(wait, 5); }
  };
  wait();
})();
