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
    const signal = options?.signal;
    const ending = (settle) => (result) => {
      callbacks.delete(callback);
      callbacks.delete(error);
      signal?.removeEventListener('abort', abort);
      settle(result);
    };
    const fail = ending(reject);
    const callback = transformCallback(ending(resolve), true);
    const error = transformCallback(fail, true);
    // Ours: a call can be cancelled. Its late answer finds no callback, so none may warn.
    const abort = () => {
      transport.cancel(callback);
      fail(signal.reason);
    };
    if (signal?.aborted) {
      fail(signal.reason);
      return;
    }
    signal?.addEventListener('abort', abort);
    try {
      ipc({ cmd, callback, error, payload, options });
    } catch (failure) {
      fail(failure);
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
