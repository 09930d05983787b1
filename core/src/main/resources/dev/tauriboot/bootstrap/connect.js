// A tab shows a window of the application only if it was opened by a link of it; any other is left as it is.
const connected = (() => {
  const secret = window.sessionStorage.getItem('__TAURI_TAB__');
  if (!secret) {
    return undefined;
  }
  const request = new XMLHttpRequest();
  request.open('POST', `${window.location.origin}/__tauri__/connect`, false);
  request.setRequestHeader('Tauri-Tab', secret);
  request.send();
  return request.status === 200 ? JSON.parse(request.responseText) : undefined;
})();
if (!connected) {
  console.warn('This tab is not connected to the application. Open it by a new link of the application.');
  return;
}
