// How every export of the client is called, and what must come of it. A call that comes to something else throws an
// Error, and fails the test; one that is rejected by the back end is told in the table of the guide with its reason.
import { check, until } from './checks.js';
import menuCalls from './menu-calls.js';
import mockCalls from './mock-calls.js';
import valueCalls from './value-calls.js';
import windowCalls from './window-calls.js';

const MODULES = ['app', 'core', 'dpi', 'event', 'image', 'menu', 'mocks', 'path', 'tray', 'webview', 'webviewWindow',
  'window'];

function coreCalls({ core }) {
  const { invoke, Channel, PluginListener, Resource } = core;
  const image = async () => new Resource(await invoke('plugin:image|new', { rgba: [1, 2, 3, 4], width: 1, height: 1 }));
  return {
    'core.invoke': async () => check(await invoke('greet', { userName: 'Ada' }), 'Hello, Ada!'),
    'core.isTauri': () => check(core.isTauri()),
    'core.convertFileSrc': () => check(core.convertFileSrc('/a b').endsWith('%2Fa%20b')),
    'core.transformCallback': () => {
      let got;
      window.__TAURI_INTERNALS__.runCallback(core.transformCallback((value) => { got = value; }, true), 5);
      check(got, 5);
    },
    'core.checkPermissions': async () => check(await core.checkPermissions('audited'), { state: 'granted' }),
    'core.requestPermissions': async () => check(await core.requestPermissions('audited'), { state: 'granted' }),
    'core.addPluginListener': async () => {
      const got = [];
      await core.addPluginListener('sample', 'happened', (value) => got.push(value));
      await until(() => got.length === 1);
      check(got, ['happened']);
    },
    'core.PluginListener': () => check(new PluginListener('sample', 'happened', 7).channelId, 7),
    'core.PluginListener#unregister': async () => {
      await new PluginListener('sample', 'happened', 7).unregister();
      check(await invoke('plugin:sample|removed'), 7);
    },
    'core.Channel': () => check(Number.isInteger(new Channel().id)),
    'core.Channel#toJSON': () => {
      const channel = new Channel();
      check(JSON.stringify({ channel }), `{"channel":"__CHANNEL__:${channel.id}"}`);
    },
    'core.Channel#[SERIALIZE_TO_IPC_FN]': () => {
      const channel = new Channel();
      check(channel[core.SERIALIZE_TO_IPC_FN](), `__CHANNEL__:${channel.id}`);
    },
    'core.Channel#onmessage': async () => {
      const got = [];
      const channel = new Channel();
      const handler = (value) => got.push(value);
      channel.onmessage = handler;
      check(channel.onmessage === handler);
      await invoke('count_to', { count: 2, channel });
      await until(() => got.length === 2);
      check(got, [0, 1]);
    },
    'core.Resource': () => check(new Resource(3).rid, 3),
    'core.Resource#rid': async () => check((await image()).rid > 0),
    'core.Resource#close': async () => (await image()).close(),
    'core.Resource#[Symbol.asyncDispose]': async () => (await image())[Symbol.asyncDispose](),
  };
}

function appCalls({ app, image }) {
  return {
    'app.getName': async () => check(await app.getName(), 'Notes'),
    'app.getVersion': async () => check(await app.getVersion(), '1.2.3'),
    'app.getTauriVersion': async () => check(/^2\.\d+\.\d+$/.test(await app.getTauriVersion())),
    'app.getIdentifier': async () => check(await app.getIdentifier(), 'com.example.notes'),
    'app.show': async () => check(await app.show(), null),
    'app.hide': async () => {
      check(await app.hide(), null);
      await app.show();
    },
    'app.fetchDataStoreIdentifiers': async () => check(await app.fetchDataStoreIdentifiers(), []),
    'app.removeDataStore': async () => check(await app.removeDataStore(new Array(16).fill(1)), null),
    'app.defaultWindowIcon': async () => check((await app.defaultWindowIcon()) instanceof image.Image),
    'app.setTheme': async () => check(await app.setTheme('dark'), null),
    'app.setDockVisibility': async () => check(await app.setDockVisibility(true), null),
    'app.getBundleType': async () => check(await app.getBundleType(), null),
    'app.onBackButtonPress': async () => (await app.onBackButtonPress(() => {})).unregister(),
    'app.supportsMultipleWindows': async () => check(await app.supportsMultipleWindows()),
    'app.exit': async () => check(await app.exit(3), null),
  };
}

function eventCalls({ event }) {
  const heard = async (register, raise, times) => {
    const got = [];
    const unlisten = await register(({ payload }) => got.push(payload));
    const { callbacks } = window.__TAURI_INTERNALS__;
    const { size } = callbacks;
    await raise(1);
    // The first client ends what it has heard once by a call, which workers may take after the next.
    await until(() => got.length === 1 && callbacks.size <= size);
    await raise(2);
    await until(() => got.length >= times);
    await unlisten();
    check(got, [1, 2].slice(0, times));
  };
  const emit = (payload) => event.emit('audit', payload);
  return {
    'event.listen': () => heard((handler) => event.listen('audit', handler), emit, 2),
    'event.once': () => heard((handler) => event.once('audit', handler), emit, 1),
    'event.emit': () => heard((handler) => event.listen('audit', handler), emit, 2),
    'event.emitTo': () => heard((handler) => event.listen('audit', handler, { target: 'main' }),
        (payload) => event.emitTo('main', 'audit', payload), 2),
  };
}

