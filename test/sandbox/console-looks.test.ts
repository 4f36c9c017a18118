import { afterEach, describe, expect, test } from 'vitest';
import { linesFor } from '../../sandbox/console/log-lines.ts';
import { createMeterBook } from '../../sandbox/console/meter-book.ts';
import type { News } from '../../sandbox/console/news.ts';
import { createPlayer } from '../../sandbox/console/play.ts';
import { tally } from '../../sandbox/console/tally.ts';
import { createMeter } from '../../sandbox/meter.ts';
import { openHome, PLAN } from './console-world.ts';

let home: Awaited<ReturnType<typeof openHome>>;
afterEach(() => home?.doors.close());

const UI = '/_sandbox/ui';
const HOUR = 3_600_000;
const textOf = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

describe('playing', () => {
  const newsOf = (...kinds: string[]): News => ({
    now: '2027-01-04T14:00:00Z',
    fired: [],
    timeZone: 'UTC',
    happened: kinds.map((kind) => ({ at: '2027-01-04T14:00:00Z', kind, text: `${kind}.` })),
  });
  /** A player whose time is passed by hand; `steps` are what its steps bring. */
  const playing = (steps: (News | Error)[]) => {
    const waiting: { seconds: number; run: () => void }[] = [];
    const player = createPlayer({
      step: async () => {
        const next = steps.shift();
        if (next instanceof Error || !next) throw next ?? new Error('No more steps.');
        return next;
      },
      hasNext: () => steps.length > 0,
      later: (seconds, run) => void waiting.push({ seconds, run }),
    });
    const pass = async () => {
      const [next] = waiting.splice(0, 1);
      next?.run();
      await new Promise((resolve) => setImmediate(resolve));
      return next?.seconds;
    };
    return { player, pass };
  };

  test('goes on at its speed until nothing is planned', async () => {
    const { player, pass } = playing([newsOf('mail'), newsOf('Reminded')]);
    player.start({ every: 5, stopWhenAsked: true });
    expect([await pass(), await pass(), await pass()]).toEqual([0, 5, 5]);
    expect(player.state()).toEqual({
      playing: false,
      every: 5,
      stopWhenAsked: true,
      ended: 'Nothing more is planned.',
    });
  });

  test('stops at the moment somebody is asked, unless it shall not', async () => {
    const stops = playing([newsOf('mail', 'RequestOpened'), newsOf('mail')]);
    stops.player.start({ every: 1, stopWhenAsked: true });
    await stops.pass();
    expect(stops.player.state()).toMatchObject({
      playing: false,
      ended: 'Stopped, because somebody is asked: RequestOpened.',
    });
    const goesOn = playing([newsOf('RequestOpened'), newsOf('mail')]);
    goesOn.player.start({ every: 1, stopWhenAsked: false });
    await goesOn.pass();
    expect(goesOn.player.state().playing).toBe(true);
  });

  test('a pause ends it at once, also when it is started again meanwhile', async () => {
    const steps = [newsOf('mail'), newsOf('mail'), newsOf('mail')];
    const { player, pass } = playing(steps);
    player.start({ every: 1, stopWhenAsked: true });
    player.pause();
    player.start({ every: 2, stopWhenAsked: true });
    await pass();
    expect(steps).toHaveLength(3);
    await pass();
    expect(steps).toHaveLength(2);
  });

  test('says why it could not go on', async () => {
    const { player, pass } = playing([new Error('Still in flight.')]);
    player.start({ every: 1, stopWhenAsked: true });
    await pass();
    expect(player.state().ended).toBe('Stopped: Still in flight.');
  });

  test('the page says that it plays, follows, and pauses', async () => {
    home = await openHome([{ ...PLAN }]);
    home.clock.at(home.clock.now() + HOUR, 'Wait for the start date', () => undefined);
    const { html } = await home.submit(`${UI}/play`, {
      do: 'play',
      every: '5',
      stop: 'yes',
      back: `${UI}/meter`,
    });
    expect(html).toContain('data-follow="5"');
    expect(html).toContain('value="pause"');
    expect((await home.submit(`${UI}/play`, { do: 'pause' })).html).not.toContain('data-follow');
    expect(textOf((await home.submit(`${UI}/play`, { do: 'play', every: '0' })).html)).toContain(
      'That speed cannot be played',
    );
  });
});

test('what a move brought about is counted by kind, each leading to what it counts', async () => {
  const plan = { ...PLAN };
  home = await openHome([plan]);
  home.clock.at(home.clock.now() + HOUR, 'Await acknowledgements', async () => {
    plan.version += 1;
    await home.mail('dana@example.org', 'Please sign');
  });
  const { html } = await home.submit(`${UI}/clock`, { move: 'P1W', back: '/' });
  expect(textOf(html)).toContain('Last: 1 mail , 1 other event .');
  expect(html).toContain(`<a href="${UI}/happened?kind=mail">1 mail</a>`);
  const mails = textOf(await home.page(`${UI}/happened?kind=mail`));
  expect(mails).toContain('Mail to Dana Whitfield: Please sign');
  expect(mails).not.toContain('Event 4 happened.');
});

