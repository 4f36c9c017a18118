const formats = new Map<string, Intl.DateTimeFormat>();

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
};

/** `America/New_York` as `New York`. */
export const placeOf = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** `Mon 4 Jan 2027, 09:00` in a zone; the moment as it is when it cannot be read. */
export const moment = (at: string | number, timeZone = 'UTC'): string => {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  const part = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );
  return `${part.weekday} ${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute}`;
};

/** `4 Jan 2027` in UTC. */
export const shortDay = (time: number): string => moment(time).replace(/^\w+ |, .*$/g, '');

/** The beginning of a plan's id, enough to tell plans apart. */
export const shortId = (planId: string): string => planId.slice(0, 9);

const longDays = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** `2027-01-04` as `January 4, 2027`; the text as it is when it is no day. */
export const longDay = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : longDays.format(date);
};

/** `check_in` as `check-in`, `TIMED_OUT` as `timed out`. */
export const plain = (code: string): string =>
  code.toLowerCase().replace('check_in', 'check-in').replaceAll('_', ' ');

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `Mon 4 Jan 2027, 14:00:05` in UTC. */
export const second = (time: number): string =>
  `${moment(time)}${new Date(time).toISOString().slice(16, 19)}`;
