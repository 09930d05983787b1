// Forgets what the origin of the document has stored, apart from what a tab is known by.
function clearBrowsingData() {
  const tab = '__TAURI_TAB__';
  const attempt = (work) => {
    try {
      work();
    } catch {
      // A document without an origin of its own has no storage.
    }
  };
  attempt(() => window.localStorage.clear());
  attempt(() => {
    const secret = window.sessionStorage.getItem(tab);
    window.sessionStorage.clear();
    if (secret !== null) {
      window.sessionStorage.setItem(tab, secret);
    }
  });
  attempt(() => {
    for (const cookie of document.cookie.split(';')) {
      document.cookie = `${cookie.split('=')[0].trim()}=;path=/;max-age=0`;
    }
  });
  attempt(() => {
    window.indexedDB.databases().then((all) => all.forEach(({ name }) => window.indexedDB.deleteDatabase(name)), () => {});
  });
  attempt(() => {
    window.caches.keys().then((names) => names.forEach((name) => window.caches.delete(name)), () => {});
  });
}
