// What a hook of the older dialect changed counts wherever it changed it: in the payload, in the arguments that its dialect
// shows, or beside them. Only what it changed is written anew.
const encodePath = encodeURIComponent;
const PAYLOAD_ONLY = 'only the payload of this command can be changed';
// Numbers that were of other directories under an older name still.
const OLDER_DIRECTORIES = { 18: 13, 19: 17 };

// Bytes are told apart by being others: as a text they would be many times their size.
const textOf = (value) => (value === undefined || value instanceof NativeUint8Array ? value : toJson(value));

function remember({ message }) {
  const texts = new NativeMap();
  for (const name of keysOf(message.args)) {
    texts.set(name, textOf(message.args[name]));
  }
  return { message, cmd: message.cmd, texts };
}

function editsIn(place, texts, withRemoved = true) {
  const edits = new NativeMap();
  for (const name of keysOf(place)) {
    if (textOf(place[name]) !== texts.get(name)) {
      edits.set(name, place[name]);
    }
  }
  for (const [name, text] of texts) {
    if (withRemoved && text !== undefined && !hasOwn(place, name)) {
      edits.set(name, undefined);
    }
  }
  return edits;
}

// A message made anew need not have its arguments twice.
function flatEdits(told, before) {
  const flat = {};
  for (const name of keysOf(told)) {
    if (name !== 'cmd' && name !== 'args') {
      put(flat, name, told[name]);
    }
  }
  const texts = new NativeMap(before.texts);
  texts.delete('cmd');
  texts.delete('args');
  const isMirror = told === before.message || told.args === undefined || keysOf(flat).some((name) => texts.has(name));
  return editsIn(flat, texts, isMirror);
}

function merge(edits, others) {
  for (const [name, value] of others) {
    if (edits.has(name) && textOf(edits.get(name)) !== textOf(value)) {
      throw new Error(`its argument ${name} was changed in two ways`);
    }
    edits.set(name, value);
  }
}

function editsOf(message, before, returned) {
  const told = returned.message;
  let edits = new NativeMap();
  if (isRecord(told.args)) {
    edits = editsIn(told.args, before.texts);
  } else if (told.args !== undefined || told === before.message) {
    throw new Error('its arguments are no object');
  }
  merge(edits, flatEdits(told, before));
  if (find(EVENT_COMMANDS, message.cmd) && returned.event !== undefined) {
    merge(edits, editsIn({ event: returned.event }, before.texts, false));
  }
  return edits;
}

function newDirectory(dir) {
  const base = find(OLDER_DIRECTORIES, dir) ?? OLD_DIRECTORIES.indexOf(dir);
  if (base < 1) {
    throw new Error(`there is no base directory ${dir}`);
  }
  return base;
}

function newOptions(cmd, options) {
  if (!isRecord(options) || !hasOwn(options, 'dir')) {
    return options;
  }
  const names = baseNamesOf(cmd);
  const changed = {};
  for (const name of keysOf(options)) {
    if (name === 'dir') {
      const base = options.dir ?? null;
      names.forEach((own) => put(changed, own, base === null ? base : newDirectory(base)));
    } else if (names.includes(name)) {
      throw new Error(`its base directory is given twice, as dir and as ${name}`);
    } else {
      put(changed, name, options[name]);
    }
  }
  return changed;
}

function writtenBytes(contents) {
  const bytes = toBytes(contents);
  if (!bytes || (isArray(contents) && !contents.every((byte) => byte === (byte & 255)))) {
    throw new Error('its contents are no bytes');
  }
  return bytes;
}

function withWritten(message, edits) {
  const headers = { ...message.options?.headers };
  let { payload } = message;
  for (const [name, value] of edits) {
    if (name === 'path' && typeof value === 'string') {
      headers.path = encodePath(value);
    } else if (name === 'options') {
      headers.options = value === undefined ? 'undefined' : toJson(newOptions(message.cmd, value));
    } else if (name === 'contents') {
      payload = writtenBytes(value);
    } else {
      throw new Error(`its argument ${name} cannot be changed so`);
    }
  }
  return { ...message, payload, options: { ...message.options, headers } };
}

function withArguments(message, edits) {
  const { cmd, payload } = message;
  if (payload !== null && !isRecord(payload)) {
    throw new Error(PAYLOAD_ONLY);
  }
  const [module, , renamed = {}] = find(ALIASES, cmd) ?? [];
  const changed = { ...payload };
  for (const [name, value] of edits) {
    const other = find(renamed, name);
    if (other) {
      throw new Error(`its argument ${name} goes by ${other} here`);
    }
    const own = newName(renamed, name) ?? name;
    if (value === undefined) {
      delete changed[own];
    } else {
      put(changed, own, module === 'Fs' && name === 'options' ? newOptions(cmd, value) : value);
    }
  }
  return { ...message, payload: changed };
}

function withEdits(message, edits, texts) {
  // As it would be sent: what the hook put there may be a map.
  const payload = message.payload instanceof NativeUint8Array ? message.payload : parse(toJson(message.payload));
  const plain = { ...message, payload, options: lowered(message.options) };
  merge(editsIn(aliasArguments(plain, find(ALIASES, message.cmd)), texts), edits);
  return WRITE_COMMANDS.includes(message.cmd) ? withWritten(plain, edits) : withArguments(plain, edits);
}

function accept(message, shown, before, returned) {
  const { cmd } = message;
  const told = returned.message;
  if (!isObject(told) || typeof told.cmd !== 'string') {
    throw new Error('it has no command');
  }
  const field = (name) => (returned === shown || name in returned ? returned[name] : message[name]);
  const sent = { cmd, payload: field('payload'), options: field('options') };
  const edits = editsOf(message, before, returned);
  const isRenamed = told.cmd !== before.cmd;
  if ((edits.size > 0 || isRenamed) && READ_ONLY.includes(find(ALIASES, cmd)?.[0])) {
    throw new Error(PAYLOAD_ONLY);
  }
  const edited = edits.size > 0 ? withEdits(sent, edits, before.texts) : sent;
  return isRenamed ? { ...edited, cmd: told.cmd } : edited;
}
