// Runs the hook over one message. A hook that returns at once is answered at once: no timer or microtask is waited for.
const HOOK = '__TAURI_ISOLATION_HOOK__';
const KIND_JSON = 0;
const KIND_BASE64 = 1;
const KIND_STAGED = 2;

function findHook() {
  const hook = window[HOOK];
  return typeof hook === 'function' || hook === null ? hook : undefined;
}

const isObject = (value) => typeof value === 'object' && value !== null;
const isPromise = (value) => isObject(value) && typeof value.then === 'function';

function refusal(cmd, reason) {
  let text = '';
  try {
    text = reason === undefined ? '' : `${reason?.message ?? reason}`;
  } catch {
    // a reason without a text
  }
  return new Refusal(`Command ${cmd} refused by the isolation hook${text ? `: ${text}` : ''}`);
}

class Refusal {
  constructor(text) {
    this.text = text;
  }
}

// The back end ignores what is behind a second bar, so a hook that compares names must not see it.
function commandOf(name) {
  const [plugin, command, ...rest] = name.startsWith('plugin:') ? name.split('|') : [name];
  return rest.length > 0 ? `${plugin}|${command}` : name;
}

// The names of headers in lower case, whoever has written them.
function lowered(options) {
  if (!options?.headers) {
    return options;
  }
  const headers = {};
  for (const [name, value] of new NativeHeaders(options.headers)) {
    put(headers, name, value);
  }
  return { ...options, headers };
}

function toMessage(cmd, callback, error, payload, pairs) {
  const options = pairs ? lowered({ headers: parse(pairs) }) : undefined;
  return { cmd: commandOf(cmd), callback, error, payload, options };
}

// One run of the hook: gives the message it allows, a refusal, or a promise of one of them.
function runOnce(hook, message, dialect) {
  let shown;
  let before;
  const read = (returned) => {
    if (!isObject(returned) || returned instanceof Error || typeof returned.cmd !== 'string') {
      return refusal(message.cmd, returned instanceof Error ? returned : undefined);
    }
    try {
      const { cmd, payload, options } = before ? accept(message, shown, before, returned) : returned;
      return { ...message, cmd, payload, options };
    } catch (reason) {
      return refusal(message.cmd, reason);
    }
  };
  let returned;
  try {
    shown = present(message, dialect);
    before = dialect === 'invoke' ? remember(shown) : undefined;
    returned = hook(shown);
    if (isPromise(returned)) {
      return new NativePromise((resolve) => {
        returned.then((value) => resolve(read(value)), (reason) => resolve(refusal(message.cmd, reason ?? 'rejected')));
      });
    }
  } catch (reason) {
    return refusal(message.cmd, reason);
  }
  return read(returned);
}

function runFrom(hook, message, dialects, index) {
  for (let i = index; i < dialects.length; i++) {
    // A reply that is fetched is no call of the page's own making, which an allow-list of commands would not name.
    if (dialects[i] === 'invoke' && message.cmd === FETCH_COMMAND) {
      continue;
    }
    const outcome = runOnce(hook, message, dialects[i]);
    if (outcome instanceof NativePromise) {
      return new NativePromise((resolve) => {
        outcome.then((result) => resolve(result instanceof Refusal ? result : runFrom(hook, result, dialects, i + 1)));
      });
    }
    if (outcome instanceof Refusal) {
      return outcome;
    }
    message = outcome;
  }
  return message;
}

function runHook(message) {
  const hook = findHook();
  if (hook === undefined) {
    return refusal(message.cmd, 'there is none');
  }
  return hook === null ? message : runFrom(hook, message, DIALECTS, 0);
}
