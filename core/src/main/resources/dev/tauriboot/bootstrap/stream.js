// HTTP alone: calls are requests, and whatever comes from the back end is a message of a socket or, where none opens, a
// line of one response that stays open.
const RELOADED = '__TAURI_RELOADED__';
// An engine that fails over the first one.
const NO_SOCKETS = / JavaFX\//.test(window.navigator.userAgent);

const transport = (() => {
  const base = `${window.location.origin}/__tauri__/`;
  const { location, sessionStorage } = window;
  const reload = location.reload.bind(location);
  const assign = location.assign.bind(location);
  const evaluate = window.eval.bind(window);
  const decoder = new TextDecoder();
  const keyed = () => ({ 'Tauri-Invoke-Key': connected.key });
  let leaving = false;

  window.addEventListener('pagehide', () => { leaving = true; });
  // A document that comes back from the engine's memory has lost its stream.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      reload();
    }
  });

  function obey({ navigate, reload: again, eval: script, print, clear, end }) {
    if (navigate !== undefined) {
      leaving = true;
      assign(navigate.includes('://') ? navigate : `/${navigate.replace(/^\//, '')}`);
    } else if (again !== undefined) {
      leaving = true;
      reload();
    } else if (script !== undefined) {
      evaluate(script);
    } else if (print !== undefined) {
      window.print();
    } else if (clear !== undefined) {
      clearBrowsingData();
    } else if (end !== undefined) {
      leaving = true;
      warn(`The application has ended the connection of this tab: ${end}`);
      if (end === 'closed') {
        window.close();
      }
    }
  }

  function runLine(line) {
    try {
      if (line[0] === '[') {
        runFrames(line);
      } else if (line) {
        obey(parse(line));
      }
    } catch (error) {
      rethrow(error);
    }
  }

  async function readLines(reader) {
    let parts = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      let start = 0;
      for (;;) {
        const end = value.indexOf(10, start);
        if (end < 0) {
          parts.push(decoder.decode(value.subarray(start), { stream: true }));
          break;
        }
        parts.push(decoder.decode(value.subarray(start, end), { stream: true }));
        const line = parts.join('');
        parts = [];
        start = end + 1;
        runLine(line);
      }
    }
  }

  // Browsers open six connections to a server for all of their tabs, and sockets besides: with a response that stays open
  // in each, the sixth tab would bring them all to a halt.
  function listenBySocket() {
    return new NativePromise((resolve) => {
      const socket = new WebSocket(`${base.replace('http', 'ws')}stream`);
      const send = socket.send.bind(socket);
      let greeted = false;
      let heard = false;
      socket.addEventListener('message', ({ data }) => {
        if (!greeted) {
          greeted = true;
          send(connected.key);
          return;
        }
        if (!heard) {
          heard = true;
          settled();
        }
        runLine(data.slice(0, -1));
      });
      const end = () => resolve(heard);
      socket.addEventListener('error', end);
      socket.addEventListener('close', end);
    });
  }

  async function listenByResponse() {
    const response = await nativeFetch(`${base}stream`, { headers: keyed(), cache: 'no-store' });
    if (!response.ok) {
      throw new Error(`${response.status} ${await response.text()}`);
    }
    const reader = response.body.getReader();
    settled();
    await readLines(reader);
  }

  function settled() {
    later(() => { if (!leaving) { sessionStorage.removeItem(RELOADED); } }, 5000);
  }

  // Without its stream the page is lost: it is loaded again as soon as the application answers, once.
  async function recover() {
    for (;;) {
      await new NativePromise((resolve) => { later(resolve, 1000); });
      if (leaving) {
        return;
      }
      let response;
      try {
        response = await nativeFetch(`${base}alive`);
      } catch {
        continue;
      }
      if (response.ok && !sessionStorage.getItem(RELOADED)) {
        sessionStorage.setItem(RELOADED, 'yes');
        reload();
      } else {
        warn('The application has ended, or has started anew: open it by a new link');
      }
      return;
    }
  }

  async function listen() {
    try {
      if ((NO_SOCKETS || !await listenBySocket()) && !leaving) {
        await listenByResponse();
      }
    } catch (failure) {
      if (!leaving) {
        warn('The stream from the application broke', failure);
      }
    }
    if (!leaving) {
      await recover();
    }
  }
  listen();

  // Engines fail requests while some thousands of them wait, and send few at once anyway.
  const AT_ONCE = 64;
  let underWay = 0;
  let turns = [];
  let nextTurn = 0;

  async function inTurn(request) {
    if (underWay === AT_ONCE) {
      await new NativePromise((resolve) => { turns.push(resolve); });
    } else {
      underWay++;
    }
    try {
      await request();
    } finally {
      const next = turns[nextTurn++];
      if (next) {
        next();
      } else {
        underWay--;
        turns = [];
        nextTurn = 0;
      }
    }
  }

  return {
    connection: connected,
    post(message) {
      const failed = (failure) => {
        if (!leaving && !message.options?.signal?.aborted) {
          runCallback(message.error, `${failure}`);
        }
      };
      if (ISOLATION) {
        hooked(message, (cmd, sealed) => {
          inTurn(() => httpRequest({ ...message, cmd }, 'application/octet-stream', sealed)).catch(failed);
        });
        return;
      }
      const bytes = toBytes(message.payload);
      const pairs = toPairs(message.options);
      // What waits is sent as it was when the page sent it.
      const body = bytes ? (underWay === AT_ONCE ? new NativeUint8Array(bytes) : bytes) : toJson(message.payload);
      const type = bytes ? 'application/octet-stream' : 'application/json';
      inTurn(() => httpRequest(message, type, body, pairs)).catch(failed);
    },
    cancel: (callback) => {
      nativeFetch(`${base}cancel/${callback}`, { method: 'POST', headers: keyed() }).catch(logError);
    },
    postText: (text) => {
      nativeFetch(`${base}post`, { method: 'POST', headers: keyed(), body: text }).then(async (response) => {
        if (!response.ok) {
          logError(await response.text());
        }
      }).catch(logError);
    },
    fetchHeld: async (id) => heldOf(await requestHeld(id)),
  };
})();
const { connection } = transport;
if (ISOLATION) {
  postToFrame.open(connection.isolationUrl);
}
