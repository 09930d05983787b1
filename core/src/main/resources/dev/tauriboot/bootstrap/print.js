// Printing, which the engine leaves undone without a word. Unlike a browser's, the call does not wait for the user.
if (connection.ipcUrl) {
  window.print = { print() {
    const NativeEvent = Event;
    let over = false;
    const sink = createObject(null);
    sink.done = () => {
      if (!over) {
        over = true;
        window.dispatchEvent(new NativeEvent('afterprint'));
      }
    };
    window.dispatchEvent(new NativeEvent('beforeprint'));
    transport.print(freeze(sink));
  } }.print;
}
