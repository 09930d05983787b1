// The names everything else uses are taken here, before any script of the page can replace them.
const { defineProperty, freeze, create: createObject } = Object;
const { stringify, parse } = JSON;
const { isArray } = Array;
const { isView } = ArrayBuffer;
const { min } = Math;
const NativePromise = Promise;
const NativeMap = Map;
const NativeHeaders = Headers;
const nativeSetHeader = Headers.prototype.set;
const NativeUint8Array = Uint8Array;
const NativeArrayBuffer = ArrayBuffer;
const apply = Reflect.apply;
const nativeFetch = window.fetch.bind(window);
const nativeEncode = encodeURIComponent;
const enqueue = queueMicrotask.bind(window);
const later = setTimeout.bind(window);
const warn = console.warn.bind(console);
const logError = console.error.bind(console);
const setHeader = (headers, name, value) => apply(nativeSetHeader, headers, [name, value]);
const toBase64 = (bytes) => apply(nativeToBase64, bytes, []);
const nativeToBase64 = Uint8Array.prototype.toBase64 ?? function () {
  let text = '';
  for (let i = 0; i < this.length; i += 8192) {
    text += String.fromCharCode.apply(null, this.subarray(i, i + 8192));
  }
  return btoa(text);
};
const fromBase64 = Uint8Array.fromBase64?.bind(Uint8Array)
  ?? ((text) => NativeUint8Array.from(atob(text), (c) => c.charCodeAt(0)));

const own = (target, name, value) => defineProperty(target, name, { value, configurable: MOCKS, writable: MOCKS });
const rethrow = (error) => { later(() => { throw error; }, 0); };

own(window, 'isTauri', true);
const internals = { plugins: {} };
own(window, '__TAURI_INTERNALS__', internals);
