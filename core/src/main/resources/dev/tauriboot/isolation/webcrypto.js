// The way to the back end in a browser's tab: what the hook lets through is encrypted here, with a key that came within
// this very document, and handed to the page, which can do nothing with it but send it.
const SETUP = __TAURI_SETUP__;
const READY = '__TAURI_ISOLATION_READY__';
const HEAD_BYTES = 5;
const NONCE_BYTES = 12;
const { parent } = window;
const nativePost = parent.postMessage;
const subtle = window.crypto?.subtle;
const encrypt = subtle?.encrypt.bind(subtle);
const encoder = new TextEncoder();
const toUtf8 = encoder.encode.bind(encoder);
const NativeDataView = DataView;
const clock = performance.now.bind(performance);
const warn = console.warn.bind(console);
const importing = subtle?.importKey('raw', fromBase64(SETUP.key), 'AES-GCM', false, ['encrypt']);
delete SETUP.key;
let sealed = 0;
let waiting = [];
let ready = false;
let overdue = false;
let tail = NativePromise.resolve();

const toPage = (data, transfer = []) => apply(nativePost, parent, [data, SETUP.origin, transfer]);

async function seal(cmd, headers, raw, body) {
  const key = await importing;
  const number = sealed++;
  const nonce = new NativeUint8Array(NONCE_BYTES);
  const numbers = new NativeDataView(nonce.buffer);
  numbers.setUint32(4, number / 0x100000000);
  numbers.setUint32(8, number);
  const head = headers === null ? new NativeUint8Array(0) : toUtf8(headers);
  const plain = new NativeUint8Array(HEAD_BYTES + head.length + body.length);
  plain[0] = raw ? 1 : 0;
  new NativeDataView(plain.buffer).setUint32(1, head.length);
  plain.set(head, HEAD_BYTES);
  plain.set(body, HEAD_BYTES + head.length);
  const secret = await encrypt({ name: 'AES-GCM', iv: nonce, additionalData: toUtf8(cmd) }, key, plain);
  const message = new NativeUint8Array(NONCE_BYTES + secret.byteLength);
  message.set(nonce);
  message.set(new NativeUint8Array(secret), NONCE_BYTES);
  return message;
}

function tooLong(cmd) {
  warn(`The isolation hook of '${SETUP.name}' took more than ${SETUP.limit} ms for ${cmd}: the call is refused`);
  return refusal(cmd, 'it took too long');
}

function outcomeOf({ cmd, callback, error, headers, body }) {
  if (!encrypt) {
    return refusal(cmd, 'this browser has no WebCrypto here');
  }
  const start = clock();
  let outcome;
  try {
    const payload = typeof body === 'string' ? parse(body) : body;
    outcome = runHook(toMessage(cmd, callback, error, payload, headers));
  } catch (reason) {
    outcome = refusal(cmd, reason);
  }
  if (clock() - start > SETUP.limit) {
    return tooLong(cmd);
  }
  return outcome instanceof NativePromise ? new NativePromise((resolve) => {
    const limit = later(() => resolve(tooLong(cmd)), SETUP.limit);
    outcome.then((value) => {
      clearTimeout(limit);
      resolve(value);
    });
  }) : outcome;
}

async function answerTo(message) {
  const outcome = await outcomeOf(message);
  if (outcome instanceof Refusal) {
    return { tauri: message.tauri, refused: outcome.text };
  }
  try {
    const { cmd } = outcome;
    const pairs = toPairs(outcome.options);
    const bytes = toBytes(outcome.payload);
    const body = bytes ?? toUtf8(toJson(outcome.payload));
    return { tauri: message.tauri, cmd, sealed: await seal(cmd, pairs ? stringify(pairs) : null, !!bytes, body) };
  } catch (reason) {
    return { tauri: message.tauri, refused: refusal(message.cmd, reason).text };
  }
}

// Messages leave in the order in which they came, whatever time the hook takes for one.
function see(message) {
  const before = tail;
  const answer = answerTo(message);
  tail = (async () => {
    await before;
    const data = await answer;
    toPage(data, data.sealed ? [data.sealed.buffer] : []);
  })();
}

function notRegistered({ tauri, cmd }) {
  toPage({ tauri, refused: `Command ${cmd} refused: the isolation application at '${SETUP.name}' has not set window.${HOOK}` });
}

function watchForHook() {
  if (findHook() === undefined) {
    later(watchForHook, 10);
    return;
  }
  ready = true;
  toPage(READY);
  const early = waiting;
  waiting = [];
  early.forEach(see);
}

const isMessage = (data) => isObject(data) && typeof data.tauri === 'number' && typeof data.cmd === 'string'
  && typeof data.callback === 'number' && typeof data.error === 'number'
  && (data.headers === null || typeof data.headers === 'string')
  && (typeof data.body === 'string' || data.body instanceof NativeUint8Array);

window.addEventListener('message', ({ data, source, origin }) => {
  if (source !== parent || origin !== SETUP.origin || !isMessage(data)) {
    return;
  }
  if (ready) {
    see(data);
  } else if (overdue) {
    notRegistered(data);
  } else {
    waiting.push(data);
  }
});

later(() => {
  if (!ready) {
    warn(`The isolation application at '${SETUP.name}' has not set window.${HOOK} within ${SETUP.limit} ms: `
      + 'calls are refused until it does');
    overdue = true;
    waiting.splice(0).forEach(notRegistered);
  }
}, SETUP.limit);

// The sandbox shows no dialogs here, and the page must not be asked: what nobody was asked, nobody has allowed.
const dialogs = {
  alert: (message = '') => { warn(`The isolation hook says: ${message}`); },
  confirm: (message = '') => {
    warn(`The isolation hook asks what no dialog can show in a browser, so the answer is no: ${message}`);
    return false;
  },
};
for (const name of keysOf(dialogs)) {
  defineProperty(window, name, { value: dialogs[name], configurable: true, writable: true });
}

toPage({ tauri: 0, limit: SETUP.limit });
watchForHook();
