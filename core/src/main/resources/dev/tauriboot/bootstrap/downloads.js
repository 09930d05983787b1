// Links that are to be saved, not followed. The engine does not know their attribute: the back end is told of one before
// a click does its work, and saves it when the engine asks whether to go there. It cannot read what has a blob URL: the
// bytes are handed over.
if (transport.downloads) {
  const { downloads } = transport;
  const CHUNK = 1024 * 1024;
  const NativeBlob = Blob;
  const NativeEvent = Event;
  const links = [HTMLAnchorElement, HTMLAreaElement];
  const { slice, arrayBuffer } = NativeBlob.prototype;
  const { createObjectURL, revokeObjectURL } = URL;
  const { composedPath } = NativeEvent.prototype;
  const { dispatchEvent } = EventTarget.prototype;
  const { click } = HTMLElement.prototype;
  const blobs = new NativeMap();
  let current;

  URL.createObjectURL = { createObjectURL(...args) {
    const url = apply(createObjectURL, URL, args);
    if (args[0] instanceof NativeBlob) {
      blobs.set(url, args[0]);
    }
    return url;
  } }.createObjectURL;
  URL.revokeObjectURL = { revokeObjectURL(...args) {
    blobs.delete(`${args[0]}`);
    return apply(revokeObjectURL, URL, args);
  } }.revokeObjectURL;

  const isLink = (target) => links.some((type) => target instanceof type) && target.hasAttribute('download')
    && target.hasAttribute('href');

  async function handOver(id, blob) {
    try {
      for (let at = 0; at < blob.size; at += CHUNK) {
        const piece = apply(slice, blob, [at, at + CHUNK]);
        if (!downloads.data(id, new NativeUint8Array(await apply(arrayBuffer, piece, [])))) {
          return;
        }
      }
      downloads.end(id, true);
    } catch {
      downloads.end(id, false);
    }
  }

  function offer(link) {
    const url = link.href;
    const blob = blobs.get(url.split('#')[0]);
    downloads.offer(url, link.getAttribute('download'), blob ? blob.size : -1, blob ? blob.type : '');
    return blob;
  }

  function settle(blob) {
    const id = downloads.settle();
    if (id && blob) {
      handOver(id, blob);
    }
  }

  // A script clicks within the click of another link at times.
  function during(link, work) {
    const outer = current;
    current = link;
    const blob = offer(link);
    try {
      return work();
    } finally {
      settle(blob);
      current = outer;
      if (outer) {
        offer(outer);
      }
    }
  }

  window.addEventListener('click', (event) => {
    const link = apply(composedPath, event, []).find(isLink);
    if (link && link !== current) {
      const blob = offer(link);
      current = link;
      later(() => {
        settle(blob);
        current = undefined;
      }, 0);
    }
  }, true);

  for (const { prototype } of links) {
    if (!('download' in prototype)) {
      defineProperty(prototype, 'download', {
        configurable: true,
        enumerable: true,
        get() { return this.getAttribute('download') ?? ''; },
        set(name) { this.setAttribute('download', name); },
      });
    }
    prototype.click = { click() {
      return isLink(this) ? during(this, () => apply(click, this, [])) : apply(click, this, []);
    } }.click;
    // Clicks on links outside of the document do not come by the window.
    prototype.dispatchEvent = { dispatchEvent(event) {
      return event instanceof NativeEvent && event.type === 'click' && isLink(this)
        ? during(this, () => apply(dispatchEvent, this, [event])) : apply(dispatchEvent, this, [event]);
    } }.dispatchEvent;
  }
}
