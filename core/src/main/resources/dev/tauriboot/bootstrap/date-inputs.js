// Inputs for dates, times and colours. The engine has fields for text in place of the first, and no way to pick
// any of them. What an input is, is told by its attribute whenever it is asked, so that it does not matter who made it and when.
(() => {
  const { prototype } = HTMLInputElement;
  const { kinds, DAY } = dateKinds;
  const probe = document.createElement('input');
  const known = (type) => {
    probe.type = type;
    return probe.type === type;
  };
  if (!connection.ipcUrl || ['date', 'time', 'datetime-local', 'month', 'week'].some(known)) {
    return;
  }
  const NativeEvent = Event;
  const NativeDate = Date;
  const NativeTypeError = TypeError;
  const NativeException = DOMException;
  const { getOwnPropertyDescriptor } = Object;
  const { composedPath } = NativeEvent.prototype;
  const { hasAttribute, getAttribute, attachShadow } = Element.prototype;
  const native = (name) => getOwnPropertyDescriptor(prototype, name);
  const [type, value, asDate, asNumber, validity] = ['type', 'value', 'valueAsDate', 'valueAsNumber', 'validity']
    .map(native);
  const { stepUp, stepDown, checkValidity, reportValidity, setCustomValidity, showPicker, click } = prototype;
  const MESSAGES = {
    __proto__: null,
    badInput: 'Please enter a valid value.',
    rangeUnderflow: 'Please select a value that is not before the first one allowed.',
    rangeOverflow: 'Please select a value that is not after the last one allowed.',
    stepMismatch: 'Please select one of the values that are allowed.',
  };
  const selector = [...Object.keys(kinds), 'color'].map((name) => `input[type="${name}" i]`).join();
  const customs = new WeakMap();
  const hinted = new WeakSet();

  const attribute = (input, name) => apply(getAttribute, input, [name]);
  const nameOf = (input) => (attribute(input, 'type') ?? '').toLowerCase();
  const kindOf = (input) => kinds[nameOf(input)];
  const rawOf = (input) => apply(value.get, input, []);
  const write = (input, text) => apply(value.set, input, [text]);

  function sanitize(kind, text) {
    const number = kind.parse(text);
    if (Number.isNaN(number)) {
      return '';
    }
    return kind === kinds['datetime-local'] ? kind.format(number) : text;
  }

  const textOf = (input, kind) => sanitize(kind, rawOf(input));
  const numberOf = (input, kind) => kind.parse(rawOf(input));

  function limitsOf(input, kind) {
    const of = (name) => {
      const number = kind.parse(attribute(input, name) ?? '');
      return Number.isNaN(number) ? undefined : number;
    };
    const [min, max] = [of('min'), of('max')];
    const text = attribute(input, 'step') ?? '';
    const given = /^\s*[-+]?(\d|\.\d)/.test(text) ? parseFloat(text) : NaN;
    const step = text.trim().toLowerCase() === 'any' ? undefined
      : Math.round((given > 0 ? given : kind.step) * kind.scale) || kind.scale;
    return { min, max, step, base: min ?? of('value') ?? kind.base };
  }

  const offStep = (number, { step, base }) => Math.abs((number - base) % step) > 0;

  function flawsOf(input, kind) {
    const number = numberOf(input, kind);
    const limits = limitsOf(input, kind);
    const { min, max } = limits;
    // Times of the day go round: from 22:00 to 06:00 is a night.
    const round = kind === kinds.time && min > max;
    const between = round && number > max && number < min;
    return {
      badInput: rawOf(input) !== '' && Number.isNaN(number),
      rangeUnderflow: round ? between : number < min,
      rangeOverflow: round ? between : number > max,
      stepMismatch: offStep(number, limits),
    };
  }

  // The engine knows of a text that its author finds fault with: that holds up forms and is matched by :invalid.
  function refresh(input) {
    const kind = kindOf(input);
    const custom = customs.get(input) ?? '';
    if (kind) {
      const flaws = flawsOf(input, kind);
      const flaw = Object.keys(flaws).find((name) => flaws[name] && !(name === 'stepMismatch' && flaws.badInput));
      apply(setCustomValidity, input, [custom || MESSAGES[flaw] || '']);
    } else {
      apply(setCustomValidity, input, [custom]);
    }
  }

  function set(input, text) {
    write(input, text);
    refresh(input);
  }

  const fail = (name, text) => {
    throw new NativeException(text, name);
  };

  const property = (name, get, put, original = native(name)) => defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get,
    set: put ?? original?.set,
  });
  const method = (target, name, value) => defineProperty(target, name, {
    value, configurable: true, enumerable: true, writable: true,
  });

  property('type', { get() { return kindOf(this) ? nameOf(this) : apply(type.get, this, []); } }.get);

  property('value', {
    get() {
      const kind = kindOf(this);
      return kind ? textOf(this, kind) : apply(value.get, this, []);
    },
  }.get, {
    set(text) {
      const kind = kindOf(this);
      if (kind) {
        set(this, text === null ? '' : sanitize(kind, `${text}`));
      } else {
        apply(value.set, this, [text]);
      }
    },
  }.set);

  property('valueAsDate', {
    get() {
      const kind = kindOf(this);
      if (!kind) {
        return asDate ? apply(asDate.get, this, []) : null;
      }
      const number = numberOf(this, kind);
      return kind.toDate && !Number.isNaN(number) ? new NativeDate(kind.toDate(number)) : null;
    },
  }.get, {
    set(date) {
      const kind = kindOf(this);
      if (!kind?.toDate) {
        return kind || !asDate ? fail('InvalidStateError', 'This input has no date') : apply(asDate.set, this, [date]);
      }
      if (date !== null && date !== undefined && !(date instanceof NativeDate)) {
        throw new NativeTypeError('The value is no Date');
      }
      const number = date ? date.getTime() : NaN;
      set(this, Number.isNaN(number) ? '' : kind.format(kind.fromDate(number)));
    },
  }.set);

  property('valueAsNumber', {
    get() {
      const kind = kindOf(this);
      return kind ? numberOf(this, kind) : apply(asNumber.get, this, []);
    },
  }.get, {
    set(number) {
      const kind = kindOf(this);
      if (!kind) {
        apply(asNumber.set, this, [number]);
      } else if (Math.abs(+number) === Infinity) {
        throw new NativeTypeError('The value is infinite');
      } else {
        set(this, Number.isNaN(+number) ? '' : sanitize(kind, kind.format(+number)));
      }
    },
  }.set);

  function stepBy(input, kind, count) {
    const limits = limitsOf(input, kind);
    const { step, base } = limits;
    if (step === undefined) {
      fail('InvalidStateError', 'This input has no step');
    }
    const down = count < 0;
    const aligned = (number, up) => base + Math[up ? 'ceil' : 'floor']((number - base) / step) * step;
    const min = limits.min === undefined ? -Infinity : aligned(limits.min, true);
    const max = limits.max === undefined ? Infinity : aligned(limits.max, false);
    if (min > max) {
      return;
    }
    const known = numberOf(input, kind);
    const old = Number.isNaN(known) ? 0 : known;
    const to = Math.min(Math.max(offStep(old, limits) ? aligned(old, !down) : old + count * step, min), max);
    if (count !== 0 && !(down ? to > old : to < old)) {
      const text = sanitize(kind, kind === kinds.time && (to < 0 || to >= DAY) ? '' : kind.format(to));
      if (text) {
        set(input, text);
      }
    }
  }

  for (const [name, original, sign] of [['stepUp', stepUp, 1], ['stepDown', stepDown, -1]]) {
    method(prototype, name, { [name](count = 1) {
      const kind = kindOf(this);
      if (kind) {
        stepBy(this, kind, sign * Math.trunc(+count || 0));
      } else {
        apply(original, this, [count]);
      }
    } }[name]);
  }

  property('validity', {
    get() {
      const known = apply(validity.get, this, []);
      const kind = kindOf(this);
      if (!kind) {
        return known;
      }
      refresh(this);
      const all = { valueMissing: known.valueMissing || (known.valueMissing !== undefined
        && apply(hasAttribute, this, ['required']) && !this.readOnly && !this.disabled && textOf(this, kind) === ''),
      ...flawsOf(this, kind), customError: Boolean(customs.get(this)) };
      const answer = createObject(ValidityState.prototype);
      for (const name of ['valueMissing', 'typeMismatch', 'patternMismatch', 'tooLong', 'tooShort', 'rangeUnderflow',
        'rangeOverflow', 'stepMismatch', 'badInput', 'customError']) {
        defineProperty(answer, name, { value: Boolean(all[name]), enumerable: true });
      }
      return defineProperty(answer, 'valid', { value: !Object.values(all).some(Boolean), enumerable: true });
    },
  }.get);

  method(prototype, 'setCustomValidity', { setCustomValidity(text) {
    customs.set(this, `${text}`);
    refresh(this);
  } }.setCustomValidity);

  const checks = [[prototype, 'checkValidity', checkValidity], [prototype, 'reportValidity', reportValidity]];
  for (const form of [HTMLFormElement.prototype, HTMLFieldSetElement.prototype]) {
    checks.push([form, 'checkValidity', form.checkValidity], [form, 'reportValidity', form.reportValidity]);
  }
  for (const [target, name, original] of checks) {
    method(target, name, { [name]() {
      for (const input of target === prototype ? [this] : this.elements ?? []) {
        if (input instanceof HTMLInputElement) {
          refresh(input);
        }
      }
      return apply(original, this, []);
    } }[name]);
  }

  const locked = (input) => input.matches(':disabled') || (nameOf(input) !== 'color' && input.readOnly);

  function open(input, focused) {
    const kind = kindOf(input);
    const fire = (name, composed) => input.dispatchEvent(new NativeEvent(name, { bubbles: true, composed }));
    const limits = kind ? limitsOf(input, kind) : {};
    let changed = false;
    openDatePicker.open(input, {
      ...limits,
      kind: nameOf(input),
      text: () => (kind ? textOf(input, kind) : rawOf(input)),
      number: () => numberOf(input, kind),
      allowed: (number) => !(number < limits.min || number > limits.max || offStep(number, limits)),
      clear: Boolean(kind) && !apply(hasAttribute, input, ['required']),
      set(text, final) {
        if (text !== this.text()) {
          set(input, text);
          changed = true;
          fire('input', true);
        }
        if (final && changed) {
          changed = false;
          fire('change', false);
        }
      },
      closed() {
        if (changed) {
          fire('change', false);
        }
      },
    }, focused);
  }

  const pickable = (input) => input instanceof HTMLInputElement && Boolean(kindOf(input) || nameOf(input) === 'color');

  method(prototype, 'showPicker', { showPicker() {
    if (!pickable(this)) {
      return showPicker ? apply(showPicker, this, []) : undefined;
    }
    if (locked(this)) {
      fail('InvalidStateError', 'This input cannot be changed');
    }
    if (navigator.userActivation?.isActive === false) {
      fail('NotAllowedError', 'A picker is shown after a click or a key only');
    }
    return open(this, true);
  } }.showPicker);

  // An input that is in no document hears of no click: pages make one to have a colour picked.
  method(prototype, 'click', { click() {
    apply(click, this, []);
    if (nameOf(this) === 'color' && !this.isConnected && !locked(this)) {
      open(this, true);
    }
  } }.click);

  const targetOf = (event) => {
    const [target] = apply(composedPath, event, []);
    return pickable(target) ? target : undefined;
  };

  window.addEventListener('click', (event) => {
    const input = targetOf(event);
    if (input && (event.isTrusted || nameOf(input) === 'color')) {
      // Once the page had its say.
      later(() => {
        if (!event.defaultPrevented && !locked(input) && !openDatePicker.isOpen(input)) {
          open(input, nameOf(input) === 'color');
        }
      }, 0);
    }
  }, true);

  window.addEventListener('keydown', (event) => {
    const input = targetOf(event);
    if (!input || !event.isTrusted || locked(input)) {
      return;
    }
    const key = openDatePicker.keyOf(event);
    const arrow = key === 'ArrowDown' || key === 'ArrowUp';
    if (key === 'F4' || (arrow && (event.altKey || openDatePicker.isOpen(input)))) {
      event.preventDefault();
      open(input, true);
    } else if (key === 'Tab' && openDatePicker.isOpen(input)) {
      openDatePicker.close();
    }
  }, true);

  window.addEventListener('input', (event) => {
    const input = targetOf(event);
    if (input && event.isTrusted) {
      refresh(input);
      if (openDatePicker.isOpen(input)) {
        openDatePicker.close();
      }
    }
  }, true);

  // What is typed without its zeros is what was meant.
  function completed(event) {
    const input = targetOf(event);
    const kind = input && kindOf(input);
    if (kind && event.isTrusted) {
      const raw = rawOf(input);
      const text = raw.trim().toUpperCase().replace(/\d+/g, (digits) => digits.padStart(2, '0'));
      if (Number.isNaN(kind.parse(raw)) && !Number.isNaN(kind.parse(text))) {
        set(input, sanitize(kind, text));
      }
    }
  }

  function adopt(input) {
    const kind = kindOf(input);
    if (kind) {
      if (sanitize(kind, rawOf(input)) === '' && rawOf(input) !== '' && input !== document.activeElement) {
        write(input, '');
      }
      if (!apply(hasAttribute, input, ['placeholder'])) {
        hinted.add(input);
        input.placeholder = kind.hint;
      }
    } else if (hinted.delete(input)) {
      input.removeAttribute('placeholder');
    }
    refresh(input);
  }

  function adoptAll(root) {
    if (root instanceof HTMLInputElement) {
      if (kindOf(root)) {
        adopt(root);
      }
    } else if (root.firstElementChild) {
      root.querySelectorAll(selector).forEach(adopt);
    }
  }

  const observer = new MutationObserver((records) => {
    for (const { type: change, target, attributeName, addedNodes } of records) {
      if (change === 'childList') {
        addedNodes.forEach(adoptAll);
      } else if (target instanceof HTMLInputElement && (attributeName === 'type' || kindOf(target))) {
        adopt(target);
      }
    }
  });

  function watch(root) {
    observer.observe(root, { subtree: true, childList: true, attributes: true,
      attributeFilter: ['type', 'value', 'min', 'max', 'step', 'required'] });
    root.addEventListener('change', completed, true);
    root.addEventListener('reset', ({ target }) => later(() => {
      if (target instanceof HTMLFormElement) {
        [...target.elements].filter(pickable).forEach(adopt);
      }
    }, 0));
    // What is no value is not sent.
    root.addEventListener('formdata', ({ target, formData }) => {
      for (const input of target.elements) {
        if (input.name && pickable(input) && kindOf(input) && rawOf(input) !== textOf(input, kindOf(input))) {
          const values = formData.getAll(input.name);
          values[values.indexOf(rawOf(input))] = textOf(input, kindOf(input));
          formData.delete(input.name);
          values.forEach((text) => formData.append(input.name, text));
        }
      }
    }, true);
  }

  watch(document);
  method(Element.prototype, 'attachShadow', { attachShadow(options) {
    const root = apply(attachShadow, this, [options]);
    watch(root);
    return root;
  } }.attachShadow);
})();