test('kinds are told in one order, and those that did not occur are left out', () => {
  const happened = ['Escalated', 'mail', 'RequestLapsed', 'mail', 'PlanStarted', 'RequestMissed'].map(
    (kind) => ({
      at: '',
      kind,
      text: '',
    }),
  );
  expect(tally(happened).map(({ text }) => text)).toEqual([
    '2 mails',
    '2 questions unanswered',
    '1 escalation',
    '1 other event',
  ]);
});

describe('the table browser', () => {
  const row = (pk: string, sk: string, more: object = {}) => ({ pk: { S: pk }, sk: { S: sk }, ...more });

  test('lists partitions, finds them by what is in them, and shows the rows of one', async () => {
    home = await openHome();
    home.rows.push(
      row('PLAN#1', 'META', { title: { S: 'Zebra' } }),
      row('PLAN#1', 'EVENT#1'),
      row('PLAN#2', 'META'),
    );
    expect(textOf(await home.page(`${UI}/table`))).toContain('2 partitions Partition Rows PLAN#1 2 PLAN#2 1');
    expect(textOf(await home.page(`${UI}/table?q=zebra`))).toContain('Partition Rows PLAN#1 1');
    const html = textOf(await home.page(`${UI}/table/PLAN%231`));
    expect(html).toContain('2 rows META');
    expect(html).toContain('"S": "Zebra"');
    expect((await home.ask(`${UI}/table/PLAN%239`)).status).toBe(404);
  });

  test('says what was added, changed and removed since the last move, whatever the order of attributes', async () => {
    home = await openHome();
    home.rows.push(
      row('A', '1', { data: { M: { x: { S: '1' }, y: { S: '2' } } } }),
      row('A', '2'),
      row('A', '3'),
    );
    await home.submit(`${UI}/clock`, { move: 'P1D', back: '/' });
    expect(textOf(await home.page(`${UI}/table`))).toContain('Nothing was written.');
    home.rows.splice(0, 3, row('A', '1', { data: { M: { y: { S: '2' }, x: { S: '1' } } } }));
    home.rows.push(row('A', '2', { more: { N: '1' } }), row('B', '1'));
    const text = textOf(await home.page(`${UI}/table`)).replace(/\{.*?\} (?=[A-Z])/g, '');
    expect(text).toContain('3 rows added, changed or removed');
    expect(text).toMatch(/A · 2 changed .*B · 1 added .*A · 3 removed/);
  });
});

describe('the logs', () => {
  const line = (level: string, message: string, name = 'Mailer') => ({
    at: 0,
    function: name,
    line: JSON.stringify({ level, message, service: 'x', planId: 'pln1' }),
  });

  test('are narrowed down by function, level and words, newest first', () => {
    const logs = [line('INFO', 'sent'), line('ERROR', 'refused'), line('WARN', 'late', 'Pages')];
    const messages = (query: object) =>
      linesFor(logs, { function: '', level: '', q: '', ...query }).map(({ message }) => message);
    expect(messages({})).toEqual(['late', 'refused', 'sent']);
    expect(messages({ level: 'WARN' })).toEqual(['late', 'refused']);
    expect(messages({ function: 'Mailer' })).toEqual(['refused', 'sent']);
    expect(messages({ q: 'REFUSED' })).toEqual(['refused']);
  });

  test('a line that is no JSON is shown as it is', () => {
    const [read] = linesFor([{ at: 0, function: 'Mailer', line: 'Error: no' }], {
      function: '',
      level: '',
      q: '',
    });
    expect(read).toMatchObject({ level: 'ERROR', message: 'Error: no', more: '' });
  });

  test('the page follows when it is told to', async () => {
    home = await openHome();
    const html = await home.page(`${UI}/logs?follow=yes`);
    expect(textOf(html)).toContain('2 lines, newest first');
    expect(html).toContain('<body data-follow="2">');
    expect(textOf(await home.page(`${UI}/logs?q=zebra`))).toContain('No line matches.');
  });
});

test('the meter leaves out what was only looked at, and counts anew from every move', async () => {
  const meter = createMeter();
  const book = createMeterBook(meter);
  meter.count('mails', 2);
  await book.unmetered(async () => {
    meter.count('calls.dynamodb', 5);
    await book.unmetered(async () => meter.count('calls.dynamodb', 1));
  });
  book.mark();
  meter.count('mails');
  expect(book.read()).toEqual({ total: { mails: 3 }, since: { mails: 1 } });
});
