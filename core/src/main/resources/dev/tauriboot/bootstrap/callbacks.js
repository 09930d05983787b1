const callbacks = new NativeMap();
let lastCallback = 0;

function transformCallback(fn, once = false) {
  do {
    lastCallback = (lastCallback + 1) >>> 0;
  } while (callbacks.has(lastCallback));
  const id = lastCallback;
  callbacks.set(id, once
    ? (data) => { callbacks.delete(id); return fn?.(data); }
    : (data) => fn?.(data));
  return id;
}

function unregisterCallback(id) {
  callbacks.delete(id);
}

function runCallback(id, data) {
  const callback = callbacks.get(id);
  if (callback) {
    callback(data);
  } else {
    warn(`[TAURI] Couldn't find callback id ${id}. This might happen when the app is reloaded while Rust is running an asynchronous operation.`);
  }
}

own(internals, 'callbacks', callbacks);
own(internals, 'transformCallback', transformCallback);
own(internals, 'unregisterCallback', unregisterCallback);
own(internals, 'runCallback', runCallback);
