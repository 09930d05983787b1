// A page and its isolation frame with the scripts that the server gives them, in Node: real scripts, WebCrypto and
// sockets. It is no browser: there is no sandbox and no rule between the two but those that stand here.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const { base, cookie, secret, limit, calls } = JSON.parse(readFileSync(0, 'utf8'));
const log = [];
const shared = { Uint8Array, ArrayBuffer, Headers, URL, TextEncoder, TextDecoder, EventTarget, Event, crypto, performance,
  setTimeout, clearTimeout, queueMicrotask, atob, btoa };

function realm(origin, fetch) {
  const listeners = [];
  const consoleOf = { warn: (...args) => log.push(args.join(' ')), error: (...args) => log.push(args.join(' ')) };
  const realm = createContext({ ...shared, console: consoleOf, fetch, location: { origin, href: `${origin}/` },
    addEventListener: (type, listener) => { if (type === 'message') { listeners.push(listener); } } });
  realm.window = realm;
  realm.top = realm;
  realm.deliver = (data, source, sender) => {
    const copy = structuredClone(data);
    setTimeout(() => listeners.forEach((listener) => listener({ data: copy, source, origin: sender })));
  };
  return realm;
}

const scripts = (html) => [...html.matchAll(/<script(?![^>]*type="importmap")[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
const sent = [];
const asPage = (url, options = {}) => {
  if (options.body) {
    sent.push({ headers: [...new Headers(options.headers).keys()], body: Buffer.from(options.body).toString('latin1') });
  }
  return fetch(url, { ...options,
    headers: { ...Object.fromEntries(new Headers(options.headers)), Cookie: cookie, Origin: base } });
};

const page = realm(base, asPage);
const frame = realm('null', () => { throw new Error('nothing may be fetched'); });
page.postMessage = () => {};
page.logged = log;
page.navigator = { userAgent: 'Node' };
// As a browser does: with the cookie, and with the origin of the page.
page.sockets = [];
page.WebSocket = function (url) {
  page.sockets.push(new WebSocket(url, { headers: { Cookie: cookie, Origin: base } }));
  return page.sockets[0];
};
const pageForFrame = { postMessage: (data, target) => { if (target === base) { page.deliver(data, frameForPage, 'null'); } } };
const frameForPage = { postMessage: function (data) { frame.deliver(data, pageForFrame, base); } };
page.postMessage = function (data) { this.postMessage(data); };
frame.parent = pageForFrame;
// Time passes for the limits of hooks when the calls say so, however busy the machine is.
const limits = new Map();
let lastLimit = 0;
frame.setTimeout = (work, millis) => {
  if (millis < limit) {
    return setTimeout(work, millis);
  }
  limits.set(--lastLimit, work);
  return lastLimit;
};
frame.clearTimeout = (id) => { limits.delete(id) || clearTimeout(id); };
// One is that of the frame itself.
page.overdue = async (call) => {
  while (limits.size < 2) {
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  [...limits.values()].at(-1)();
  return call;
};
// The page gives the frame 10 seconds to load.
page.setTimeout = (work, millis) => setTimeout(work, millis === 10000 ? 60000 : millis);
frame.document = { currentScript: { remove() {} } };

async function load(url) {
  const response = await fetch(url, { headers: { 'Sec-Fetch-Dest': 'iframe' } });
  if (response.status !== 200) {
    throw new Error(`frame ${response.status}`);
  }
  scripts(await response.text()).forEach((script) => runInContext(script, frame));
}

class HTMLIFrameElement {
  style = { setProperty() {} };
  get contentWindow() { return frameForPage; }
  setAttribute(name, value) { this[name] = value; }
  addEventListener() {}
}
page.HTMLIFrameElement = HTMLIFrameElement;
page.sessionStorage = { getItem: () => secret, setItem() {}, removeItem() {} };
page.location.reload = () => {};
page.location.assign = () => {};
page.document = { currentScript: { remove() {} }, createElement: () => new HTMLIFrameElement(),
  documentElement: { append: (element) => { load(element.src).catch((error) => log.push(`${error}`)); } } };
const connection = await (await asPage(`${base}/__tauri__/connect`, { method: 'POST', headers: { 'Tauri-Tab': secret } })).text();
page.XMLHttpRequest = class {
  status = 200;
  responseText = connection;
  open() {}
  setRequestHeader() {}
  send() {}
};
runInContext(scripts(await (await asPage(`${base}/`)).text()).find((script) => script.includes('__TAURI_INTERNALS__')), page);
const answered = [];
const toPage = page.deliver;
page.deliver = (data, ...rest) => {
  answered.push([data.tauri, Boolean(data.sealed)]);
  toPage(data, ...rest);
};
// Of these the frame hears the last two only, and the hook finds the header in the last.
const forged = (tauri) => ({ tauri, cmd: 'greet', callback: 1, error: 2, headers: null, body: '{"name":"x"}' });
await runInContext('window.__TAURI_INTERNALS__.invoke("greet", { name: "x" })', page);
frame.deliver(forged(1001), pageForFrame, 'http://evil.example');
frame.deliver(forged(1002), pageForFrame, 'null');
frame.deliver(forged(1003), { postMessage() {} }, base);
frame.deliver({ ...forged(1004), body: { name: 'x' } }, pageForFrame, base);
frame.deliver(forged(1005), pageForFrame, base);
frame.deliver({ ...forged(1006), headers: '[["X-Blocked", "1"]]' }, pageForFrame, base);
const results = await runInContext(`(async () => { ${calls} })()`, page);
console.log(JSON.stringify({ results, log, last: sent.at(-1), answered: answered.filter(([id]) => id > 1000) }));
process.exit(0);
