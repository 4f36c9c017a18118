import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/faults.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { get } from '../../sandbox/story/http.ts';
import { synthesize } from '../support/assembly.ts';
import { boot, eventsOf, example, launch, mails } from '../support/sandbox.ts';
import { signedIn } from '../support/sign-in.ts';

let sandbox: Sandbox;
let planId: string;
const story = await example('dc-silence');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeAll(async () => {
  await synthesize();
  sandbox = await boot(story.clock);
});
beforeEach(() => sandbox.reset(story.clock));
afterAll(() => sandbox.close());

const later = (milliseconds: number) => sandbox.clock.advanceTo(sandbox.clock.now() + milliseconds);
const pastStart = (milliseconds: number): string =>
  `${new Date(Date.parse(story.clock) + milliseconds).toISOString().slice(0, 19)}Z`;
const trouble = (name: Fault['name']) => sandbox.faults.replace([{ name, service: 'ses' }]);
const mended = () => sandbox.faults.replace([]);

interface Owed {
  key: string;
  status: string;
  to: string;
  attempts: number;
  error?: string;
  notBefore?: string;
  createdAt: string;
}

type Item = Record<string, { S?: string; N?: string }>;

/** A row's texts and numbers. */
const plain = (item: Item) =>
  Object.fromEntries(
    Object.entries(item).map(([name, { S, N }]) => [name, N === undefined ? S : Number(N)]),
  ) as unknown as Owed & { sk: string; kind?: string };

/** What the plan owes by mail, in the order it was owed. */
const owed = async (): Promise<Owed[]> => {
  const { items } = await get<{ items: Item[] }>(sandbox.url, '/_sandbox/table');
  return items
    .map(plain)
    .filter(({ sk, kind }) => sk.startsWith('OUTBOX#') && kind === 'mail')
    .sort((a, b) => (a.key < b.key ? -1 : 1));
};
const arrived = async () => (await mails(sandbox)).map(({ to, tags }) => [to[0], tags.outbox]);
const lost = async () => (await eventsOf(sandbox, planId)).filter(({ type }) => type === 'MailUndelivered');
/** How many mails SES refused. */
const refused = () => sandbox.faults.active()[0]?.struck ?? 0;
const logged = (message: string) =>
  sandbox.functions
    .logs()
    .flatMap(({ line }) => (line.includes(`"message":"${message}"`) ? [JSON.parse(line)] : []));
const repair = async (person: 'hr' | 'operator') => {
  const cookie = await signedIn(sandbox.url, person);
  const page = await fetch(`${sandbox.url}/admin/repair`, { headers: { cookie } });
  return (await page.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
};

/** Both were owed one mail when the plan was launched, and each got it once. */
const eachGotTheirs = async () => {
  const both = (await owed()).slice(0, 2);
  expect(both.map(({ status }) => status)).toEqual(['SENT', 'SENT']);
  const people = ['dana.whitfield@example.org', 'marcus.oyelaran@example.org'];
  const got = (await arrived()).filter(([, key]) => both.some((row) => row.key === key));
  expect(got.map(([to]) => to).sort()).toEqual(people);
  expect(await lost()).toEqual([]);
};

test('SES-7: mail that is refused for coming too fast waits, goes out when it may, and goes once', async () => {
  trouble('throttle');
  planId = await launch(sandbox, story);
  await later(20 * MINUTE);
  expect(await arrived()).toEqual([]);
  const waiting = await owed();
  expect(waiting.map(({ status, error }) => [status, error])).toEqual([
    ['PENDING', 'TooManyRequestsException'],
    ['PENDING', 'TooManyRequestsException'],
  ]);
  expect(waiting.map(({ attempts }) => attempts > 1)).toEqual([true, true]);

  mended();
  await later(HOUR);
  await eachGotTheirs();
});

test('SES-7: when a day’s quota is used up no mail is tried for an hour, and then it goes out once', async () => {
  trouble('quota');
  planId = await launch(sandbox, story);
  await later(50 * MINUTE);
  expect([await arrived(), refused()]).toEqual([[], 2]);
  for (const row of await owed()) {
    expect(row).toMatchObject({ status: 'PENDING', error: 'DailyQuota', attempts: 1 });
    const waits = Date.parse(row.notBefore ?? '') - Date.parse(story.clock);
    expect([waits >= HOUR, waits <= 1.6 * HOUR]).toEqual([true, true]);
  }

  mended();
  await later(HOUR + 10 * MINUTE);
  await eachGotTheirs();
});

describe('SES-8: while the account may not send', () => {
  beforeEach(async () => {
    trouble('sending_paused');
    planId = await launch(sandbox, story);
  });

  test('mails wait untried, operators and HR are told, and everything goes out once when it may', async () => {
    await later(HOUR);
    expect(await arrived()).toEqual([]);
    const waiting = { status: 'PENDING', error: 'SendingPausedException', attempts: 0 };
    expect(await owed()).toMatchObject([waiting, waiting]);
    // One when it began, and one in each round of a quarter of an hour, however many wait.
    expect([refused() > 1, refused() <= 5]).toEqual([true, true]);
    const lines = logged('mail_paused');
    expect(lines.length).toBe(refused());
    expect(lines[0]).toMatchObject({ level: 'ERROR', service: 'mailer', code: 'SendingPausedException' });
    expect(new Set(lines.map(({ since }) => since))).toEqual(new Set([pastStart(0)]));
    const said = 'E-mail is paused by AWS since Mon, Feb 22, 2027, 9:00 AM: 2 mails wait.';
    expect(await repair('operator')).toContain(`${said} `);
    expect(await repair('hr')).toContain(`${said} Nobody is asked, reminded or told anything by mail`);

    mended();
    await later(30 * MINUTE);
    await eachGotTheirs();
    expect(logged('mail_resumed')).toMatchObject([{ since: pastStart(0) }]);
    expect(await repair('hr')).not.toContain('paused by AWS');
  });

  test('for two days: what did not leave is in the record in time, and HR is told in every way that is left', async () => {
    await later(49 * HOUR);
    const given = await lost();
    const first = (await owed()).slice(0, 2);
    expect(given.slice(0, 2).map(({ key, to, outcome }) => [key, to, outcome])).toEqual(
      first.map(({ key, to }) => [key, to, 'failed']),
    );
    for (const { at } of given.slice(0, 2))
      expect([at >= pastStart(47 * HOUR), at < pastStart(48 * HOUR)]).toEqual([true, true]);
    expect(await repair('hr')).toContain('A mail to Dana Whitfield did not leave');

    mended();
    await later(HOUR);
    const keys = (await arrived()).map(([, key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => given.some((mail) => mail.key === key))).toEqual([]);
    expect((await mails(sandbox)).map(({ to }) => to[0])).toContain('priya.natarajan@example.org');
  });
});
