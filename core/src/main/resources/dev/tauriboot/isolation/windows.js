// Commands of windows were one message, which named what is to be done within it.
const WINDOW_ACTIONS = ['scaleFactor', 'innerPosition', 'outerPosition', 'innerSize', 'outerSize', 'isFullscreen',
  'isMinimized', 'isMaximized', 'isFocused', 'isDecorated', 'isResizable', 'isMaximizable', 'isMinimizable', 'isClosable',
  'isVisible', 'title', 'theme', 'currentMonitor', 'primaryMonitor', 'availableMonitors', 'center', 'requestUserAttention',
  'setResizable', 'setMaximizable', 'setMinimizable', 'setClosable', 'setDecorations', 'setAlwaysOnTop',
  'setContentProtected', 'setFullscreen', 'setSkipTaskbar', 'setCursorGrab', 'setCursorVisible', 'setIgnoreCursorEvents',
  'setTitle', 'maximize', 'unmaximize', 'toggleMaximize', 'minimize', 'unminimize', 'show', 'hide', 'setFocus',
  'startDragging', 'setSize', 'setMinSize', 'setMaxSize', 'setPosition', 'setCursorPosition', 'setIcon', 'setCursorIcon'];
for (const action of WINDOW_ACTIONS) {
  const command = action.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  ALIASES[`plugin:window|${command}`] = ['Window', 'manage', undefined, ({ label, value }) => manage(action, label, value)];
}
// It closed a window without asking.
ALIASES['plugin:window|destroy'] = ['Window', 'manage', undefined, ({ label }) => manage('close', label)];
ALIASES['plugin:webview|create_webview_window'] = ['Window', 'createWebview', undefined, ({ options }) => created(options)];

function manage(type, label, value) {
  const cmd = { type };
  if (value !== undefined) {
    cmd.payload = type === 'setIcon' ? { icon: value } : withUnit(value);
  }
  return { data: { label, cmd } };
}

// The unit of a size or a position was beside it.
function withUnit(value) {
  const [type] = isRecord(value) ? keysOf(value) : [];
  return type === 'Logical' || type === 'Physical' ? { type, data: value[type] } : value;
}

function created(options) {
  const shown = {};
  for (const name of isRecord(options) ? keysOf(options) : []) {
    if (name !== 'fileDropEnabled') {
      put(shown, name === 'dragDropEnabled' ? 'fileDropEnabled' : name, options[name]);
    }
  }
  return { data: { options: shown } };
}
