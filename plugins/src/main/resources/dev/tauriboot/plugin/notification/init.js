(() => {
  const call = (command, args) => window.__TAURI_INTERNALS__.invoke(`plugin:notification|${command}`, args);
  const known = (answer) => (answer === 'granted' || answer === 'denied' ? answer : 'default');
  let permission = 'default';

  // Works with new and without. The options are the page's own: they are not to change.
  function Notification(title, options) {
    call('notify', { options: { ...options, title } });
  }

  Object.defineProperty(Notification, 'permission', {
    enumerable: true,
    get: () => permission,
    set() {
      throw new Error('Readonly property');
    },
  });
  Notification.requestPermission = async () => {
    const answer = await call('request_permission');
    permission = known(answer);
    return answer;
  };
  Object.defineProperty(window, 'Notification', { value: Notification, configurable: true, writable: true });

  call('is_permission_granted').then((granted) => {
    if (permission === 'default' && typeof granted === 'boolean') {
      permission = granted ? 'granted' : 'denied';
    }
  }, () => { /* a page that may not ask has to be told so when it does */ });
})();
