// Some hooks are written for another shape of the message than the one that is sent. Such a hook is given both: what its
// dialect shows is enumerable, the rest can be read by name.
const EVENT_COMMANDS = { 'plugin:event|emit': 'emit', 'plugin:event|emit_to': 'emit', 'plugin:event|listen': 'listen',
  'plugin:event|unlisten': 'unlisten' };
const WRITE_COMMANDS = ['plugin:fs|write_file', 'plugin:fs|write_text_file'];
const PATH_COMMANDS = /^plugin:(fs|shell)\|/;
const FETCH_COMMAND = 'plugin:__TAURI_CHANNEL__|fetch';
const ALIASES = {
  'plugin:fs|read_file': ['Fs', 'readFile'],
  'plugin:fs|read_text_file': ['Fs', 'readTextFile'],
  'plugin:fs|write_file': ['Fs', 'writeFile'],
  'plugin:fs|write_text_file': ['Fs', 'writeFile'],
  'plugin:fs|read_dir': ['Fs', 'readDir'],
  'plugin:fs|copy_file': ['Fs', 'copyFile', { fromPath: 'source', toPath: 'destination' }],
  'plugin:fs|mkdir': ['Fs', 'createDir'],
  'plugin:fs|remove': ['Fs', 'removeFile'],
  'plugin:fs|rename': ['Fs', 'renameFile'],
  'plugin:fs|exists': ['Fs', 'exists'],
  'plugin:shell|open': ['Shell', 'open'],
  'plugin:shell|execute': ['Shell', 'execute'],
  'plugin:shell|spawn': ['Shell', 'execute'],
  'plugin:shell|stdin_write': ['Shell', 'stdinWrite'],
  'plugin:shell|kill': ['Shell', 'killChild'],
  'plugin:dialog|open': ['Dialog', 'openDialog'],
  'plugin:dialog|save': ['Dialog', 'saveDialog'],
  'plugin:http|fetch': ['Http', 'httpRequest'],
  'plugin:notification|notify': ['Notification', 'notification'],
  'plugin:clipboard-manager|write_text': ['Clipboard', 'writeText'],
  'plugin:clipboard-manager|read_text': ['Clipboard', 'readText'],
  'plugin:process|exit': ['Process', 'exit'],
  'plugin:process|restart': ['Process', 'relaunch'],
};
const nativeHasOwn = Object.prototype.hasOwnProperty;
const hasOwn = (object, name) => apply(nativeHasOwn, object, [name]);
const find = (table, name) => (hasOwn(table, name) ? table[name] : undefined);
const decodePath = decodeURIComponent;
const NativeURL = URL;

// A file has many names, and hooks compare texts: they see the one that the plugin opens.
function plainPath(path) {
  if (typeof path !== 'string') {
    return path;
  }
  let plain = path;
  try {
    const url = new NativeURL(path);
    plain = url.protocol === 'file:' ? decodePath(url.pathname) : path;
  } catch {
    // no URL, or one that the plugin does not take either
  }
  return plain.startsWith('/') ? plain.replace(/\/(\.?\/)+/g, '/') : plain;
}

// Arguments as the older names have them. Written files carry their path beside the payload.
function aliasArguments(message, renamed) {
  const { cmd, payload } = message;
  const shownAs = PATH_COMMANDS.test(cmd) ? plainPath : (value) => value;
  const args = {};
  if (isObject(payload) && !(payload instanceof NativeUint8Array)) {
    for (const name of keysOf(payload)) {
      const shown = find(renamed ?? {}, name) ?? name;
      defineProperty(args, shown, { value: shownAs(payload[name]), enumerable: true, configurable: true, writable: true });
    }
  }
  const path = message.options?.headers?.path;
  if (typeof path === 'string' && (WRITE_COMMANDS.includes(cmd) || payload instanceof NativeUint8Array)) {
    args.path = shownAs(decodePath(path));
    args.contents = payload;
  }
  return args;
}

function hide(object, name, value) {
  if (!hasOwn(object, name)) {
    defineProperty(object, name, { value, configurable: true, writable: true });
  }
}

function oldMessage(message, alias) {
  const args = aliasArguments(message, alias?.[2]);
  const shown = { cmd: alias ? alias[1] : message.cmd, args };
  for (const name of keysOf(args)) {
    if (name !== 'cmd' && name !== 'args') {
      defineProperty(shown, name, { value: args[name], enumerable: true, configurable: true, writable: true });
    }
  }
  return shown;
}

function present(message, dialect) {
  const { cmd, callback, error, payload, options } = message;
  const alias = find(ALIASES, cmd);
  const event = find(EVENT_COMMANDS, cmd) && payload?.event;
  if (dialect === 'invoke') {
    const shown = { cmd: find(EVENT_COMMANDS, cmd) ?? 'invoke', callback, error, payload, options,
      message: oldMessage(message, alias), __tauriModule: alias?.[0] };
    if (event !== undefined) {
      shown.event = event;
    }
    return shown;
  }
  const shown = { cmd, callback, error, payload, options };
  hide(shown, 'message', oldMessage(message, alias));
  hide(shown, '__tauriModule', alias?.[0]);
  if (event !== undefined) {
    hide(shown, 'event', event);
  }
  if (alias === undefined && isObject(payload) && !(payload instanceof NativeUint8Array)) {
    for (const name of keysOf(payload)) {
      hide(shown, name, payload[name]);
    }
  }
  return shown;
}

// What a hook of the older dialect changed counts wherever it changed it, but not twice.
function accept(message, shown, before, returned, dialect) {
  if (dialect !== 'invoke') {
    return { cmd: returned.cmd, payload: returned.payload, options: returned.options };
  }
  const changes = [];
  const note = (value, old) => {
    const text = toJson(value);
    if (text !== old) {
      changes.push([value, text]);
    }
  };
  if (!(message.payload instanceof NativeUint8Array) && typeof returned.message === 'object' && returned.message !== null) {
    note(returned.payload, before.payload);
    note(returned.message.args, before.args);
    const flat = {};
    for (const name of keysOf(returned.message)) {
      if (name !== 'cmd' && name !== 'args') {
        flat[name] = returned.message[name];
      }
    }
    note(flat, before.flat);
    if (changes.some((change) => change[1] !== changes[0][1])) {
      throw new Error('its payload was changed in two ways');
    }
    if (changes.length > 0 && find(ALIASES, message.cmd) && changes[0][0] !== returned.payload) {
      throw new Error('only the payload of this command can be changed');
    }
  }
  let { cmd } = message;
  const named = returned.message?.cmd;
  if (named !== before.cmd) {
    if (typeof named !== 'string') {
      throw new Error('it has no command');
    }
    cmd = named;
  }
  return { cmd, payload: changes.length > 0 ? changes[0][0] : returned.payload, options: returned.options };
}

function remember(shown, dialect) {
  if (dialect !== 'invoke') {
    return undefined;
  }
  const { message, payload } = shown;
  const args = toJson(message.args);
  const flat = {};
  for (const name of keysOf(message)) {
    if (name !== 'cmd' && name !== 'args') {
      flat[name] = message[name];
    }
  }
  return { cmd: message.cmd, args, flat: toJson(flat), payload: toJson(payload) };
}
