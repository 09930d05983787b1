own(internals, 'metadata', freeze({
  currentWindow: freeze({ label: connection.windowLabel }),
  currentWebview: freeze({ label: connection.label, windowLabel: connection.windowLabel }),
}));
own(internals.plugins, 'path', freeze({ sep: connection.sep, delimiter: connection.delimiter }));
own(internals, '__TAURI_PATTERN__', freeze(PATTERN));

function postMessage(message) {
  transport.post(message);
}

const ipc = freeze((message) => postMessage(message));

function invoke(cmd, payload = {}, options) {
  return new NativePromise((resolve, reject) => {
    const callback = transformCallback((value) => {
      callbacks.delete(error);
      resolve(value);
    }, true);
    const error = transformCallback((reason) => {
      callbacks.delete(callback);
      reject(reason);
    }, true);
    const forget = (reason) => {
      callbacks.delete(callback);
      callbacks.delete(error);
      reject(reason);
    };
    const signal = options?.signal;
    if (signal) {
      if (signal.aborted) {
        forget(signal.reason);
        return;
      }
      // Ours: a call can be cancelled. Its late answer finds no callback, so none may warn.
      signal.addEventListener('abort', () => {
        if (callbacks.has(callback)) {
          transport.cancel(callback);
          forget(signal.reason);
        }
      }, { once: true });
    }
    try {
      ipc({ cmd, callback, error, payload, options });
    } catch (failure) {
      forget(failure);
    }
  });
}

function convertFileSrc(path, protocol = 'asset') {
  return connection.protocolUrl.replace('*', () => protocol) + nativeEncode(path);
}

own(internals, 'postMessage', postMessage);
own(internals, 'ipc', ipc);
own(internals, 'invoke', invoke);
own(internals, 'convertFileSrc', convertFileSrc);
own(window, 'ipc', freeze({ postMessage: (text) => transport.postText(`${text}`) }));
