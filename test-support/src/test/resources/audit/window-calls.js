import { check, checkType, settled, until } from './checks.js';

const yes = (value) => check(value, true);
const done = async (call) => check(await call, null);

// Each listener is called by something that happens to the window, or can at least be taken back.
async function listens(register) {
  const unlisten = await register(() => {});
  check(typeof unlisten, 'function');
  await unlisten();
}

async function heard(target, method, emit = (payload) => target.emit('audit', payload)) {
  const got = [];
  const unlisten = await target[method]('audit', ({ payload }) => got.push(payload));
  await emit(7);
  await until(() => got.length === 1);
  await unlisten();
  check(got, [7]);
}

function sharedCalls(dpi) {
  return {
    listen: (w) => heard(w, 'listen'),
    once: (w) => heard(w, 'once'),
    emit: (w) => heard(w, 'listen'),
    emitTo: (w) => heard(w, 'listen', (payload) => w.emitTo(w.label, 'audit', payload)),
    _handleTauriEvent: (w) => check([w._handleTauriEvent('audit', () => {}),
      w._handleTauriEvent('tauri://created', () => {})], [false, true]),
    onDragDropEvent: (w) => listens((handler) => w.onDragDropEvent(handler)),
    setFocus: (w) => done(w.setFocus()),
    setBackgroundColor: (w) => done(w.setBackgroundColor('#102030')),
    setSize: (w) => done(w.setSize(new dpi.LogicalSize(320, 200))),
    setPosition: (w) => done(w.setPosition(new dpi.PhysicalPosition(10, 20))),
    hide: (w) => done(w.hide()),
    show: (w) => done(w.show()),
  };
}

function webviewCalls(modules) {
  const { dpi } = modules;
  return {
    ...sharedCalls(dpi),
    position: async (w) => checkType(await w.position(), dpi.PhysicalPosition),
    size: async (w) => {
      const size = await w.size();
      checkType(size, dpi.PhysicalSize);
      yes(size.width > 0 && size.height > 0);
    },
    setAutoResize: (w) => done(w.setAutoResize(false)),
    setZoom: (w) => done(w.setZoom(1.5)),
    clearAllBrowsingData: (w) => done(w.clearAllBrowsingData()),
    reparent: (w) => done(w.reparent('main')),
  };
}

