// JSON as the back end reads it: maps as objects, bytes as arrays of numbers, values that know their own IPC form
// by that form. A value's own toJSON runs first, as JSON.stringify has it.
const TO_IPC_KEY = '__TAURI_TO_IPC_KEY__';
const CHANNEL_MARKER = '__TAURI_CHANNEL_MARKER__';

function replace(key, value) {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (value instanceof NativeMap) {
    const object = {};
    for (const [name, entry] of value) {
      defineProperty(object, name, { value: entry, enumerable: true, configurable: true, writable: true });
    }
    return object;
  }
  if (value instanceof NativeUint8Array) {
    return Array.from(value);
  }
  if (value instanceof NativeArrayBuffer) {
    return Array.from(new NativeUint8Array(value));
  }
  if (TO_IPC_KEY in value && typeof value[TO_IPC_KEY] === 'function') {
    return value[TO_IPC_KEY]();
  }
  if (CHANNEL_MARKER in value && typeof value.id === 'number') {
    return `__CHANNEL__:${value.id}`;
  }
  return value;
}

// Most payloads are flat objects of texts and numbers, for which the engine's own loop does without the replacer.
function isFlat(payload) {
  if (payload === null || typeof payload !== 'object') {
    return true;
  }
  if (isArray(payload) || payload instanceof NativeMap || TO_IPC_KEY in payload || CHANNEL_MARKER in payload) {
    return false;
  }
  for (const name in payload) {
    const value = payload[name];
    if (typeof value === 'object' && value !== null) {
      return false;
    }
  }
  return true;
}

function toJson(payload) {
  const text = isFlat(payload) ? stringify(payload) : stringify(payload, replace);
  return text === undefined ? 'null' : text;
}

// The bytes of a payload that is bytes as a whole, else undefined. A whole array of numbers counts as bytes.
function toBytes(payload) {
  if (typeof payload !== 'object' || payload === null) {
    return undefined;
  }
  if (payload instanceof NativeUint8Array) {
    return payload;
  }
  if (isView(payload)) {
    return new NativeUint8Array(payload.buffer, payload.byteOffset, payload.byteLength);
  }
  if (payload instanceof NativeArrayBuffer) {
    return new NativeUint8Array(payload);
  }
  return isArray(payload) ? NativeUint8Array.from(payload) : undefined;
}

const RESERVED = ['content-type', 'tauri-callback', 'tauri-error', 'tauri-invoke-key', 'origin'];

// The caller's headers as pairs, those that are ours left out.
function toPairs(options) {
  const headers = options?.headers;
  if (!headers) {
    return undefined;
  }
  const pairs = [];
  for (const [name, value] of new NativeHeaders(headers)) {
    if (!RESERVED.includes(name)) {
      pairs.push([name, value]);
    }
  }
  return pairs;
}
