// What inputs for dates and times may hold, by the standard: as text, and as the number that stands for it.
const dateKinds = (() => {
  const NativeDate = Date;
  const DAY = 86400000;
  const WEEK = 7 * DAY;
  const pad = (number, digits = 2) => `${number}`.padStart(digits, '0');
  const utc = (year, month, day) => new NativeDate(0).setUTCFullYear(year, month, day);
  const inDay = (number) => ((number % DAY) + DAY) % DAY;
  const monday = (number) => number - ((new NativeDate(number).getUTCDay() + 6) % 7) * DAY;
  const firstMonday = (year) => monday(utc(year, 0, 4));
  const yearOf = (number) => new NativeDate(number).getUTCFullYear();

  function parseDate(text) {
    const [, year, month, day] = /^(\d{4,})-(\d\d)-(\d\d)$/.exec(text) ?? [];
    const number = utc(year, month - 1, day);
    const date = new NativeDate(number);
    return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === +day ? number : NaN;
  }

  function formatDate(number) {
    const date = new NativeDate(number);
    return date.getUTCFullYear() > 0
      ? `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}` : '';
  }

  function parseTime(text) {
    const [, hour, minute, second = 0, part = ''] = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?$/.exec(text) ?? [];
    return hour < 24 && minute < 60 && second < 60
      ? ((+hour * 60 + +minute) * 60 + +second) * 1000 + +part.padEnd(3, '0') : NaN;
  }

  function formatTime(number) {
    const time = inDay(number);
    const hours = `${pad(Math.trunc(time / 3600000))}:${pad(Math.trunc(time / 60000) % 60)}`;
    const part = time % 1000 ? `.${pad(Math.trunc(time % 1000), 3).replace(/0+$/, '')}` : '';
    return time % 60000 ? `${hours}:${pad(Math.trunc(time / 1000) % 60)}${part}` : hours;
  }

  const kinds = {
    __proto__: null,
    date: {
      hint: 'yyyy-mm-dd', scale: DAY, step: 1, base: 0,
      parse: parseDate,
      format: formatDate,
      toDate: (number) => number,
      fromDate: (number) => number,
    },
    month: {
      hint: 'yyyy-mm', scale: 1, step: 1, base: 0,
      parse(text) {
        const [, year, month] = /^(\d{4,})-(\d\d)$/.exec(text) ?? [];
        return year > 0 && month > 0 && month < 13 && utc(year, month - 1, 1) ? (year - 1970) * 12 + (month - 1) : NaN;
      },
      format: (number) => formatDate(utc(1970, number, 1)).slice(0, -3),
      toDate: (number) => utc(1970, number, 1),
      fromDate: (number) => (yearOf(number) - 1970) * 12 + new NativeDate(number).getUTCMonth(),
    },
    week: {
      hint: 'yyyy-Www', scale: WEEK, step: 1, base: -3 * DAY,
      parse(text) {
        const [, year, week] = /^(\d{4,})-W(\d\d)$/.exec(text) ?? [];
        const number = firstMonday(year) + (week - 1) * WEEK;
        return year > 0 && week > 0 && number < firstMonday(+year + 1) ? number : NaN;
      },
      format(number) {
        const start = monday(Math.floor(number / DAY) * DAY);
        const year = yearOf(start + 3 * DAY);
        return year > 0 ? `${pad(year, 4)}-W${pad((start - firstMonday(year)) / WEEK + 1)}` : '';
      },
      toDate: (number) => number,
      fromDate: (number) => number,
    },
    time: {
      hint: 'hh:mm', scale: 1000, step: 60, base: 0,
      parse: parseTime,
      format: formatTime,
      toDate: (number) => number,
      fromDate: inDay,
    },
    'datetime-local': {
      hint: 'yyyy-mm-dd hh:mm', scale: 1000, step: 60, base: 0,
      parse(text) {
        const [date, time, more] = text.split(/[T ]/);
        return time === undefined || more !== undefined ? NaN : parseDate(date) + parseTime(time);
      },
      format: (number) => (formatDate(number) ? `${formatDate(number)}T${formatTime(number)}` : ''),
    },
  };
  return { kinds, DAY, WEEK, monday, utc, inDay };
})();
