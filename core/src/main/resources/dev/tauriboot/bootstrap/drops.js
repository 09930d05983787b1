// Files that are dragged onto the page: the engine tells its listeners of the drag, but of no files. An input asks for
// those that were dropped, in the course of a key which the back end presses for it.
if (transport.drops) {
  const { drops } = transport;
  const { createElement } = Document.prototype;
  const { setAttribute } = Element.prototype;
  const { click } = HTMLElement.prototype;
  const focus = window.focus.bind(window);
  const Frame = HTMLIFrameElement;
  const filesOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'files').get;
  let asking;
  // Kept for all listeners of an event: what was added to its objects goes with them.
  let shown;

  window.addEventListener('keydown', (event) => {
    if (asking && event.isTrusted) {
      const input = asking;
      asking = undefined;
      event.preventDefault();
      event.stopImmediatePropagation();
      apply(click, input, []);
    }
  }, true);

  function take() {
    const input = apply(createElement, document, ['input']);
    apply(setAttribute, input, ['type', 'file']);
    apply(setAttribute, input, ['multiple', '']);
    // The key would go to the frame.
    if (document.activeElement instanceof Frame) {
      focus();
    }
    asking = input;
    try {
      drops.offer();
    } finally {
      asking = undefined;
    }
    return apply(filesOf, input, []);
  }

  const itemOf = (file) => freeze({
    kind: 'file',
    type: file ? file.type : '',
    getAsFile: () => file,
    getAsString: () => {},
  });

  function show(event) {
    const count = drops.count();
    const { dataTransfer } = event;
    if (!count || !event.isTrusted || !dataTransfer) {
      return;
    }
    const dropped = event.type === 'drop';
    const files = dropped ? take() : dataTransfer.files;
    const items = [];
    for (let i = 0; i < (dropped ? files.length : count); i++) {
      items[i] = itemOf(dropped ? files[i] : null);
    }
    const add = (name, value) => defineProperty(dataTransfer, name, { value, configurable: true, enumerable: true });
    add('files', files);
    add('items', freeze(items));
    add('types', freeze(['Files']));
    // Whatever text comes with files says where they are.
    add('getData', () => '');
    defineProperty(event, 'dataTransfer', { value: dataTransfer, configurable: true, enumerable: true });
    shown = event;
    if (dropped) {
      later(() => { shown = undefined; }, 0);
    }
  }

  for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
    window.addEventListener(type, show, true);
  }
}
