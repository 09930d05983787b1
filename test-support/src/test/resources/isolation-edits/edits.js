// A hook of the older dialect that changes a message as the message itself asks for: by places and what is to be there.
const revive = (key, value) => (value?.bytes ? Uint8Array.from(value.bytes) : value);

function change(message, [place, value]) {
  const names = (place.startsWith('args.') ? `message.${place}` : place).split('.');
  const last = names.pop();
  const holder = names.reduce((object, name) => object[name], message);
  if (value === undefined) {
    delete holder[last];
  } else {
    holder[last] = value;
  }
}

window.__TAURI_ISOLATION_HOOK__ = (message) => {
  if (message.cmd === 'invoke') {
    console.log(JSON.stringify(message.message));
  }
  const { args } = message.message;
  const asked = message.options?.headers.edits ?? args.options?.edits ?? args.edits;
  const edits = JSON.parse(asked ?? '[]', revive);
  edits.filter(([place]) => place !== 'only').forEach((edit) => change(message, edit));
  const only = edits.find(([place]) => place === 'only');
  return only ? Object.fromEntries(only[1].map((name) => [name, message[name]])) : message;
};
