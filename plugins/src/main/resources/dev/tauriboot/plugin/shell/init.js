(() => {
  const schemes = ['http://', 'https://', 'mailto:', 'tel:'];
  const onClick = (event) => {
    const start = event.target instanceof Element ? event.target : event.target?.parentElement;
    const link = start?.closest('a');
    if (event.defaultPrevented || !link || link.target !== '_blank' || typeof link.href !== 'string') {
      return;
    }
    // Addresses of the application itself lead nowhere outside of it.
    if (schemes.some((scheme) => link.href.startsWith(scheme)) && link.origin !== location.origin) {
      event.preventDefault();
      window.__TAURI_INTERNALS__.invoke('plugin:shell|open', { path: link.href });
    }
  };
  const listen = () => document.body?.addEventListener('click', onClick);
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', listen, { once: true });
  } else {
    listen();
  }
})();
