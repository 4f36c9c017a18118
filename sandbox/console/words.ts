const formats = new Map<string, Intl.DateTimeFormat>();

const DAY = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' } as const;
const TIME = { hour: 'numeric', minute: '2-digit' } as const;

/** Told as the admin site tells moments, so that what stands here is found there. */
const say = (at: string | number, timeZone: string, options: Intl.DateTimeFormatOptions): string => {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone, ...options });
  formats.set(key, format);
  return format.format(date).replaceAll(/[\u202f\u00a0]/g, ' ');
};

/** `America/New_York` as `New York`. */
export const placeOf = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** `Mon, Jan 4, 2027, 9:00 AM EST` in a zone, which it names; the moment as it is when it cannot be read. */
export const moment = (at: string | number, timeZone = 'UTC'): string =>
  say(at, timeZone, { ...DAY, ...TIME, timeZoneName: 'short' });

/** `Jan 4, 2027` in UTC. */
export const shortDay = (time: number): string =>
  say(time, 'UTC', { year: 'numeric', month: 'short', day: 'numeric' });

/** The beginning of a plan's id, enough to tell plans apart. */
export const shortId = (planId: string): string => planId.slice(0, 9);

const longDays = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** `2027-01-04` as `January 4, 2027`; the text as it is when it is no day. */
export const longDay = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : longDays.format(date);
};

/** What the admin site calls the status of a plan. */
const STATUS: Readonly<Record<string, string>> = {
  draft: 'Draft (not approved)',
  approved: 'Approved',
  consulting: 'Draft shared',
  acknowledging: 'Being signed for',
  active: 'Under way',
  paused: 'Paused',
  deciding: 'Waiting for the decision',
  closed: 'Closed',
  monitoring: 'Met, being watched',
  withdrawn: 'Withdrawn',
};

/** What a plan's status is called; the code in plain letters when it is new here. */
export const statusName = (status: string): string => STATUS[status] ?? plain(status);

/** What the executions view calls the status of an execution, where AWS has another word. */
export const executionStatusName = (status: string): string =>
  status === 'ABORTED' ? 'stopped' : plain(status);

/** `check_in` as `check-in`, `TIMED_OUT` as `timed out`. */
export const plain = (code: string): string =>
  code.toLowerCase().replace('check_in', 'check-in').replaceAll('_', ' ');

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `Mon, Jan 4, 2027, 2:00:05 PM` in UTC, for tables that name the zone. */
export const second = (time: number): string => say(time, 'UTC', { ...DAY, ...TIME, second: '2-digit' });
