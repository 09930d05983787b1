// The asynchronous clipboard, which the engine lacks, and what pages put on it while something is copied, which the engine
// loses. Copying is asked of the engine, which does it only after a click or a key.
if (transport.clipboard) {
  const { clipboard } = transport;
  const { execCommand } = Document.prototype;
  const { getData } = DataTransfer.prototype;
  const dataOf = (event, type) => apply(getData, event.clipboardData, [type]);
  const refused = (text) => new DOMException(text, 'NotAllowedError');
  let wanted;
  let written = false;

  for (const type of ['copy', 'cut']) {
    window.addEventListener(type, (event) => {
      if (wanted !== undefined && event.isTrusted) {
        event.preventDefault();
        event.stopImmediatePropagation();
        clipboard.write(wanted, null, false);
        written = true;
      }
    }, true);
    window.addEventListener(type, (event) => {
      if (event.defaultPrevented && event.isTrusted && event.clipboardData) {
        const text = dataOf(event, 'text/plain');
        const html = dataOf(event, 'text/html');
        if (text || html) {
          clipboard.write(text, html || null, true);
        }
      }
    });
  }

  if (!navigator.clipboard) {
    const asynchronous = new EventTarget();
    const methods = {
      async writeText(text) {
        wanted = `${text}`;
        written = false;
        try {
          apply(execCommand, document, ['copy']);
        } finally {
          wanted = undefined;
        }
        if (!written) {
          throw refused('Text is copied after a click or a key only');
        }
      },
      async readText() {
        if (!clipboard.readable) {
          throw refused('Reading the clipboard is not allowed');
        }
        return clipboard.read();
      },
    };
    for (const name of ['writeText', 'readText']) {
      defineProperty(asynchronous, name, { value: methods[name], configurable: true, enumerable: true, writable: true });
    }
    defineProperty(navigator, 'clipboard', { value: asynchronous, configurable: true, enumerable: true });
  }
}
