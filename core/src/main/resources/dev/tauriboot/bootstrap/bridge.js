// The bridge: two functions of the back end that only this closure holds. The prompt is answered by the back end, not by
// a dialog; it puts them on the window, from where they are taken at once.
const PART_BYTES = 8 * 1024 * 1024;
// A frame without an origin has no access to a server that lets in this document only.
const FRAME_ON_SOCKET = /\/__tauri__\//;
const FAILED = 'The back end failed, see its log';
// A character for each byte, whose low bits it is. Of a text the engine makes bytes by Base64 alone, as the isolation
// frame has to.
const byteText = new TextDecoder('x-user-defined');
const toText = byteText.decode.bind(byteText);
const toBody = ISOLATION ? toBase64 : toText;

const transport = (() => {
  window.prompt('__TAURI_CONNECT__');
  const bridge = window.__TAURI_BRIDGE__;
  delete window.__TAURI_BRIDGE__;
  if (!bridge) {
    throw new Error('The back end gave no bridge to this page');
  }
  const { invoke, call } = bridge;
  const NativeError = Error;

  // What they throw is of another realm, which is not for the page.
  function ask(name, a = null, b = null, c = null, d = null, e = null, f = null) {
    try {
      return call(name, a, b, c, d, e, f);
    } catch {
      throw new NativeError(FAILED);
    }
  }

  // What Java calls is a node: of other objects the engine may let go for one of an earlier document that was in the same
  // place. Promise reactions of code that runs in an event's listener go on at once, those of plainly evaluated code wait
  // for the engine's next timer.
  const sink = new Comment();
  const { dispatchEvent } = sink;
  const NativeEvent = Event;
  // What comes with a call waits for the code that calls to end, and what is delivered before that comes after it.
  let first;
  let last;
  function add(batch) {
    const entry = { batch, next: undefined };
    if (first) {
      last.next = entry;
    } else {
      first = entry;
    }
    last = entry;
    return entry;
  }
  function runTo(entry) {
    while (entry.batch) {
      const { batch } = first;
      first.batch = undefined;
      first = first.next;
      runFrames(batch);
    }
  }
  sink.addEventListener('frames', () => runTo(last));
  sink.deliver = (batch) => {
    add(batch);
    apply(dispatchEvent, sink, [new NativeEvent('frames')]);
  };
  sink.report = (problem) => logError(problem);
  freeze(sink);

  // A page of another origin is told no URL: its policy, or being secure, may forbid requests to ours.
  const connection = parse(ask('connect', sink));
  let fetchBlocked = !connection.ipcUrl;
  let leaving = false;
  let lastParts;
  window.addEventListener('pagehide', () => {
    leaving = true;
    ask('leave');
  });

  // The bridge takes numbers of 32 bits with a sign, and makes one and the same of all that are larger.
  function send({ cmd, callback, error }, raw, body, pairs) {
    const name = `${cmd}`;
    const headers = pairs ? stringify(pairs) : null;
    let batch;
    try {
      batch = invoke(name, callback | 0, error | 0, raw, body, headers);
    } catch {
      throw new NativeError(FAILED);
    }
    if (batch) {
      const entry = add(batch);
      enqueue(() => runTo(entry));
    }
  }

  // Requests that were under way together fail together: one warning is enough.
  function blocked(failure) {
    if (fetchBlocked) {
      return;
    }
    fetchBlocked = true;
    warn('IPC custom protocol failed, Tauri will now use the postMessage interface instead', failure);
  }

  // Bytes go to the isolation frame without a detour, are kept by the back end once the hook has seen them, and only
  // their name is sent: the answer comes as that of any request.
  function postStaged(message, bytes, pairs) {
    const { cmd, callback, error, options } = message;
    const submit = transformCallback(({ name, command }) => {
      callbacks.delete(fail);
      sendHttp(command, callback, error, 'application/octet-stream', [['Tauri-Isolation-Kept', name]], undefined,
        options?.signal).catch((failure) => {
        if (options?.signal?.aborted) {
          ask('forgetKept', name);
        } else if (!leaving) {
          blocked(failure);
          ask('submitKept', command, callback | 0, error | 0, name);
        }
      });
    }, true);
    const fail = transformCallback((reason) => {
      callbacks.delete(submit);
      runCallback(error, reason);
    }, true);
    const id = ask('stage', `${cmd}`, callback | 0, error | 0, pairs ? stringify(pairs) : null, submit | 0, fail | 0);
    postToFrame.post(id, bytes);
  }

  // The engine keeps what it sends in Java's memory until it has the answer, beside the body that the command gets: of a
  // large one it gets parts, of which the back end takes all but the last without an answer.
  async function sendParts({ cmd, callback, error, options }, { buffer, length }, pairs) {
    let taken = true;
    for (let from = 0; from < length && taken; from += PART_BYTES) {
      const part = new NativeUint8Array(buffer, from, min(PART_BYTES, length - from));
      taken = await sendHttp(cmd, callback, error, 'application/octet-stream',
        [...pairs ?? [], ['Tauri-Body-Part', `${from}/${length}`]], part, options?.signal);
    }
    return taken;
  }

  // The back end puts one body of a page together at a time.
  async function sendInTurn(message, bytes, pairs) {
    const before = lastParts;
    let done;
    lastParts = new NativePromise((resolve) => { done = resolve; });
    await before;
    let taken = false;
    try {
      taken = await sendParts(message, bytes, pairs);
    } finally {
      done();
      if (!taken) {
        ask('cancel', message.callback | 0);
      }
    }
  }

  function postBytes(message, bytes, pairs) {
    if (bytes.length < connection.requestBytesFrom || fetchBlocked
      || (ISOLATION && FRAME_ON_SOCKET.test(connection.isolationUrl))) {
      send(message, true, toBody(bytes), pairs);
      return;
    }
    if (ISOLATION) {
      postStaged(message, bytes, pairs);
      return;
    }
    const sent = bytes.length > 2 * PART_BYTES ? sendInTurn(message, new NativeUint8Array(bytes), pairs)
      : httpRequest(message, 'application/octet-stream', bytes, pairs);
    sent.catch((failure) => {
      if (!leaving && !message.options?.signal?.aborted) {
        blocked(failure);
        send(message, true, toBody(bytes), pairs);
      }
    });
  }

  return {
    connection,
    post(message) {
      const bytes = toBytes(message.payload);
      const pairs = toPairs(message.options);
      if (bytes) {
        postBytes(message, bytes, pairs);
      } else {
        send(message, false, toJson(message.payload), pairs);
      }
    },
    cancel: (callback) => ask('cancel', callback | 0),
    postText: (text) => ask('postText', text),
    downloads: ask('savesLinks') ? {
      offer: (url, name, size, type) => ask('offerDownload', `${url}`, `${name}`, +size, `${type}`),
      settle: () => ask('settleDownload'),
      data: (id, bytes) => ask('downloadData', id, toText(bytes)),
      end: (id, complete) => ask('endDownload', id, complete),
    } : undefined,
    drops: ask('takesDrops') ? {
      count: () => ask('draggedFiles'),
      offer: () => ask('offerDrop'),
    } : undefined,
    clipboard: ask('clipboardAccess') ? {
      readable: ask('clipboardAccess') === 2,
      write: (text, html, late) => ask('copy', text, html, late),
      read: () => ask('readClipboard'),
    } : undefined,
    subtle: () => (ask('hasSubtle') ? {
      open: (sink) => ask('openSubtle', sink),
      call: (id, operation, parameters, data) => ask('callSubtle', id, operation, parameters, data),
      forget: (ids) => ask('forgetKeys', ids),
    } : null),
    print: (printing) => ask('print', printing),
    log: ask('hasConsole') ? (level, text, position) => ask('log', level, text, position) : undefined,
    async fetchHeld(id) {
      let response;
      if (!fetchBlocked) {
        try {
          response = await requestHeld(id);
        } catch (failure) {
          if (leaving) {
            throw failure;
          }
          blocked(failure);
        }
      }
      const data = response ? undefined : ask('takeHeld', id);
      if (data === null) {
        throw new NativeError('data not found');
      }
      return response ? heldOf(response) : buffer(data);
    },
  };
})();
const { connection } = transport;
if (ISOLATION) {
  postToFrame.open(connection.isolationUrl);
}
