import { check } from './checks.js';

const OBJECTS = ['__TAURI_INTERNALS__', '__TAURI_EVENT_PLUGIN_INTERNALS__'];

// The page goes on with what it had.
const mocked = (work) => async () => {
  const saved = OBJECTS.map((name) => [window[name], Object.getOwnPropertyDescriptors(window[name])]);
  try {
    await work();
  } finally {
    saved.forEach(([object, properties]) => Object.defineProperties(object, properties));
  }
};

export default function mockCalls({ core, event, mocks, window: windows }) {
  return {
    'mocks.mockIPC': mocked(async () => {
      mocks.mockIPC((command, args) => (command === 'add' ? args.a + args.b : 'other'));
      check(await core.invoke('add', { a: 1, b: 2 }), 3);
      check(await core.invoke('nothing'), 'other');
      if (mocks.mockIPC.length > 1) {
        const got = [];
        mocks.mockIPC(() => {}, { shouldMockEvents: true });
        const unlisten = await event.listen('mocked', ({ payload }) => got.push(payload));
        await event.emit('mocked', 5);
        unlisten();
        check(got, [5]);
      }
    }),
    'mocks.mockWindows': mocked(() => {
      mocks.mockWindows('first', 'second');
      check(windows.getCurrentWindow().label, 'first');
    }),
    'mocks.mockConvertFileSrc': mocked(() => {
      mocks.mockConvertFileSrc('windows');
      check(core.convertFileSrc('a b'), 'http://asset.localhost/a%20b');
      mocks.mockConvertFileSrc('linux');
      check(core.convertFileSrc('a b'), 'asset://localhost/a%20b');
    }),
    'mocks.clearMocks': mocked(() => {
      mocks.mockIPC(() => 1);
      mocks.mockWindows('first');
      mocks.clearMocks();
      check(['invoke', 'metadata'].some((name) => name in window.__TAURI_INTERNALS__), false);
    }),
  };
}
