// Messages of a tab go through the hook of the isolation frame first. What comes back is encrypted, and is then a
// request. The limits here only keep a call from hanging: what is refused is decided elsewhere.
const FRAME_MILLIS = 10000;

const hooked = (() => {
  const pending = new NativeMap();
  let waiting = [];
  let limit;
  let failed = false;
  let lastId = 0;

  function refuse(message, reason) {
    if (!message.options?.signal?.aborted) {
      runCallback(message.error, `Command ${message.cmd} refused: ${reason}`);
    }
  }

  function give(id, entry) {
    entry.timer = later(() => {
      if (pending.delete(id)) {
        refuse(entry.message, 'the isolation hook took too long');
      }
    }, limit * 2);
    postToFrame.send(entry.data);
  }

  window.addEventListener('message', (event) => {
    const { data } = event;
    if (!postToFrame.isSource(event) || typeof data?.tauri !== 'number') {
      return;
    }
    if (data.tauri === 0 && limit === undefined) {
      ({ limit } = data);
      const early = waiting;
      waiting = [];
      early.forEach(([id, entry]) => give(id, entry));
      return;
    }
    const entry = pending.get(data.tauri);
    if (!entry) {
      return;
    }
    pending.delete(data.tauri);
    clearTimeout(entry.timer);
    if (entry.message.options?.signal?.aborted) {
      return;
    }
    if (data.sealed) {
      entry.send(data.cmd, data.sealed);
    } else {
      runCallback(entry.message.error, `${data.refused}`);
    }
  });

  later(() => {
    if (limit === undefined) {
      failed = true;
      const early = waiting;
      waiting = [];
      early.forEach(([id, { message }]) => {
        pending.delete(id);
        refuse(message, 'the isolation frame did not load');
      });
    }
  }, FRAME_MILLIS);

  return (message, send) => {
    const { cmd, callback, error, payload, options } = message;
    const pairs = toPairs(options);
    const body = toBytes(payload) ?? toJson(payload);
    if (failed || !postToFrame.isThere()) {
      enqueue(() => refuse(message, 'the isolation frame is gone, until the document is loaded again'));
      return;
    }
    const id = ++lastId;
    const entry = { message, send, data: { tauri: id, cmd: `${cmd}`, callback, error,
      headers: pairs ? stringify(pairs) : null, body: typeof body === 'string' ? body : ownBytes(body) } };
    pending.set(id, entry);
    if (limit === undefined) {
      waiting.push([id, entry]);
    } else {
      give(id, entry);
    }
  };
})();
