// Parts of a page by which its window is moved: elements that have the attribute themselves.
{
  const isRegion = (event) => event.button === 0 && event.target instanceof Element
    && event.target.hasAttribute('data-tauri-drag-region')
    && event.target.getAttribute('data-tauri-drag-region') !== 'false';
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
