window.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.altKey) {
    return;
  }
  const link = event.composedPath().find((node) => node instanceof Node && node.nodeName.toUpperCase() === 'A'
    && typeof node.href === 'string' && node.href !== '');
  if (!link || !(link.target === '_blank' || event.ctrlKey || event.shiftKey)) {
    return;
  }
  const url = new URL(link.href);
  // Addresses of the application itself lead nowhere outside of it.
  if (['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) && url.origin !== location.origin) {
    event.preventDefault();
    window.__TAURI_INTERNALS__.invoke('plugin:opener|open_url', { url });
  }
});
