(() => {
  const before = { alert: window.alert, confirm: window.confirm };
  const show = (args) => window.__TAURI_INTERNALS__.invoke('plugin:dialog|message', args);
  // A page that may not show dialogs, or cannot, has what it had without the plugin.
  window.alert = (text = '') => {
    const message = String(text);
    show({ message }).catch(() => before.alert.call(window, message));
  };
  window.confirm = async (text = '') => {
    const message = String(text);
    try {
      return await show({ message, buttons: 'OkCancel' }) === 'Ok';
    } catch {
      return before.confirm.call(window, message);
    }
  };
})();
