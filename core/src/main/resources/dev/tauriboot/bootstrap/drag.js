// Parts of a page by which its window is moved. The attribute is for an element itself; with the value "deep" it is for
// what the element contains, too, except for what takes clicks, and with "false" there is none, whatever is around it.
{
  const NAME = 'data-tauri-drag-region';
  const ROLES = ['button', 'link', 'menuitem', 'tab', 'checkbox', 'radio', 'switch', 'option'];
  const CLICKABLE = ['a', 'button', 'input', 'select', 'textarea', 'label', 'summary',
    '[tabindex]:not([tabindex="-1"])', '[contenteditable]:not([contenteditable="false"])',
    ...ROLES.map((role) => `[role="${role}"]`)].join();
  const isRegion = (event) => {
    if (event.button !== 0) {
      return false;
    }
    const path = event.composedPath();
    for (const element of path.filter((node) => node instanceof Element)) {
      const value = element.getAttribute(NAME);
      if (value === 'false' || (value === null && element.matches(CLICKABLE))) {
        return false;
      }
      if (value === 'deep' || (value !== null && element === path[0])) {
        return true;
      }
    }
    return false;
  };
  const ask = (command) => { invoke(`plugin:window|${command}`, {}); };
  const mac = navigator.platform.startsWith('Mac');
  let pressedX = 0;
  let pressedY = 0;
  document.addEventListener('mousedown', (event) => {
    if (!isRegion(event)) {
      return;
    }
    pressedX = event.clientX;
    pressedY = event.clientY;
    if (event.detail === 1 || (event.detail === 2 && !mac)) {
      // no text is selected, no focus moves
      event.preventDefault();
      event.stopImmediatePropagation();
      ask((event.detail === 1) ? 'start_dragging' : 'internal_toggle_maximize');
    }
  });
  // where a window follows the second press until it is released
  document.addEventListener('mouseup', (event) => {
    if (mac && event.detail === 2 && event.clientX === pressedX && event.clientY === pressedY && isRegion(event)) {
      ask('internal_toggle_maximize');
    }
  });
}
