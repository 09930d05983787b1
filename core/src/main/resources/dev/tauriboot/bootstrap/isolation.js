// The frame in which the isolation application runs. What it holds is out of this document's reach: the frame has an
// opaque origin, and its messages are asked for by the back end.
const ISOLATION = true;
const PATTERN = { pattern: 'isolation', side: 'original' };

const nativeSlice = Uint8Array.prototype.slice;

// A message takes the whole buffer of its bytes with it.
const ownBytes = (bytes) => (bytes.byteLength === bytes.buffer.byteLength ? bytes : apply(nativeSlice, bytes, []));

const postToFrame = (() => {
  const { document } = window;
  const create = document.createElement.bind(document);
  const nativeWindow = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow').get;
  const nativePost = window.postMessage;
  let frame;
  let loads = 0;
  const content = () => apply(nativeWindow, frame, []);
  const send = (data) => { apply(nativePost, content(), [data, '*']); };
  return {
    open(url) {
      frame = create('iframe');
      frame.id = '__tauri_isolation__';
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.style.setProperty('display', 'none', 'important');
      frame.addEventListener('load', () => { loads++; });
      frame.src = url;
      document.documentElement.append(frame);
    },
    send,
    post: (id, bytes) => { send({ staged: id, bytes: ownBytes(bytes) }); },
    isThere: () => loads < 2 && content() !== null,
    isSource: (event) => event.source !== null && event.source === content(),
  };
})();
