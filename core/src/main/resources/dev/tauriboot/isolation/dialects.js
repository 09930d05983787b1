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
  'plugin:clipboard-manager|write_text': ['Clipboard', 'writeText', { text: 'data' }],
  'plugin:clipboard-manager|read_text': ['Clipboard', 'readText'],
  'plugin:process|exit': ['Process', 'exit', { code: 'exitCode' }],
  'plugin:process|restart': ['Process', 'relaunch'],
};
// Arguments of these go back by `payload` only: one of the older messages is several of today's, or shaped otherwise.
const READ_ONLY = ['Http', 'Window'];
// Base directories had other numbers: those of today are the places here.
const OLD_DIRECTORIES = [undefined, 1, 2, 3, 4, 5, 7, 8, 12, 13, 16, 17, 20, 21, 22, 23, 24, 25, 6, 9, 10, 11, 14, 15];
// These have a directory for each of their paths, where `dir` was for both.
const BASE_DIRECTORIES = {
  'plugin:fs|copy_file': ['fromPathBaseDir', 'toPathBaseDir'],
  'plugin:fs|rename': ['oldPathBaseDir', 'newPathBaseDir'],
};
const nativeHasOwn = Object.prototype.hasOwnProperty;
const hasOwn = (object, name) => apply(nativeHasOwn, object, [name]);
const find = (table, name) => (hasOwn(table, name) ? table[name] : undefined);
const put = (object, name, value) => {
  defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
};
const decodePath = decodeURIComponent;
const encodeByte = escape;
const NativeURL = URL;
const { trunc } = Math;
const isRecord = (value) => isObject(value) && !isArray(value) && !(value instanceof NativeUint8Array);
const oldName = (renamed, name) => (renamed && find(renamed, name)) ?? name;
const newName = (renamed, name) => keysOf(renamed).find((key) => renamed[key] === name);
const baseNamesOf = (cmd) => find(BASE_DIRECTORIES, cmd) ?? ['baseDir'];

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

// The plugin takes a header's characters for bytes of UTF-8, and refuses what is none.
function headerPath(text) {
  try {
    return decodePath(text.replace(/[\x80-\xff]/g, encodeByte));
  } catch {
    return text;
  }
}

// Without any, the client sends a text that is no JSON.
function headerOptions(text) {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

// The plugin reads a number from a text too, and leaves out its fraction.
const oldDirectory = (base) => (isObject(base) ? base : OLD_DIRECTORIES[trunc(base)] ?? base);

// The page's own `dir` is not shown, as no command reads it.
function oldOptions(cmd, options) {
  const names = baseNamesOf(cmd);
  const isOne = names.every((name) => hasOwn(options, name) && options[name] === options[names[0]]);
  const shown = {};
  for (const name of keysOf(options)) {
    if (isOne && names.includes(name)) {
      put(shown, 'dir', oldDirectory(options[name]));
    } else if (name !== 'dir') {
      put(shown, name, options[name]);
    }
  }
  return shown;
}

// Arguments as the older names have them. Written files carry their path and options beside the payload.
function aliasArguments(message, alias) {
  const { cmd, payload } = message;
  const [, , renamed, shape] = alias ?? [];
  if (shape) {
    return shape(isRecord(payload) ? payload : {});
  }
  const shownAs = PATH_COMMANDS.test(cmd) ? plainPath : (value) => value;
  const args = {};
  if (isRecord(payload)) {
    for (const name of keysOf(payload)) {
      // An older name that the page has used itself would stand for what no command reads.
      if (!(renamed && newName(renamed, name))) {
        put(args, oldName(renamed, name), shownAs(payload[name]));
      }
    }
  }
  const headers = message.options?.headers;
  if (typeof headers?.path === 'string' && (WRITE_COMMANDS.includes(cmd) || payload instanceof NativeUint8Array)) {
    args.path = shownAs(headerPath(headers.path));
    args.contents = payload;
    if (WRITE_COMMANDS.includes(cmd)) {
      args.options = headerOptions(headers.options);
    }
  }
  if (alias?.[0] === 'Fs' && isRecord(args.options)) {
    args.options = oldOptions(cmd, args.options);
  }
  return args;
}

function hide(object, name, value) {
  if (!hasOwn(object, name)) {
    defineProperty(object, name, { value, configurable: true, writable: true });
  }
}

function oldMessage(message, alias) {
  const args = aliasArguments(message, alias);
  const shown = { cmd: alias ? alias[1] : message.cmd, args };
  for (const name of keysOf(args)) {
    if (name !== 'cmd' && name !== 'args') {
      put(shown, name, args[name]);
    }
  }
  return shown;
}

function present(message, dialect) {
  const { cmd, callback, error, payload, options } = message;
  const alias = find(ALIASES, cmd);
  const event = find(EVENT_COMMANDS, cmd) && payload?.event;
  if (dialect === 'invoke') {
    // In a list of dialects they come from the hook.
    const headed = lowered(options);
    const shown = { cmd: find(EVENT_COMMANDS, cmd) ?? 'invoke', callback, error, payload, options: headed,
      message: oldMessage({ ...message, options: headed }, alias), __tauriModule: alias?.[0] };
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
  if (isRecord(payload)) {
    for (const name of keysOf(payload)) {
      hide(shown, name, payload[name]);
    }
  }
  return shown;
}
