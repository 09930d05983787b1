// The names everything else uses are taken here, before any script of the isolation application can replace them.
const { defineProperty, freeze, keys: keysOf } = Object;
const { stringify, parse } = JSON;
const { isArray, from: arrayFrom } = Array;
const { isView } = ArrayBuffer;
const { apply } = Reflect;
const NativePromise = Promise;
const NativeMap = Map;
const NativeHeaders = Headers;
const NativeUint8Array = Uint8Array;
const NativeArrayBuffer = ArrayBuffer;
const later = setTimeout.bind(window);
const nativeFetch = window.fetch.bind(window);
const nativeToBase64 = Uint8Array.prototype.toBase64 ?? function () {
  let text = '';
  for (let i = 0; i < this.length; i += 8192) {
    text += String.fromCharCode.apply(null, this.subarray(i, i + 8192));
  }
  return btoa(text);
};
const toBase64 = (bytes) => apply(nativeToBase64, bytes, []);
const fromBase64 = Uint8Array.fromBase64?.bind(Uint8Array)
  ?? ((text) => NativeUint8Array.from(atob(text), (c) => c.charCodeAt(0)));