function windowCalls(modules) {
  const { dpi, image, window: windows } = modules;
  const changed = (set, is, value) => async (w) => {
    await done(w[set](value));
    await until(async () => (await w[is]()) === value);
  };
  return {
    ...sharedCalls(dpi),
    hide: async (w) => {
      await done(w.hide());
      await until(async () => !(await w.isVisible()));
    },
    show: async (w) => {
      await done(w.show());
      await until(() => w.isVisible());
    },
    setSize: async (w) => {
      await done(w.setSize(new dpi.LogicalSize(320, 200)));
      const scale = await w.scaleFactor();
      await until(async () => (await w.innerSize()).width === Math.round(320 * scale));
    },
    scaleFactor: async (w) => yes((await w.scaleFactor()) > 0),
    innerPosition: async (w) => checkType(await w.innerPosition(), dpi.PhysicalPosition),
    outerPosition: async (w) => checkType(await w.outerPosition(), dpi.PhysicalPosition),
    innerSize: async (w) => checkType(await w.innerSize(), dpi.PhysicalSize),
    outerSize: async (w) => checkType(await w.outerSize(), dpi.PhysicalSize),
    isFullscreen: async (w) => check(await w.isFullscreen(), false),
    isMinimized: async (w) => check(await w.isMinimized(), false),
    isMaximized: async (w) => check(await w.isMaximized(), false),
    isFocused: async (w) => check(typeof await w.isFocused(), 'boolean'),
    isDecorated: async (w) => yes(await w.isDecorated()),
    isResizable: async (w) => yes(await w.isResizable()),
    isMaximizable: async (w) => yes(await w.isMaximizable()),
    isMinimizable: async (w) => yes(await w.isMinimizable()),
    isClosable: async (w) => yes(await w.isClosable()),
    isVisible: async (w) => yes(await w.isVisible()),
    isEnabled: async (w) => yes(await w.isEnabled()),
    isAlwaysOnTop: async (w) => check(await w.isAlwaysOnTop(), false),
    title: async (w) => check(await w.title(), 'Audited'),
    theme: async (w) => yes(['light', 'dark'].includes(await w.theme())),
    activityName: (w) => w.activityName(),
    sceneIdentifier: (w) => w.sceneIdentifier(),
    center: (w) => done(w.center()),
    requestUserAttention: (w) => done(w.requestUserAttention(windows.UserAttentionType.Critical)),
    setResizable: changed('setResizable', 'isResizable', false),
    setEnabled: changed('setEnabled', 'isEnabled', false),
    setMaximizable: changed('setMaximizable', 'isMaximizable', false),
    setMinimizable: changed('setMinimizable', 'isMinimizable', false),
    setClosable: changed('setClosable', 'isClosable', false),
    setTitle: changed('setTitle', 'title', 'New'),
    maximize: async (w) => {
      await done(w.maximize());
      await until(() => w.isMaximized());
    },
    unmaximize: async (w) => {
      await w.maximize();
      await until(() => w.isMaximized());
      await done(w.unmaximize());
      await until(async () => !(await w.isMaximized()));
    },
    toggleMaximize: async (w) => {
      await done(w.toggleMaximize());
      await until(() => w.isMaximized());
    },
    minimize: async (w) => {
      await done(w.minimize());
      await until(() => w.isMinimized());
    },
    unminimize: async (w) => {
      await w.minimize();
      await until(() => w.isMinimized());
      await done(w.unminimize());
      await until(async () => !(await w.isMinimized()));
    },
    setDecorations: changed('setDecorations', 'isDecorated', false),
    setShadow: (w) => done(w.setShadow(false)),
    setEffects: (w) => done(w.setEffects({ effects: [windows.Effect.Mica] })),
    clearEffects: (w) => done(w.clearEffects()),
    setAlwaysOnTop: (w) => done(w.setAlwaysOnTop(true)),
    setAlwaysOnBottom: (w) => done(w.setAlwaysOnBottom(true)),
    setContentProtected: (w) => done(w.setContentProtected(true)),
    setMinSize: (w) => done(w.setMinSize(new dpi.PhysicalSize(100, 100))),
    setMaxSize: (w) => done(w.setMaxSize(null)),
    setSizeConstraints: (w) => done(w.setSizeConstraints({ minWidth: 100 })),
    setFullscreen: async (w) => {
      await done(w.setFullscreen(true));
      await until(() => w.isFullscreen());
    },
    setFullscreenOnMonitor: async (w) => {
      await done(w.setFullscreenOnMonitor((await windows.primaryMonitor()).position));
      await until(() => w.isFullscreen());
    },
    setSimpleFullscreen: (w) => done(w.setSimpleFullscreen(true)),
    setFocusable: (w) => done(w.setFocusable(false)),
    setIcon: async (w) => done(w.setIcon(await image.Image.new([1, 2, 3, 4], 1, 1))),
    setSkipTaskbar: (w) => done(w.setSkipTaskbar(true)),
    setCursorGrab: (w) => done(w.setCursorGrab(true)),
    setCursorVisible: (w) => done(w.setCursorVisible(false)),
    setCursorIcon: (w) => done(w.setCursorIcon('wait')),
    setCursorPosition: (w) => done(w.setCursorPosition(new dpi.LogicalPosition(5, 6))),
    setIgnoreCursorEvents: (w) => done(w.setIgnoreCursorEvents(true)),
    startDragging: (w) => done(w.startDragging()),
    startResizeDragging: (w) => done(w.startResizeDragging('East')),
    setBadgeCount: (w) => done(w.setBadgeCount(3)),
    setBadgeLabel: (w) => done(w.setBadgeLabel('x')),
    setOverlayIcon: async (w) => done(w.setOverlayIcon(await image.Image.new([1, 2, 3, 4], 1, 1))),
    setProgressBar: (w) => done(w.setProgressBar({ status: windows.ProgressBarStatus.Normal, progress: 5 })),
    setVisibleOnAllWorkspaces: (w) => done(w.setVisibleOnAllWorkspaces(true)),
    setTitleBarStyle: (w) => done(w.setTitleBarStyle('overlay')),
    setTheme: (w) => done(w.setTheme('dark')),
    onResized: async (w) => {
      let size;
      await w.onResized(({ payload }) => { size = payload; });
      await w.setSize(new dpi.LogicalSize(333, 222));
      await until(() => size);
      checkType(size, dpi.PhysicalSize);
    },
    onMoved: async (w) => {
      let position;
      await w.onMoved(({ payload }) => { position = payload; });
      await w.setPosition(new dpi.PhysicalPosition(44, 55));
      await until(() => position);
      checkType(position, dpi.PhysicalPosition);
    },
    onCloseRequested: async (w) => {
      let asked = 0;
      await w.onCloseRequested((request) => {
        request.preventDefault();
        asked += 1;
      });
      await w.close();
      await until(() => asked === 1);
    },
    onFocusChanged: (w) => listens((handler) => w.onFocusChanged(handler)),
    onScaleChanged: (w) => listens((handler) => w.onScaleChanged(handler)),
    onThemeChanged: (w) => listens((handler) => w.onThemeChanged(handler)),
    close: async (w) => {
      await done(w.close());
      await until(async () => !(await windows.Window.getByLabel(w.label)));
    },
    destroy: async (w) => {
      await done(w.destroy());
      await until(async () => !(await windows.Window.getByLabel(w.label)));
    },
  };
}

