// The way to the back end in a window: Java calls this frame's own object, and lends it a function. The page has neither.
const PART_BYTES = 8 * 1024 * 1024;
const staged = new NativeMap();
let lastLarge;
const entry = new Comment();
const { dispatchEvent } = entry;
const NativeEvent = Event;
const base = window.location.href;
entry.addEventListener('turn', () => {});
let call;

const NativeError = Error;

// A character for each byte, whose low bits it is.
const byteText = new TextDecoder('x-user-defined');
const toText = byteText.decode.bind(byteText);

// What it throws is of another realm, which is not for the hook.
function ask(name, a = null, b = null, c = null) {
  try {
    return call(name, a, b, c, null, null, null);
  } catch {
    throw new NativeError('The back end failed, see its log');
  }
}

// The application's scripts call this at the start of every loop and function. Nothing else can end a script that runs
// on for ever: the engine has no limit, and whoever could tell it to stop waits for this very thread.
const LIMIT = __TAURI_LIMIT__;
const SHORT_MILLIS = 100;
const clock = performance.now.bind(performance);
const { min, round } = Math;
let since = 0;
let isTimed = false;
let exceeded = 0;

function begin(timed) {
  since = clock();
  isTimed = timed;
  exceeded = 0;
}

function guard() {
  const busy = clock() - since;
  if (busy < SHORT_MILLIS) {
    return;
  }
  if (!isTimed) {
    // Nobody has said when this has begun, nor will when it ends.
    later(() => { isTimed = false; });
    begin(true);
  } else if (busy >= LIMIT) {
    if (exceeded === 0) {
      const millis = round(busy);
      // Where the stack is full this fails, and is done by the next guard that has room.
      if (call) {
        ask('exceeded', millis);
      }
      exceeded = millis;
    }
    // Each time anew: whoever catches it does not get far.
    throw new NativeError(`it was busy for ${exceeded} ms`);
  }
}

defineProperty(window, '__TAURI_GUARD__', { value: guard });

function encode(id, sent, result) {
  if (result instanceof Refusal) {
    return `R${result.text}`;
  }
  try {
    const pairs = toPairs(result.options);
    const headers = pairs ? stringify(pairs) : null;
    const bytes = toBytes(result.payload);
    if (sent.kind === KIND_STAGED && bytes) {
      upload(id, bytes, ask('expect', id, result.cmd, headers));
      return 'S';
    }
    const kind = bytes ? KIND_BASE64 : KIND_JSON;
    const body = bytes ? toBase64(bytes) : toJson(result.payload);
    if (result.cmd === sent.cmd && kind === sent.kind && body === sent.body && headers === sent.headers) {
      return true;
    }
    return bytes ? `B${stringify([result.cmd, headers])}\n${toText(bytes)}` : `C${stringify([result.cmd, headers, body])}`;
  } catch (reason) {
    return `R${refusal(sent.cmd, reason).text}`;
  }
}

// The engine keeps what it sends in Java's memory, beside the message that is put together there: of a large one it gets
// parts.
async function sendParts({ buffer, byteOffset, length }, url) {
  const step = length > 2 * PART_BYTES ? PART_BYTES : length;
  let from = 0;
  do {
    const body = new NativeUint8Array(buffer, byteOffset + from, min(step, length - from));
    const response = await nativeFetch(`${url}/${from}/${length}`, { method: 'POST', body });
    if (!response.ok) {
      return (await response.text()) || `${response.status}`;
    }
    from += step;
  } while (from < length);
  return undefined;
}

// One large message after the other, for the same reason.
async function upload(id, bytes, path) {
  const before = lastLarge;
  let done;
  if (bytes.length > 2 * PART_BYTES) {
    lastLarge = new NativePromise((resolve) => { done = resolve; });
    await before;
  }
  let problem;
  try {
    problem = await sendParts(bytes, base + path);
  } catch (failure) {
    problem = `${failure}`;
  }
  done?.();
  if (problem !== undefined) {
    ask('failed', id, problem);
  }
}

// The time a user takes is not the hook's.
function withDialog(show) {
  const start = clock();
  try {
    return show();
  } finally {
    since = min(clock(), since + clock() - start);
  }
}

// `true` says that the message goes as it came, a text says what became of it, a number that it will be said later.
function see(id, cmd, callback, error, kind, body, headers) {
  begin(true);
  try {
    return outcomeOf(id, { cmd, kind, body, headers }, callback, error);
  } finally {
    isTimed = false;
  }
}

function outcomeOf(id, sent, callback, error) {
  const { cmd, kind, body, headers } = sent;
  let payload;
  if (kind === KIND_JSON) {
    payload = parse(body);
  } else if (kind === KIND_BASE64) {
    payload = fromBase64(body);
  } else {
    payload = staged.get(id);
    staged.delete(id);
  }
  const result = runHook(toMessage(cmd, callback, error, payload, headers));
  if (result instanceof NativePromise) {
    result.then((outcome) => ask('done', id, encode(id, sent, outcome)));
    return 0;
  }
  return encode(id, sent, result);
}

function watchForHook() {
  if (findHook() === undefined) {
    later(watchForHook, 10);
  } else {
    ask('ready');
  }
}

window.addEventListener('message', (event) => {
  const { data, source } = event;
  if (source === window.parent && call && isObject(data) && typeof data.staged === 'number'
      && data.bytes instanceof NativeUint8Array) {
    staged.set(data.staged, data.bytes);
    ask('arrived', data.staged);
  }
});

const dialogs = {
  alert: (message = '') => { withDialog(() => call && ask('alert', `${message}`)); },
  confirm: (message = '') => withDialog(() => call && ask('confirm', `${message}`)) === true,
};
for (const name of keysOf(dialogs)) {
  defineProperty(window, name, { value: dialogs[name], configurable: true, writable: true });
}

entry.connect = (lent) => {
  if (!call) {
    ({ call } = lent);
    delete window.__TAURI_ISOLATION__;
    if (exceeded > 0) {
      ask('exceeded', exceeded);
    }
    watchForHook();
  }
};
entry.see = see;
entry.forget = (id) => { staged.delete(id); };
entry.turn = () => {
  begin(false);
  apply(dispatchEvent, entry, [new NativeEvent('turn')]);
};
defineProperty(window, '__TAURI_ISOLATION__', { configurable: true, value: freeze(entry) });
