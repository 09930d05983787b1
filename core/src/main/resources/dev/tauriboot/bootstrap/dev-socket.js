// The WebSockets of JavaFX's engine lack their native half: they never open. Those of a page to its own development
// server, by which modules reload hot, go through the application instead. Texts only, which is what such servers send.
(() => {
  if (!/\bJavaFX\//.test(navigator.userAgent)) {
    return;
  }
  const Native = window.WebSocket;
  const request = window.fetch.bind(window);
  const headers = { 'Tauri-Socket': 'yes' };

  class DevSocket extends EventTarget {
    #path = `/__tauri__/socket/${crypto.randomUUID()}`;
    #sent = Promise.resolve();
    url;
    protocol = '';
    extensions = '';
    binaryType = 'blob';
    bufferedAmount = 0;
    readyState = 0;
    onopen = null;
    onmessage = null;
    onerror = null;
    onclose = null;

    constructor(url, protocols) {
      super();
      this.url = url.href;
      this.#listen(`${url.pathname}${url.search}`, [protocols ?? []].flat());
    }

    #fire(event) {
      this[`on${event.type}`]?.call(this, event);
      this.dispatchEvent(event);
    }

    #line([kind, ...rest]) {
      const text = decodeURIComponent(rest.join(''));
      if (kind === 'o') {
        this.readyState = 1;
        this.protocol = text;
        this.#fire(new Event('open'));
      } else if (kind === 'm') {
        this.#fire(new MessageEvent('message', { data: text, origin: new URL(this.url).origin }));
      }
    }

    async #listen(path, protocols) {
      const query = new URLSearchParams({ path, protocols: protocols.join(',') });
      try {
        // Each answer has what there is by then: the engine hands no response out bit by bit.
        for (let first = `?${query}`, open = true; open; first = '') {
          const response = await request(`${this.#path}${first}`, { headers, cache: 'no-store' });
          open = response.ok;
          for (const line of open ? (await response.text()).split('\n') : []) {
            this.#line(line);
          }
        }
      } catch {
        // It is closed, whatever closed it.
      }
      const opened = this.readyState !== 0;
      this.readyState = 3;
      if (!opened) {
        this.#fire(new Event('error'));
      }
      this.#fire(new CloseEvent('close', { code: opened ? 1000 : 1006, wasClean: opened }));
    }

    #post(query, body) {
      this.#sent = this.#sent.then(() => request(`${this.#path}${query}`, { method: 'POST', headers, body })).catch(() => {});
    }

    send(data) {
      if (this.readyState === 0) {
        throw new DOMException('The socket is not open', 'InvalidStateError');
      }
      this.#post('', `${data}`);
    }

    close() {
      if (this.readyState < 2) {
        this.readyState = 2;
        this.#post('?close', '');
      }
    }
  }

  for (const target of [DevSocket, DevSocket.prototype]) {
    ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'].forEach((name, value) => Object.defineProperty(target, name, { value }));
  }
  window.WebSocket = new Proxy(Native, {
    construct(target, [address, protocols], self) {
      const url = new URL(address, window.location.href);
      return url.host === window.location.host ? new DevSocket(url, protocols)
        : Reflect.construct(target, [address, protocols], self);
    },
  });
})();
