// The pop-ups of inputs for dates, times and colours. Nothing of them is in the page but while they are open; their
// styles are no text of the document, so that no policy for contents forbids them.
const openDatePicker = (() => {
  const NativeDate = Date;
  const { DateTimeFormat, RelativeTimeFormat, Locale } = Intl;
  const { kinds, DAY, monday, utc, inDay } = dateKinds;
  const PALETTE = ['#000000', '#444444', '#888888', '#bbbbbb', '#dddddd', '#ffffff', '#7f0000', '#ff0000', '#ff7f00',
    '#ffbf00', '#ffff00', '#bfff00', '#00ff00', '#007f00', '#00ffbf', '#00ffff', '#007fff', '#0000ff', '#00007f',
    '#7f00ff', '#bf00ff', '#ff00ff', '#ff007f', '#7f3f00'];
  // No template: the line breaks of scripts of ours are not those of styles.
  const STYLES = [
    ':host { all: initial !important; position: fixed !important; inset: auto !important; display: block !important;',
    'left: var(--left) !important; top: var(--top) !important; z-index: 2147483647 !important; }',
    '.picker { --back: #fff; --ink: #1a1a1a; --soft: #e8e8e8; --accent: #0b57d0; --on: #fff; display: flex; gap: 8px;',
    'box-sizing: border-box; padding: 8px; border: 1px solid #8888; border-radius: 6px; background: var(--back);',
    'color: var(--ink); font: 13px system-ui, sans-serif; box-shadow: 0 4px 16px #0004; user-select: none; }',
    '.dark { --back: #222; --ink: #eee; --soft: #444; --accent: #8ab4f8; --on: #111; }',
    '.head, .row, .foot { display: flex; align-items: center; }',
    '.title { flex: 1; text-align: center; font-weight: 600; white-space: nowrap; padding: 0 4px; }',
    '.foot { justify-content: space-between; }',
    'button, .cell, .name { box-sizing: border-box; height: 28px; min-width: 32px; padding: 0 4px; border: 0;',
    'border-radius: 4px; background: none; color: inherit; font: inherit; text-align: center; line-height: 28px; }',
    '.name { opacity: .7; font-size: 11px; }',
    '.wide .cell { min-width: 72px; height: 36px; line-height: 36px; }',
    'button, .cell { cursor: default; }',
    'button:hover, .cell:hover { background: var(--soft); }',
    '.other { opacity: .5; }',
    '.now { font-weight: 700; text-decoration: underline; }',
    '[aria-selected=true], [aria-selected=true]:hover { background: var(--accent); color: var(--on); }',
    '[aria-disabled=true] { opacity: .3; }',
    ':focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }',
    '.list { flex: none; width: 56px; height: 224px; overflow-y: scroll; }',
    '.colors { display: block; }',
    '.colors .cell { border: 1px solid #8888; margin: 1px; }',
    'input { box-sizing: border-box; width: 100%; margin-top: 6px; font: inherit; background: var(--back);',
    'color: var(--ink); border: 1px solid #8888; border-radius: 4px; padding: 4px; }'].join(' ');
  // The engine leaves out the names of keys.
  const KEYS = { __proto__: null, 9: 'Tab', 13: 'Enter', 27: 'Escape', 32: ' ', 33: 'PageUp', 34: 'PageDown', 35: 'End',
    36: 'Home', 37: 'ArrowLeft', 38: 'ArrowUp', 39: 'ArrowRight', 40: 'ArrowDown', 115: 'F4' };
  const keyOf = (event) => event.key || KEYS[event.keyCode];
  let sheet;
  let current;

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const attribute in attributes) {
      element.setAttribute(attribute, attributes[attribute]);
    }
    element.append(...children);
    return element;
  }

  function button(text, label, action) {
    const made = make('button', { type: 'button', 'aria-label': label, title: label }, text);
    made.addEventListener('click', action);
    return made;
  }

  const localNow = () => {
    const now = new NativeDate();
    return now.getTime() - now.getTimezoneOffset() * 60000;
  };
  const today = () => Math.floor(localNow() / DAY) * DAY;

  function locale() {
    const name = navigator.language || 'en';
    try {
      new DateTimeFormat(name);
      return name;
    } catch {
      return 'en';
    }
  }

  function firstDay(name) {
    const known = new Locale(name);
    return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay % 7 || 0;
  }

  // Cells of which one can be reached by the tab key, and the others from there by arrows.
  function cells(container, items, columns, choose, beyond) {
    const focus = (index) => {
      for (const { cell } of items) {
        cell.tabIndex = -1;
      }
      items[index].cell.tabIndex = 0;
      items[index].cell.focus();
    };
    container.onkeydown = (event) => {
      const at = items.findIndex(({ cell }) => cell === event.target);
      const to = {
        __proto__: null, ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns,
        Home: -(at % columns), End: columns - 1 - (at % columns),
      }[keyOf(event)];
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) {
        return;
      }
      if (keyOf(event) === 'Enter' || keyOf(event) === ' ') {
        choose(items[at].value);
      } else if (to !== undefined && items[at + to]) {
        focus(at + to);
      } else if (!beyond?.(event, items[at].value, to)) {
        return;
      }
      event.preventDefault();
    };
    for (const { cell, value } of items) {
      cell.onclick = () => choose(value);
    }
  }

  const cellOf = (role, text, label, { selected, allowed, first, css = '' }) => make(role === 'option' ? 'div' : 'span',
    { role, class: `cell ${css}`, 'aria-label': label, 'aria-selected': selected, 'aria-disabled': !allowed,
      tabindex: first ? 0 : -1 }, text);

  function calendar(field, monthly, weekly, chosen, choose) {
    const name = locale();
    const print = (options, number) => new DateTimeFormat(name, { timeZone: 'UTC', ...options }).format(number);
    const dateOf = (value) => (monthly ? kinds.month.toDate(value) : value);
    const valueOf = (number) => (monthly ? kinds.month.fromDate(number) : number);
    const now = valueOf(today());
    const relative = new RelativeTimeFormat(name, { numeric: 'auto' });
    const week = weekly ? 1 : firstDay(name);
    const whole = (value) => (weekly ? monday(value) : value);
    const title = make('div', { class: 'title', 'aria-live': 'polite' });
    const grid = make('div', { role: 'grid', class: monthly ? 'wide' : '' });
    let at = Number.isNaN(chosen()) ? Math.min(Math.max(now, field.min ?? now), field.max ?? now) : valueOf(chosen());
    at = monthly ? at : Math.floor(at / DAY) * DAY;

    function turn(value, months) {
      if (monthly) {
        return value + months;
      }
      const date = new NativeDate(value);
      const last = new NativeDate(utc(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
      return utc(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(last, date.getUTCDate()));
    }

    function show(to, focused) {
      // There are no values before the first year.
      if (dateOf(to) < utc(1, 0, 1) || Number.isNaN(new NativeDate(dateOf(to)).getTime())) {
        return;
      }
      at = to;
      const date = new NativeDate(dateOf(at));
      const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
      title.textContent = print(monthly ? { year: 'numeric' } : { year: 'numeric', month: 'long' }, date);
      let start = valueOf(utc(year, 0, 1));
      if (!monthly) {
        const first = utc(year, month, 1);
        start = first - ((new NativeDate(first).getUTCDay() - week + 7) % 7) * DAY;
      }
      const items = [];
      const rows = [];
      const columns = monthly ? 3 : 7;
      if (!monthly) {
        rows.push(make('div', { role: 'row', class: 'row' }, ...(weekly ? [make('span', { class: 'name' }, '#')] : []),
          ...[0, 1, 2, 3, 4, 5, 6].map((day) => make('span', { role: 'columnheader', class: 'name',
            'aria-label': print({ weekday: 'long' }, start + day * DAY) },
          print({ weekday: 'short' }, start + day * DAY)))));
      }
      for (let row = 0; row < (monthly ? 4 : 6); row += 1) {
        const line = make('div', { role: 'row', class: 'row' });
        if (weekly) {
          line.append(make('span', { role: 'rowheader', class: 'name' },
            kinds.week.format(start + row * 7 * DAY).slice(-2)));
        }
        for (let column = 0; column < columns; column += 1) {
          const index = row * columns + column;
          const value = start + index * (monthly ? 1 : DAY);
          const shown = new NativeDate(dateOf(value));
          const cell = cellOf('gridcell', monthly ? print({ month: 'short' }, shown) : shown.getUTCDate(),
            print(monthly ? { year: 'numeric', month: 'long' } : { dateStyle: 'full' }, shown), {
              selected: whole(value) === whole(Number.isNaN(chosen()) ? NaN : valueOf(chosen())),
              allowed: field.allowed(whole(value)),
              first: value === at,
              css: `${!monthly && shown.getUTCMonth() !== month ? 'other' : ''} ${value === now ? 'now' : ''}`,
            });
          items.push({ cell, value });
          line.append(cell);
        }
        rows.push(line);
      }
      grid.replaceChildren(...rows);
      cells(grid, items, columns, (value) => {
        if (field.allowed(whole(value))) {
          at = value;
          choose(whole(value));
          if (grid.isConnected) {
            show(value, true);
          }
        }
      }, (event, value, to) => {
        const months = { __proto__: null, PageUp: -1, PageDown: 1 }[keyOf(event)];
        if (to === undefined && !months) {
          return false;
        }
        show(months ? turn(value, months * (monthly || event.shiftKey ? 12 : 1)) : value + to * (monthly ? 1 : DAY),
          true);
        return true;
      });
      if (focused) {
        items.find(({ value }) => value === at)?.cell.focus();
      }
    }

    const unit = monthly ? 'year' : 'month';
    const by = (sign) => () => show(turn(at, sign * (monthly ? 12 : 1)));
    const head = make('div', { class: 'head' });
    if (!monthly) {
      head.append(button('«', relative.format(-1, 'year'), () => show(turn(at, -12))));
    }
    head.append(button('‹', relative.format(-1, unit), by(-1)), title, button('›', relative.format(1, unit), by(1)));
    if (!monthly) {
      head.append(button('»', relative.format(1, 'year'), () => show(turn(at, 12))));
    }
    show(at);
    const now0 = relative.format(0, monthly ? 'month' : weekly ? 'week' : 'day');
    const foot = make('div', { class: 'foot' }, button(now0, now0, () => {
      if (field.allowed(whole(now))) {
        choose(whole(now));
      }
      if (grid.isConnected) {
        show(now);
      }
    }));
    if (field.clear) {
      foot.append(button('✕', 'Clear', field.clear));
    }
    return make('div', {}, head, grid, foot);
  }

  // Lists of hours, minutes, and seconds if the step asks for them.
  function clock(field, chosen, choose) {
    const parts = [[3600000, 24, 'hour'], [60000, 60, 'minute']];
    if (field.step % 60000 !== 0) {
      parts.push([1000, 60, 'second']);
    }
    return parts.map(([unit, count, label]) => {
      const list = make('div', { role: 'listbox', class: 'list', 'aria-label': label });
      const every = field.step > unit && field.step % unit === 0 && (unit * count) % field.step === 0
        ? field.step / unit : 1;
      const items = [];
      const mark = () => {
        const now = Math.floor(chosen() / unit) % count;
        for (const { cell, value } of items) {
          cell.setAttribute('aria-selected', value === now);
        }
      };
      for (let value = 0; value < count; value += every) {
        const text = `${value}`.padStart(2, '0');
        const cell = cellOf('option', text, text, { allowed: true, first: value === 0 });
        items.push({ cell, value });
        list.append(cell);
      }
      mark();
      cells(list, items, 1, (value) => {
        const base = Number.isNaN(chosen()) ? 0 : chosen();
        choose(base + (value - (Math.floor(base / unit) % count)) * unit);
        mark();
      });
      later(() => {
        const selected = items.find(({ cell }) => cell.getAttribute('aria-selected') === 'true');
        if (selected) {
          list.scrollTop = selected.cell.offsetTop - items[0].cell.offsetTop;
        }
      }, 0);
      return list;
    });
  }

  function palette(field, done) {
    const box = make('div', { role: 'grid' });
    const items = PALETTE.map((value) => {
      const cell = cellOf('gridcell', '', value, { selected: value === field.text(), allowed: true,
        first: value === PALETTE[0] });
      cell.style.setProperty('background', value);
      return { cell, value };
    });
    for (let row = 0; row < items.length; row += 6) {
      box.append(make('div', { role: 'row', class: 'row' }, ...items.slice(row, row + 6).map(({ cell }) => cell)));
    }
    cells(box, items, 6, (value) => {
      field.set(value, true);
      done();
    });
    const hex = make('input', { 'aria-label': 'Hex', maxlength: 7, spellcheck: 'false' });
    hex.value = field.text();
    const valid = () => /^#[\da-f]{6}$/i.test(hex.value);
    field.typed = () => valid() && field.set(hex.value.toLowerCase(), false);
    hex.addEventListener('keydown', (event) => {
      if (keyOf(event) === 'Enter' && valid()) {
        field.set(hex.value.toLowerCase(), true);
        done();
      }
    });
    return make('div', { class: 'colors' }, box, hex);
  }

  function contents(field, done) {
    const { kind } = field;
    const number = () => field.number();
    const finish = (value) => {
      field.set(kinds[kind].format(value), true);
      done();
    };
    switch (kind) {
      case 'color':
        return [palette(field, done)];
      case 'time':
        return clock(field, number, (value) => field.set(kinds.time.format(value), true));
      case 'datetime-local': {
        const set = (value) => field.set(kinds[kind].format(value), true);
        const day = () => Math.floor(number() / DAY) * DAY;
        return [calendar({ ...field, allowed: (value) => !(value + DAY <= field.min || value > field.max) }, false,
          false, day, (value) => set(value + (Number.isNaN(number()) ? 0 : inDay(number())))),
        ...clock(field, () => inDay(number()), (value) => set((Number.isNaN(number()) ? today() : day()) + value))];
      }
      case 'month':
        return [calendar(field, true, false, () => kinds.month.toDate(number()), finish)];
      default:
        return [calendar(field, false, kind === 'week', number, finish)];
    }
  }

  function close() {
    if (current) {
      const { host, field, stop } = current;
      current = undefined;
      stop();
      host.remove();
      field.closed();
    }
  }

  function place({ host, box, input }) {
    const field = input.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const below = field.bottom + 2 + height <= window.innerHeight || field.top < height;
    host.style.setProperty('--left', `${Math.max(0, Math.min(field.left, window.innerWidth - width))}px`);
    host.style.setProperty('--top', `${Math.max(0, below ? field.bottom + 2 : field.top - height - 2)}px`);
  }

  // A modal dialog makes everything but its own contents unreachable.
  function parentFor(input) {
    for (let node = input; node; node = node.parentNode ?? node.host) {
      if (node instanceof HTMLDialogElement) {
        return node;
      }
    }
    return document.body ?? document.documentElement;
  }

  function open(input, field, focused) {
    close();
    sheet ??= new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    const host = make('div', { popover: 'manual' });
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    // The engine knows no color-scheme: light letters stand on dark ground.
    const { color } = getComputedStyle(field.kind === 'color' ? input.parentElement ?? document.documentElement : input);
    const [red, green, blue] = (color.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
    const dark = red * 0.3 + green * 0.6 + blue * 0.1 > 127;
    const done = () => {
      close();
      input.focus();
    };
    const cleared = field.clear && (() => {
      field.set('', true);
      done();
    });
    const shown = { ...field, clear: cleared };
    const box = make('div', { role: 'dialog', class: dark ? 'picker dark' : 'picker',
      'aria-label': input.labels?.[0]?.textContent.trim() || field.kind }, ...contents(shown, done));
    root.append(box);
    // What happens in here is none of the page's affair.
    for (const type of ['click', 'mousedown', 'mouseup', 'keydown', 'keyup', 'keypress', 'change', 'focusin', 'focusout']) {
      root.addEventListener(type, (event) => event.stopPropagation());
    }
    root.addEventListener('keydown', (event) => {
      if (keyOf(event) === 'Escape') {
        event.preventDefault();
        done();
      }
    });
    parentFor(input).append(host);
    host.showPopover?.();
    const outside = (event) => {
      const path = event.composedPath();
      if (!path.includes(host) && !path.includes(input)) {
        close();
      }
    };
    const moved = () => (input.isConnected ? place(current) : close());
    const keys = (event) => {
      if (keyOf(event) === 'Escape' && event.composedPath().includes(input)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        close();
      }
    };
    const typed = (event) => {
      if (event.composedPath().includes(host)) {
        event.stopImmediatePropagation();
        shown.typed?.();
      }
    };
    const listeners = [['input', typed], ['mousedown', outside], ['focusin', outside], ['scroll', moved], ['resize', moved],
      ['keydown', keys]];
    for (const [type, listener] of listeners) {
      window.addEventListener(type, listener, true);
    }
    current = { host, box, input, field, stop() {
      for (const [type, listener] of listeners) {
        window.removeEventListener(type, listener, true);
      }
    } };
    place(current);
    if (focused) {
      (root.querySelector('[aria-selected=true]') ?? root.querySelector('.cell[tabindex="0"]'))?.focus();
    }
  }

  return { open, close, keyOf, isOpen: (input) => current?.input === input };
})();
