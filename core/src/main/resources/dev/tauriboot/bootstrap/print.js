// Printing, which the engine leaves undone without a word. Unlike a browser's, the call does not wait for the user.
if (connection.ipcUrl) {
  const NativeEvent = Event;
  const sink = new Comment();
  sink.done = () => { window.dispatchEvent(new NativeEvent('afterprint')); };
  freeze(sink);
  window.print = { print() {
    window.dispatchEvent(new NativeEvent('beforeprint'));
    transport.print(sink);
  } }.print;
}
