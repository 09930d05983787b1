// Web Crypto, which the engine lacks but for its random values. What a page passes is checked and copied here; keys are
// kept, and everything is done with them, in the back end.
(() => {
  const native = connection.ipcUrl && window.isSecureContext && !window.crypto.subtle ? transport.subtle() : null;
  if (!native) {
    return;
  }
  const NativeTypeError = TypeError;
  const NativeException = DOMException;
  const NativeEvent = Event;
  const NativeTarget = EventTarget;
  const NativeWeakRef = WeakRef;
  const { setPrototypeOf, getOwnPropertyDescriptor } = Object;
  const { trunc } = Math;
  const bufferLength = getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;
  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

  // Keys: an object of the engine's own below keeps them from being cloned into something that is no key any more.
  const slots = new WeakMap();
  const slotsOf = slots.get.bind(slots);
  const keepSlots = slots.set.bind(slots);

  function slotOf(key, name) {
    const known = slotsOf(key);
    if (!known) {
      throw new NativeTypeError('Not a CryptoKey');
    }
    return known[name];
  }

  class CryptoKey {
    constructor() {
      throw new NativeTypeError('Illegal constructor');
    }

    get type() { return slotOf(this, 'type'); }

    get extractable() { return slotOf(this, 'extractable'); }

    get algorithm() { return slotOf(this, 'algorithm'); }

    get usages() { return slotOf(this, 'usages'); }
  }

  // The engine tells nobody when an object is collected, but can be asked. It is asked ever more rarely, as long as
  // keys stay.
  const FEW_KEYS = 64;
  const alive = new NativeMap();
  let lookAt = FEW_KEYS;

  function forgetCollected() {
    const gone = [];
    for (const [id, ref] of alive) {
      if (!ref.deref()) {
        alive.delete(id);
        gone.push(id);
      }
    }
    if (gone.length) {
      native.forget(gone.join());
    }
    lookAt = alive.size * 2 > FEW_KEYS ? alive.size * 2 : FEW_KEYS;
  }

  function toKey({ id, type, extractable, algorithm, usages }) {
    if (algorithm.publicExponent) {
      algorithm.publicExponent = fromBase64(algorithm.publicExponent);
    }
    const key = setPrototypeOf(new NativeTarget(), CryptoKey.prototype);
    keepSlots(key, { id, type, extractable, algorithm, usages });
    if (alive.size >= lookAt) {
      forgetCollected();
    }
    alive.set(id, new NativeWeakRef(key));
    return key;
  }

  function key(value, name) {
    const known = isObject(value) && slotsOf(value);
    if (!known) {
      throw new NativeTypeError(`${name} must be a CryptoKey`);
    }
    return known.id;
  }

  // What bytes may be, as a view of them.
  function isBuffer(value) {
    try {
      apply(bufferLength, value, []);
      return true;
    } catch {
      return false;
    }
  }

  function view(value, name) {
    const whole = isBuffer(value);
    if (!whole && !isView(value)) {
      throw new NativeTypeError(`${name} must be an ArrayBuffer or a view of one`);
    }
    if (value.byteLength === 0) {
      return new NativeUint8Array(0);
    }
    return whole ? new NativeUint8Array(value)
      : new NativeUint8Array(value.buffer, value.byteOffset, value.byteLength);
  }

  const bytes = (value, name) => toBase64(view(value, name));

  function bigInteger(value, name) {
    if (!(value instanceof NativeUint8Array)) {
      throw new NativeTypeError(`${name} must be a Uint8Array`);
    }
    return toBase64(value);
  }

  const integer = (max) => (value, name) => {
    const number = trunc(+value);
    if (!(number >= 0 && number <= max)) {
      throw new NativeTypeError(`${name} must be a number from 0 to ${max}`);
    }
    return number;
  };
  const octet = integer(0xff);
  const short = integer(0xffff);
  const long = integer(0xffffffff);
  const text = (value) => `${value}`;
  const hash = (value) => normalize('digest', value);

  // The parameters of the algorithms by operation: name, type, and whether it can be missing.
  const NONE = [];
  const LENGTH = [['length', short]];
  const aes = (parameters) => ({ encrypt: parameters, decrypt: parameters, generateKey: LENGTH, importKey: NONE,
    length: LENGTH });
  const rsa = (operations) => ({ ...operations, importKey: [['hash', hash]], generateKey: [['modulusLength', long],
    ['publicExponent', bigInteger], ['hash', hash]] });
  const curve = (operations) => ({ ...operations, generateKey: [['namedCurve', text]], importKey: [['namedCurve', text]] });
  const derivation = (parameters) => ({ deriveBits: parameters, importKey: NONE, length: NONE });
  const signature = (parameters) => ({ sign: parameters, verify: parameters });
  const HMAC = [['hash', hash], ['length', long, true]];
  const PUBLIC = [['public', key]];
  const ALGORITHMS = new NativeMap();
  for (const [name, operations] of [
    ['SHA-1', { digest: NONE }],
    ['SHA-256', { digest: NONE }],
    ['SHA-384', { digest: NONE }],
    ['SHA-512', { digest: NONE }],
    ['AES-CBC', aes([['iv', bytes]])],
    ['AES-CTR', aes([['counter', bytes], ['length', octet]])],
    ['AES-GCM', aes([['additionalData', bytes, true], ['iv', bytes], ['tagLength', octet, true]])],
    ['AES-KW', { wrapKey: NONE, unwrapKey: NONE, generateKey: LENGTH, importKey: NONE, length: LENGTH }],
    ['HMAC', { ...signature(NONE), generateKey: HMAC, importKey: HMAC, length: HMAC }],
    ['HKDF', derivation([['hash', hash], ['info', bytes], ['salt', bytes]])],
    ['PBKDF2', derivation([['hash', hash], ['iterations', long], ['salt', bytes]])],
    ['RSASSA-PKCS1-v1_5', rsa(signature(NONE))],
    ['RSA-PSS', rsa(signature([['saltLength', long]]))],
    ['RSA-OAEP', rsa({ encrypt: [['label', bytes, true]], decrypt: [['label', bytes, true]] })],
    ['ECDSA', curve(signature([['hash', hash]]))],
    ['ECDH', curve({ deriveBits: PUBLIC })],
    ['Ed25519', { ...signature(NONE), generateKey: NONE, importKey: NONE }],
    ['X25519', { deriveBits: PUBLIC, generateKey: NONE, importKey: NONE }],
  ]) {
    ALGORITHMS.set(name.toUpperCase(), { name, operations: setPrototypeOf(operations, null) });
  }

  function normalize(operation, algorithm, otherwise) {
    const given = isObject(algorithm) ? algorithm : { name: algorithm };
    const { name } = given;
    if (name === undefined) {
      throw new NativeTypeError('The algorithm must have a name');
    }
    const known = ALGORITHMS.get(`${name}`.toUpperCase());
    const parameters = known && (known.operations[operation] ?? known.operations[otherwise]);
    if (!parameters) {
      throw new NativeException(`${operation} is not supported for ${name}`, 'NotSupportedError');
    }
    const result = createObject(null);
    result.name = known.name;
    for (const [member, convert, optional] of parameters) {
      const value = given[member];
      if (value !== undefined) {
        result[member] = convert(value, member);
      } else if (!optional) {
        throw new NativeTypeError(`The algorithm must have a member ${member}`);
      }
    }
    return result;
  }

  const FORMATS = ['raw', 'spki', 'pkcs8', 'jwk'];
  const USAGES = ['encrypt', 'decrypt', 'sign', 'verify', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey'];

  function oneOf(known, value, name) {
    const given = `${value}`;
    if (!known.includes(given)) {
      throw new NativeTypeError(`${name} must be one of ${known.join(', ')}`);
    }
    return given;
  }

  function toUsages(values) {
    if (!isObject(values)) {
      throw new NativeTypeError('keyUsages must be a list');
    }
    return [...values].map((usage) => oneOf(USAGES, usage, 'A usage'));
  }

  function toJwk(value) {
    if (value !== undefined && value !== null && (!isObject(value) || isView(value) || isBuffer(value))) {
      throw new NativeTypeError('keyData must be a JsonWebKey');
    }
    const jwk = createObject(null);
    for (const name of ['alg', 'crv', 'd', 'dp', 'dq', 'e', 'ext', 'k', 'key_ops', 'kty', 'n', 'oth', 'p', 'q', 'qi',
      'use', 'x', 'y']) {
      const member = value?.[name];
      if (member !== undefined) {
        jwk[name] = name === 'ext' ? !!member : name === 'key_ops' ? [...member].map(text)
          : name === 'oth' ? true : `${member}`;
      }
    }
    return jwk;
  }

  const pending = new NativeMap();
  const sink = new Comment();
  const { dispatchEvent } = sink;
  let opened = false;
  let lastCall = 0;
  let answer;

  function settle([id, kind, result]) {
    const call = pending.get(id);
    pending.delete(id);
    if (kind === 'BYTES') {
      call.resolve(fromBase64(result).buffer);
      return;
    }
    const value = parse(result);
    if (kind === 'VALUE') {
      call.resolve(call.read(value));
    } else {
      const [name, message] = value;
      call.reject(name === 'TypeError' ? new NativeTypeError(message) : new NativeException(message, name));
    }
  }

  // What runs in an event's listener goes on at once.
  sink.addEventListener('done', () => {
    const now = answer;
    answer = undefined;
    settle(now);
  });
  sink.done = (id, kind, result) => {
    answer = [id, kind, result];
    apply(dispatchEvent, sink, [new NativeEvent('done')]);
  };
  freeze(sink);

  // The keys of a call must not be collected before it is done.
  function call(operation, parameters, data, keys, read = (value) => value) {
    return new NativePromise((resolve, reject) => {
      // A document that never gets here costs nothing: see the bridge.
      if (!opened) {
        opened = true;
        native.open(sink);
      }
      lastCall = lastCall === 0x7fffffff ? 1 : lastCall + 1;
      pending.set(lastCall, { resolve, reject, keys, read });
      native.call(lastCall, operation, stringify(parameters), data ? toText(data) : null);
    });
  }

  const toKeys = (value) => (value.publicKey
    ? { publicKey: toKey(value.publicKey), privateKey: toKey(value.privateKey) } : toKey(value));

  function withData(operation, args) {
    const [algorithm, key_, data] = args;
    const id = key(key_, 'key');
    view(data, 'data');
    const normalized = normalize(operation, algorithm);
    return call(operation, { algorithm: normalized, key: id }, view(data, 'data'), [key_, algorithm]);
  }

  function check(self, args, count) {
    if (self !== subtle) {
      throw new NativeTypeError('Not a SubtleCrypto');
    }
    if (args.length < count) {
      throw new NativeTypeError(`Not enough arguments: ${count} are needed`);
    }
  }

  class SubtleCrypto {
    constructor() {
      throw new NativeTypeError('Illegal constructor');
    }

    async encrypt(algorithm, key, data) {
      check(this, arguments, 3);
      return withData('encrypt', arguments);
    }

    async decrypt(algorithm, key, data) {
      check(this, arguments, 3);
      return withData('decrypt', arguments);
    }

    async sign(algorithm, key, data) {
      check(this, arguments, 3);
      return withData('sign', arguments);
    }

    async verify(algorithm, verifying, signature, data) {
      check(this, arguments, 4);
      const id = key(verifying, 'key');
      view(signature, 'signature');
      view(data, 'data');
      const parameters = { algorithm: normalize('verify', algorithm), key: id, signature: bytes(signature) };
      return call('verify', parameters, view(data, 'data'), [verifying]);
    }

    async digest(algorithm, data) {
      check(this, arguments, 2);
      view(data, 'data');
      const normalized = normalize('digest', algorithm);
      return call('digest', { algorithm: normalized }, view(data, 'data'));
    }

    async generateKey(algorithm, extractable, keyUsages) {
      check(this, arguments, 3);
      const usages = toUsages(keyUsages);
      const parameters = { algorithm: normalize('generateKey', algorithm), extractable: !!extractable, usages };
      return call('generateKey', parameters, null, null, toKeys);
    }

    async deriveKey(algorithm, baseKey, derivedKeyType, extractable, keyUsages) {
      check(this, arguments, 5);
      const id = key(baseKey, 'baseKey');
      const usages = toUsages(keyUsages);
      const parameters = { algorithm: normalize('deriveBits', algorithm), key: id,
        derived: normalize('importKey', derivedKeyType), target: normalize('length', derivedKeyType),
        extractable: !!extractable, usages };
      return call('deriveKey', parameters, null, [baseKey, algorithm.public], toKey);
    }

    async deriveBits(algorithm, baseKey, length = null) {
      check(this, arguments, 2);
      const id = key(baseKey, 'baseKey');
      const bits = length === null ? null : long(length, 'length');
      const parameters = { algorithm: normalize('deriveBits', algorithm), key: id, length: bits };
      return call('deriveBits', parameters, null, [baseKey, algorithm.public]);
    }

    async importKey(format, keyData, algorithm, extractable, keyUsages) {
      check(this, arguments, 5);
      const form = oneOf(FORMATS, format, 'format');
      const usages = toUsages(keyUsages);
      const jwk = form === 'jwk' ? toJwk(keyData) : undefined;
      const data = form === 'jwk' ? null : view(keyData, 'keyData');
      const parameters = { format: form, jwk, algorithm: normalize('importKey', algorithm),
        extractable: !!extractable, usages };
      return call('importKey', parameters, data, null, toKey);
    }

    async exportKey(format, exported) {
      check(this, arguments, 2);
      return call('exportKey', { format: oneOf(FORMATS, format, 'format'), key: key(exported, 'key') }, null, [exported]);
    }

    async wrapKey(format, wrapped, wrappingKey, wrapAlgorithm) {
      check(this, arguments, 4);
      const parameters = { format: oneOf(FORMATS, format, 'format'), wrapped: key(wrapped, 'key'),
        key: key(wrappingKey, 'wrappingKey'), algorithm: normalize('wrapKey', wrapAlgorithm, 'encrypt') };
      return call('wrapKey', parameters, null, [wrapped, wrappingKey]);
    }

    async unwrapKey(format, wrappedKey, unwrappingKey, unwrapAlgorithm, unwrappedKeyAlgorithm, extractable, keyUsages) {
      check(this, arguments, 7);
      const form = oneOf(FORMATS, format, 'format');
      view(wrappedKey, 'wrappedKey');
      const parameters = { format: form, key: key(unwrappingKey, 'unwrappingKey'), usages: toUsages(keyUsages),
        extractable: !!extractable, algorithm: normalize('unwrapKey', unwrapAlgorithm, 'decrypt'),
        derived: normalize('importKey', unwrappedKeyAlgorithm) };
      return call('unwrapKey', parameters, view(wrappedKey, 'wrappedKey'), [unwrappingKey], toKey);
    }
  }

  for (const type of [CryptoKey, SubtleCrypto]) {
    for (const name of Object.getOwnPropertyNames(type.prototype)) {
      if (name !== 'constructor') {
        defineProperty(type.prototype, name, { enumerable: true });
      }
    }
    defineProperty(type.prototype, Symbol.toStringTag, { value: type.name, configurable: true });
    defineProperty(window, type.name, { value: type, configurable: true, writable: true });
  }
  const subtle = createObject(SubtleCrypto.prototype);
  const { crypto } = window;
  defineProperty(Crypto.prototype, 'subtle', { configurable: true, enumerable: true, get() {
    if (this !== crypto) {
      throw new NativeTypeError('Not a Crypto');
    }
    return subtle;
  } });
})();
