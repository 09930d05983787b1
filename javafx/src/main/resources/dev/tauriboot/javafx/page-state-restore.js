// The storage of the session is there before the page's scripts. Fields and scrolling wait until the page has them, but
// not for long, and not once its user does something.
(function restore(text) {
  const PATIENCE = 5000;
  const state = JSON.parse(text);
  try {
    sessionStorage.clear();
    for (const [name, value] of state.session ?? []) {
      sessionStorage.setItem(name, value);
    }
    history.replaceState(state.history ?? null, '');
  } catch {
    // The page goes without.
  }
  const start = performance.now();
  let waiting = state.fields ?? [];
  let [x, y] = state.scroll ?? [0, 0];

  function find([key, place]) {
    if (key.startsWith('#')) {
      return document.getElementById(key.slice(1));
    }
    return [...document.querySelectorAll('input, textarea, select')]
      .filter((field) => !field.id && (field.name || field.localName) === key)[place];
  }

  function fill([, , value, checked], field) {
    const box = field.type === 'checkbox' || field.type === 'radio';
    if (box ? field.checked === checked : field.value === value) {
      return;
    }
    if (box) {
      field.checked = checked;
    } else {
      field.value = value;
    }
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function stop() {
    waiting = [];
    [x, y] = [0, 0];
  }

  function run() {
    waiting = waiting.filter((entry) => {
      const field = find(entry);
      if (field) {
        fill(entry, field);
      }
      return !field;
    });
    if (x || y) {
      scrollTo(x, y);
      if (scrollX === x && scrollY === y) {
        [x, y] = [0, 0];
      }
    }
    if ((waiting.length || x || y) && performance.now() - start < PATIENCE) {
      setTimeout(run, 50);
    }
  }

  ['pointerdown', 'keydown', 'wheel'].forEach((type) => addEventListener(type, stop, { once: true, capture: true }));
  addEventListener('DOMContentLoaded', () => setTimeout(run), { once: true });
})
