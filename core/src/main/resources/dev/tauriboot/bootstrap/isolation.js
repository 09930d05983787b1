// The frame in which the isolation application runs. What it holds is out of this document's reach: the frame has an
// opaque origin, and its messages are asked for by the back end.
const ISOLATION = true;
const PATTERN = { pattern: 'isolation', side: 'original' };

const postToFrame = (() => {
  const { document } = window;
  const create = document.createElement.bind(document);
  const nativeWindow = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow').get;
  const nativePost = window.postMessage;
  const nativeSlice = Uint8Array.prototype.slice;
  let frame;
  return {
    open(url) {
      frame = create('iframe');
      frame.id = '__tauri_isolation__';
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.setProperty('display', 'none', 'important');
      frame.src = url;
      document.documentElement.append(frame);
    },
    post(id, bytes) {
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : apply(nativeSlice, bytes, []);
      apply(nativePost, apply(nativeWindow, frame, []), [{ staged: id, bytes: own }, '*']);
    },
  };
})();
