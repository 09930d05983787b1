// What the page prints goes to the application's log, with its level and all its arguments: the engine itself passes on
// the first alone. Printing may run code of the page, such as toJSON; what that prints goes the engine's way.
if (transport.log) {
  const MAX_CHARS = 8192;
  const MAX_ENTRIES = 50;
  const MAX_DEPTH = 6;
  const NativeError = Error;
  const NativeSet = Set;
  const NativeDate = Date;
  const NativeNode = Node;
  const { keys } = Object;
  const text = String;
  let left = 0;
  let printing = false;

  function list(values, depth, parents, write) {
    const parts = [];
    for (const value of values) {
      if (parts.length === MAX_ENTRIES || left <= 0) {
        parts.push('…');
        break;
      }
      parts.push(write(value, depth + 1, parents));
    }
    return parts.join(',');
  }

  function describe(error, depth, parents) {
    const { name, message, stack, cause } = error;
    const lines = stack ? `\n${text(stack).replace(/^(?!$)/gm, '    at ')}` : '';
    const because = cause === undefined ? '' : `\nCaused by: ${inspect(cause, depth + 1, parents)}`;
    return `${name}${message ? `: ${message}` : ''}${lines}${because}`;
  }

  function object(value, depth, parents) {
    if (parents.includes(value)) {
      return '[Circular]';
    }
    if (depth > MAX_DEPTH) {
      return isArray(value) ? '[…]' : '{…}';
    }
    const all = [...parents, value];
    if (value instanceof NativeError || value instanceof DOMException) {
      return describe(value, depth, all);
    }
    if (value instanceof NativeNode) {
      return value.nodeType === 1 ? `<${value.localName}${value.id ? ` id="${value.id}"` : ''}>` : value.nodeName;
    }
    if (isArray(value)) {
      return `[${list(value, depth, all, inspect)}]`;
    }
    if (isView(value)) {
      return `${value.constructor.name}(${value.byteLength})`;
    }
    if (value instanceof NativeMap) {
      return `Map(${value.size}) {${list(value, depth, all, ([key, entry], at) =>
        `${inspect(key, at, all)} => ${inspect(entry, at, all)}`)}}`;
    }
    if (value instanceof NativeSet) {
      return `Set(${value.size}) {${list(value, depth, all, inspect)}}`;
    }
    if (value instanceof NativeDate || typeof value.toJSON === 'function') {
      return inspect(value.toJSON(), depth + 1, all);
    }
    return `{${list(keys(value), depth, all, (key, at) => `${stringify(key)}:${inspect(value[key], at, all)}`)}}`;
  }

  function inspect(value, depth, parents) {
    let result;
    if (typeof value === 'object' && value !== null) {
      try {
        result = object(value, depth, parents);
      } catch {
        result = '[object]';
      }
    } else if (typeof value === 'string') {
      const short = value.slice(0, MAX_CHARS);
      result = depth ? stringify(short) : short;
    } else if (typeof value === 'function') {
      result = `ƒ ${text(value.name)}`;
    } else {
      result = typeof value === 'bigint' ? `${value}n` : text(value);
    }
    left -= result.length;
    return result;
  }

  const top = (value) => inspect(value, 0, []);

  // The directives of the console's own format: %s, %d, %i, %f, %o, %O, %j, %c and %%.
  function format(args) {
    let next = 0;
    let first = '';
    if (typeof args[0] === 'string' && args.length > 1) {
      next = 1;
      first = args[0].slice(0, MAX_CHARS).replace(/%([sdifoOjc%])/g, (directive, kind) => {
        if (kind === '%' || next >= args.length) {
          return kind === '%' ? '%' : directive;
        }
        const value = args[next++];
        switch (kind) {
          case 'c': return '';
          case 'd': case 'i': return `${parseInt(value, 10)}`;
          case 'f': return `${parseFloat(value)}`;
          default: return top(value);
        }
      });
    }
    const parts = next ? [first] : [];
    for (; next < args.length && left > 0; next++) {
      parts.push(top(args[next]));
    }
    return parts.join(' ').slice(0, MAX_CHARS);
  }

  // The frame after the console's own that has a place: "name@url:line:column".
  function position(stack) {
    for (const frame of text(stack).split('\n', 8).slice(1)) {
      const place = /^[^@]*@(.+):(\d+):\d+$/.exec(frame);
      if (place) {
        return `${place[1]}:${place[2]}`;
      }
    }
    return null;
  }

  function print(level, args, stack, native) {
    if (!printing) {
      printing = true;
      left = MAX_CHARS;
      try {
        transport.log(level, format(args), position(stack));
        return;
      } catch {
        // Below.
      } finally {
        printing = false;
      }
    }
    apply(native, console, args);
  }

  for (const [name, level] of [['debug', 'debug'], ['log', 'info'], ['info', 'info'], ['dir', 'info'], ['warn', 'warn'],
    ['error', 'error']]) {
    const native = console[name];
    console[name] = { [name](...args) { print(level, args, new NativeError().stack, native); } }[name];
  }

  const { trace, assert } = console;
  console.trace = { trace(...args) {
    const { stack } = new NativeError();
    print('debug', [...args, `\n${stack}`], stack, trace);
  } }.trace;
  console.assert = { assert(condition, ...args) {
    if (!condition) {
      print('error', ['Assertion failed', ...args], new NativeError().stack, () => apply(assert, console, [false, ...args]));
    }
  } }.assert;
}