function trayCalls({ tray, menu, image }) {
  const { TrayIcon } = tray;
  let last = 0;
  const made = () => TrayIcon.new({ id: `tray-${last += 1}`, tooltip: 'Audit' });
  const answers = (call) => async () => {
    const icon = await made();
    try {
      check(await call(icon), null);
    } finally {
      await icon.close();
    }
  };
  const pixel = () => image.Image.new([1, 2, 3, 4], 1, 1);
  return {
    'tray.TrayIcon.new': answers((icon) => check(icon instanceof TrayIcon) ?? null),
    'tray.TrayIcon.getById': answers(async ({ id }) => check((await TrayIcon.getById(id)).id, id) ?? null),
    'tray.TrayIcon.removeById': async () => {
      const { id } = await made();
      await TrayIcon.removeById(id);
      check(await TrayIcon.getById(id), null);
    },
    'tray.TrayIcon#rid': answers((icon) => check(icon.rid > 0) ?? null),
    'tray.TrayIcon#close': async () => check(await (await made()).close(), null),
    'tray.TrayIcon#[Symbol.asyncDispose]': async () => (await made())[Symbol.asyncDispose](),
    'tray.TrayIcon#setIcon': answers(async (icon) => icon.setIcon(await pixel())),
    'tray.TrayIcon#setMenu': answers(async (icon) => icon.setMenu(await menu.Menu.new())),
    'tray.TrayIcon#setTooltip': answers((icon) => icon.setTooltip('Other')),
    'tray.TrayIcon#setTitle': answers((icon) => icon.setTitle('Title')),
    'tray.TrayIcon#setVisible': answers((icon) => icon.setVisible(false)),
    'tray.TrayIcon#setTempDirPath': answers((icon) => icon.setTempDirPath(null)),
    'tray.TrayIcon#setIconAsTemplate': answers((icon) => icon.setIconAsTemplate(true)),
    'tray.TrayIcon#setIconWithAsTemplate': answers(async (icon) => icon.setIconWithAsTemplate(await pixel(), true)),
    'tray.TrayIcon#setMenuOnLeftClick': answers((icon) => icon.setMenuOnLeftClick(false)),
    'tray.TrayIcon#setShowMenuOnLeftClick': answers((icon) => icon.setShowMenuOnLeftClick(true)),
  };
}

function automatic(modules, module, { name, kind, detail }) {
  const value = modules[module][name];
  switch (kind) {
    case 'ALIAS': {
      const [original, type] = detail.split('.');
      return () => check(value === modules[original][type]);
    }
    case 'CONSTANT':
      return () => check(value, JSON.parse(detail.replace('=', '')));
    case 'ENUM':
      return () => {
        const members = detail.split(',').map((member) => member.trim()).filter(Boolean);
        for (const [key, text] of members.map((member) => member.split(' = '))) {
          check(value[key], JSON.parse(text));
        }
      };
    default:
      return undefined;
  }
}

/** What the client has at run time, named as its declarations name it. */
function found(modules, module) {
  const names = { __TAURI_TO_IPC_KEY__: '[SERIALIZE_TO_IPC_FN]', undefined: '[Symbol.asyncDispose]' };
  const named = (key) => (typeof key === 'symbol' ? `[${key.description}]` : names[key] ?? key);
  const all = [];
  for (const [name, value] of Object.entries(modules[module])) {
    all.push(name);
    if (typeof value === 'function' && value.toString().startsWith('class')) {
      all.push(...Object.getOwnPropertyNames(value).filter((key) => typeof value[key] === 'function')
        .map((key) => `${name}.${key}`));
      for (let type = value.prototype; type !== Object.prototype; type = Object.getPrototypeOf(type)) {
        all.push(...Reflect.ownKeys(type).filter((key) => key !== 'constructor').map((key) => `${name}#${named(key)}`));
      }
    }
  }
  return all;
}

async function outcome(call) {
  let late;
  const limit = new Promise((resolve) => { late = setTimeout(() => resolve({ failed: 'no answer' }), 60_000); });
  const run = async () => {
    try {
      await call();
      return {};
    } catch (reason) {
      return typeof reason === 'string' ? { rejected: reason } : { failed: `${reason} ${reason?.stack}` };
    }
  };
  return Promise.race([run(), limit]).finally(() => clearTimeout(late));
}

export default async function load(client) {
  const modules = {};
  for (const module of MODULES) {
    modules[module] = await import(client.startsWith('/') ? `${client}${module}.js` : client + module);
  }
  const calls = Object.assign({}, ...[coreCalls, appCalls, eventCalls, trayCalls, valueCalls, menuCalls, mockCalls,
    windowCalls].map((group) => group(modules)));
  return {
    names: () => Object.keys(calls),
    found: (module) => found(modules, module),
    run(module, entry) {
      const call = automatic(modules, module, entry) ?? calls[`${module}.${entry.name}`];
      return call ? outcome(call) : { failed: 'it has no call' };
    },
  };
}
