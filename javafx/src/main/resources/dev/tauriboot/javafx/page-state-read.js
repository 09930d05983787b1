// Secrets and files are left out. A field is known by its id, or by its name and its place among those of that name.
(() => {
  const places = new Map();
  const fields = [];
  for (const field of document.querySelectorAll('input, textarea, select')) {
    const key = field.id ? `#${field.id}` : field.name || field.localName;
    const place = places.get(key) ?? 0;
    places.set(key, place + 1);
    if (!['password', 'file', 'hidden', 'button', 'submit', 'reset', 'image'].includes(field.type)) {
      fields.push([key, place, field.value, field.checked === true]);
    }
  }
  const parts = {
    session: () => Object.entries({ ...sessionStorage }),
    history: () => history.state,
    scroll: () => [scrollX, scrollY],
  };
  const state = { fields };
  for (const [name, read] of Object.entries(parts)) {
    try {
      state[name] = JSON.parse(JSON.stringify(read()));
    } catch {
      // It cannot be kept.
    }
  }
  return JSON.stringify(state);
})();
