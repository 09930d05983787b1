// The names of keys, which the engine leaves empty. It tells their numbers, which are those of the American layout.
{
  const NAMES = {
    8: 'Backspace', 9: 'Tab', 12: 'Clear', 13: 'Enter', 16: 'Shift', 17: 'Control', 18: 'Alt', 19: 'Pause', 20: 'CapsLock',
    27: 'Escape', 33: 'PageUp', 34: 'PageDown', 35: 'End', 36: 'Home', 37: 'ArrowLeft', 38: 'ArrowUp', 39: 'ArrowRight',
    40: 'ArrowDown', 44: 'PrintScreen', 45: 'Insert', 46: 'Delete', 91: 'Meta', 92: 'Meta', 93: 'ContextMenu', 144: 'NumLock',
    145: 'ScrollLock',
  };
  const SIDED = new Set(['Shift', 'Control', 'Alt', 'Meta']);
  const PAD = {
    106: ['*', 'Multiply'], 107: ['+', 'Add'], 109: ['-', 'Subtract'], 110: ['.', 'Decimal'], 111: ['/', 'Divide'],
  };
  const SIGNS = {
    32: ['  ', 'Space'], 186: [';:', 'Semicolon'], 187: ['=+', 'Equal'], 188: [',<', 'Comma'], 189: ['-_', 'Minus'],
    190: ['.>', 'Period'], 191: ['/?', 'Slash'], 192: ['`~', 'Backquote'], 219: ['[{', 'BracketLeft'],
    220: ['\\|', 'Backslash'], 221: [']}', 'BracketRight'], 222: ['\'"', 'Quote'],
  };
  const SHIFTED_DIGITS = ')!@#$%^&*(';
  const isDigit = (number) => number >= 48 && number <= 57;
  const isLetter = (number) => number >= 65 && number <= 90;
  const isPadDigit = (number) => number >= 96 && number <= 105;
  const isFunction = (number) => number >= 112 && number <= 135;

  const keyOf = (event) => {
    const number = event.keyCode;
    if (event.type === 'keypress') {
      return number === 13 ? 'Enter' : String.fromCharCode(event.charCode || number);
    }
    if (isLetter(number)) {
      const letter = String.fromCharCode(number);
      return event.shiftKey === event.getModifierState('CapsLock') ? letter.toLowerCase() : letter;
    }
    if (isDigit(number)) {
      return event.shiftKey ? SHIFTED_DIGITS[number - 48] : `${number - 48}`;
    }
    return (isPadDigit(number) && `${number - 96}`) || (isFunction(number) && `F${number - 111}`) || NAMES[number]
      || PAD[number]?.[0] || SIGNS[number]?.[0][event.shiftKey ? 1 : 0] || 'Unidentified';
  };

  const codeOf = (event) => {
    const number = event.keyCode;
    const name = NAMES[number];
    if (event.type === 'keypress') {
      return '';
    }
    return (isLetter(number) && `Key${String.fromCharCode(number)}`) || (isDigit(number) && `Digit${number - 48}`)
      || (isPadDigit(number) && `Numpad${number - 96}`) || (isFunction(number) && `F${number - 111}`)
      || (SIDED.has(name) && name + (event.location === 2 ? 'Right' : 'Left'))
      || (name === 'Enter' && event.location === 3 && 'NumpadEnter') || name
      || (PAD[number] && `Numpad${PAD[number][1]}`) || SIGNS[number]?.[1] || '';
  };

  for (const [property, of] of [['key', keyOf], ['code', codeOf]]) {
    const { get } = Object.getOwnPropertyDescriptor(KeyboardEvent.prototype, property);
    defineProperty(KeyboardEvent.prototype, property, {
      get() {
        const value = apply(get, this, []);
        return value === '' && this.isTrusted ? of(this) : value;
      },
      enumerable: true,
      configurable: true,
    });
  }
}
