// Requests over HTTP: all calls of a page without a bridge, and large bytes of one with it.
async function decoded(response) {
  const type = (response.headers.get('content-type') ?? '').split(',')[0];
  return type === 'application/json' ? response.json()
    : type === 'text/plain' ? response.text() : response.arrayBuffer();
}

function httpHeaders(pairs, type, callback, error) {
  const headers = new NativeHeaders(pairs ?? []);
  setHeader(headers, 'Content-Type', type);
  setHeader(headers, 'Tauri-Callback', `${callback}`);
  setHeader(headers, 'Tauri-Error', `${error}`);
  setHeader(headers, 'Tauri-Invoke-Key', connection.key);
  return headers;
}

async function httpRequest({ cmd, callback, error, options }, type, body, pairs) {
  await sendHttp(cmd, callback, error, type, pairs, body, options?.signal);
}

// An engine has few connections, or threads, for requests: none may wait for long. The answer of a call that does comes by
// the queue of frames. Tells whether the back end has only taken the request.
async function sendHttp(cmd, callback, error, type, pairs, body, signal) {
  const response = await nativeFetch(connection.ipcUrl + nativeEncode(cmd), {
    method: 'POST',
    headers: httpHeaders([...pairs ?? [], ['Prefer', 'respond-async']], type, callback, error),
    body,
    signal,
  });
  if (response.status === 202) {
    return true;
  }
  const value = await decoded(response);
  runCallback(response.headers.get('Tauri-Response') === 'ok' ? callback : error, value);
  return false;
}

const HELD = 'plugin:__TAURI_CHANNEL__|fetch';

function requestHeld(id) {
  return nativeFetch(connection.ipcUrl + nativeEncode(HELD), {
    method: 'POST',
    headers: httpHeaders([[ISOLATION ? 'Tauri-Result-Id' : 'Tauri-Channel-Id', `${id}`]], 'application/json', 0, 0),
    body: 'null',
  });
}

async function heldOf(response) {
  const value = await decoded(response);
  if (response.headers.get('Tauri-Response') !== 'ok') {
    throw value;
  }
  return value;
}
