const commands = ['greet', 'describe', 'delete_item', 'readFile', 'test_report'];
const blocked = ['/etc', '/root'];

window.__TAURI_ISOLATION_HOOK__ = (payload) => {
  if (payload.cmd === 'invoke') {
    if (!commands.includes(payload.message.cmd)) {
      console.warn(`${payload.message.cmd} is not on the list`);
      return null;
    }
    const { path } = payload.message.args;
    if (path && blocked.some((prefix) => payload.message.args.path.startsWith(prefix))) {
      return null;
    }
    if (payload.message.cmd === 'delete_item' && !confirm(`Delete ${payload.message.id}?`)) {
      return null;
    }
    if (payload.message.cmd === 'greet' && payload.message.args.userName === 'change') {
      payload.message.args.userName = 'changed';
    }
    if (payload.message.cmd === 'greet' && payload.message.args.userName === 'twice') {
      payload.message.args.userName = 'once';
      payload.payload = { userName: 'again' };
    }
  }
  if (payload.cmd === 'emit' && !payload.event.startsWith('app:')) {
    throw new Error(`event ${payload.event} is unknown`);
  }
  return payload;
};
