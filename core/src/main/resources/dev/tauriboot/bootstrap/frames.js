// What comes from the back end: a JSON array of frames. The first element of a frame is its kind.
const listeners = new NativeMap();
const waiting = new NativeMap();

function buffer(base64) {
  return fromBase64(base64).buffer;
}

function held(id) {
  return new NativePromise((resolve, reject) => {
    transport.fetchHeld(id).then(resolve, reject);
  });
}

// What a channel sends is fetched by a message of its own, which isolation has to see.
function heldByChannel(id) {
  return ISOLATION ? invoke(HELD, null, { headers: { 'Tauri-Channel-Id': `${id}` } }) : held(id);
}

// The frames of one channel stay in order, also behind one whose data has to be fetched first.
function inChannelOrder(id, deliver, fetched) {
  const before = waiting.get(id);
  if (!before && !fetched) {
    deliver();
    return;
  }
  const turn = (async () => {
    await before;
    try {
      deliver(fetched && await fetched);
    } catch (error) {
      logError(error);
    }
    if (waiting.get(id) === turn) {
      waiting.delete(id);
    }
  })();
  waiting.set(id, turn);
}

function channelFrame(id, index, kind, value) {
  const run = (message) => runCallback(id, { message, index, id: index });
  if (kind === 2) {
    inChannelOrder(id, run, heldByChannel(value));
  } else {
    inChannelOrder(id, () => run(kind === 1 ? buffer(value) : value));
  }
}

function dispatchEvent(event, ids, payload) {
  const registered = listeners.get(event);
  if (!registered) {
    return;
  }
  for (const id of ids) {
    const handler = registered.get(id);
    if (handler !== undefined) {
      try {
        runCallback(handler, { event, id, payload });
      } catch (error) {
        rethrow(error);
      }
    }
  }
}

function addListener(event, id, handler) {
  let registered = listeners.get(event);
  if (!registered) {
    listeners.set(event, registered = new NativeMap());
  }
  registered.set(id, handler);
}

function unregisterListener(event, id) {
  const registered = listeners.get(event);
  const handler = registered?.get(id);
  if (handler === undefined) {
    return;
  }
  registered.delete(id);
  if (registered.size === 0) {
    listeners.delete(event);
  }
  unregisterCallback(handler);
}

function runFrame(frame) {
  switch (frame[0]) {
    case 0: return runCallback(frame[1], frame[2]);
    case 1: return runCallback(frame[1], buffer(frame[2]));
    case 2: return void held(frame[2])
      .then((data) => runCallback(frame[1], data), (failure) => runCallback(frame[3], `${failure}`));
    case 3: return channelFrame(frame[1], frame[2], frame[3], frame[4]);
    case 4: return inChannelOrder(frame[1], () => {
      if (callbacks.has(frame[1])) {
        runCallback(frame[1], { end: true, index: frame[2], id: '~end' });
      }
    });
    case 5: return dispatchEvent(frame[1], frame[2], frame[3]);
    case 6: return addListener(frame[1], frame[2], frame[3]);
    case 7: return unregisterListener(frame[1], frame[2]);
  }
}

function runFrames(batch) {
  for (const frame of parse(batch)) {
    try {
      runFrame(frame);
    } catch (error) {
      rethrow(error);
    }
  }
}

const eventInternals = { unregisterListener };
own(window, '__TAURI_EVENT_PLUGIN_INTERNALS__', MOCKS ? eventInternals : freeze(eventInternals));
