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

/** `check_in` as `check in`, `RUNNING` as `running`. */
export const plain = (code: string): string => code.replaceAll('_', ' ').toLowerCase();

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `Mon 4 Jan 2027, 14:00:05` in UTC. */
export const second = (time: number): string =>
  `${moment(time)}${new Date(time).toISOString().slice(16, 19)}`;