function finding(modules, name, { all, current, focused }) {
  const [module, type] = name.split('.');
  const Type = modules[module][type];
  const main = (list) => list.some((each) => each instanceof Type && each.label === 'main');
  const calls = {
    [`${name}.getAll`]: async () => yes(main(await Type.getAll())),
    [`${module}.${all}`]: async () => yes(main(await modules[module][all]())),
    [`${name}.getCurrent`]: () => check(Type.getCurrent().label, 'main'),
    [`${module}.${current}`]: () => check(modules[module][current]().label, 'main'),
    [`${name}.getByLabel`]: async () => {
      check(await Type.getByLabel('nobody'), null);
      checkType(await Type.getByLabel('main'), Type);
    },
  };
  if (focused) {
    calls[`${name}.getFocusedWindow`] = async () => {
      const found = await Type.getFocusedWindow();
      yes(found === null || found instanceof Type);
    };
  }
  return calls;
}

export default function calls(modules) {
  const { dpi, webview: webviews, webviewWindow: webviewWindows, window: windows } = modules;
  const { Window, CloseRequestedEvent } = windows;
  const { Webview } = webviews;
  const { WebviewWindow } = webviewWindows;
  let last = 0;
  const made = () => settled(new WebviewWindow(`audited-${last += 1}`, { title: 'Audited', width: 300, height: 200 }));
  const gone = async (label) => {
    const left = await Window.getByLabel(label);
    if (left) {
      await left.destroy();
      await until(async () => !(await Window.getByLabel(label)));
    }
  };
  // Getters share one window; what changes one has its own.
  let shared;
  const inWindow = (call, method, find) => async () => {
    const reads = /^(is[A-Z]|inner|outer|scale|theme|title|activity|scene|position|size$)/.test(method);
    const one = reads ? (shared ??= await made()) : await made();
    try {
      await call(await find(one.label));
    } finally {
      if (!reads) {
        await gone(one.label);
      }
    }
  };
  // A webview of its own where there can be several in a window.
  const inWebview = (call) => async () => {
    const host = await settled(new Window(`audited-${last += 1}`, { width: 300, height: 200 }));
    try {
      const child = new Webview(host, `${host.label}-child`, { x: 0, y: 0, width: 200, height: 100 });
      const rejected = await settled(child).then(() => undefined, (reason) => reason);
      if (rejected === undefined) {
        try {
          await call(child);
        } finally {
          // It may have left its window, and would not go with it.
          await child.close().catch(() => {});
        }
        return;
      }
      const one = await made();
      try {
        await call(new Webview(one, one.label, { skip: true }));
      } finally {
        await gone(one.label);
      }
    } finally {
      await gone(host.label);
    }
  };
  const all = {};
  const windowMethods = windowCalls(modules);
  const webviewMethods = webviewCalls(modules);
  for (const [method, call] of Object.entries(windowMethods)) {
    all[`window.Window#${method}`] = inWindow(call, method, (label) => Window.getByLabel(label));
  }
  for (const [method, call] of Object.entries(webviewMethods)) {
    all[`webview.Webview#${method}`] = inWebview(call);
  }
  all['webview.Webview#close'] = inWebview((w) => done(w.close()));
  for (const [method, call] of Object.entries({ ...webviewMethods, ...windowMethods })) {
    all[`webviewWindow.WebviewWindow#${method}`] = inWindow(call, method, (label) => WebviewWindow.getByLabel(label));
  }
  const opened = async (window) => {
    await settled(window);
    await gone(window.label);
  };
  const request = () => new CloseRequestedEvent({ event: 'tauri://close-requested', id: 3, payload: null });
  const monitor = ({ size, position, scaleFactor }) => {
    checkType(size, dpi.PhysicalSize);
    checkType(position, dpi.PhysicalPosition);
    yes(scaleFactor > 0);
  };
  return {
    ...all,
    ...finding(modules, 'window.Window', { all: 'getAllWindows', current: 'getCurrentWindow', focused: true }),
    ...finding(modules, 'webview.Webview', { all: 'getAllWebviews', current: 'getCurrentWebview' }),
    ...finding(modules, 'webviewWindow.WebviewWindow',
        { all: 'getAllWebviewWindows', current: 'getCurrentWebviewWindow' }),
    'window.Window': () => opened(new Window('audited-bare', { width: 200, height: 100 })),
    'webviewWindow.WebviewWindow': () => opened(new WebviewWindow('audited-made', { width: 200, height: 100 })),
    'webview.Webview': async () => {
      const host = await settled(new Window('audited-host', { width: 300, height: 200 }));
      try {
        await settled(new Webview(host, 'audited-child', { x: 0, y: 0, width: 200, height: 100 }));
      } finally {
        await gone(host.label);
      }
    },
    'window.CloseRequestedEvent': () => check(request().id, 3),
    'window.CloseRequestedEvent#preventDefault': () => request().preventDefault(),
    'window.CloseRequestedEvent#isPreventDefault': () => {
      const event = request();
      check(event.isPreventDefault(), false);
      event.preventDefault();
      yes(event.isPreventDefault());
    },
    'window.currentMonitor': async () => monitor(await windows.currentMonitor()),
    'window.primaryMonitor': async () => monitor(await windows.primaryMonitor()),
    'window.availableMonitors': async () => (await windows.availableMonitors()).forEach(monitor),
    'window.monitorFromPoint': async () => {
      const { x, y } = (await windows.primaryMonitor()).position;
      monitor(await windows.monitorFromPoint(x, y));
      check(await windows.monitorFromPoint(-1e6, -1e6), null);
    },
    'window.cursorPosition': async () => checkType(await windows.cursorPosition(), dpi.PhysicalPosition),
  };
}
