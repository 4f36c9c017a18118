import { copyFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterEach, describe, expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import { createStatesEngine } from '../../sandbox/states/index.ts';
import { ACCOUNT, REGION } from '../../sandbox/types.ts';
import { seededRandom } from '../../sandbox/wire/random.ts';
import { openHome, PLAN } from './console-world.ts';
import { MACHINE, openWorld, route, START } from './doors-world.ts';

let home: Awaited<ReturnType<typeof openHome>>;
afterEach(() => home?.doors.close());
const open = async (plans: (typeof PLAN)[] = []) => {
  home = await openHome(plans);
  return home;
};

const HOUR = 3_600_000;
/** The bodies of the requests the app got, oldest first. */
const bodiesSent = () =>
  home.handled.flatMap(({ payload }) => {
    const { body } = payload as { body?: string };
    return body ? [JSON.parse(body) as { type?: string; reason?: string }] : [];
  });

/** A folder with one of the project's own examples. */
const folderWith = async (example: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'examples-'));
  await copyFile(new URL(`../../examples/${example}`, import.meta.url), join(folder, example));
  return folder;
};

const textOf = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the first page', () => {
  test('says what to do when there is nothing yet', async () => {
    const { page } = await open();
    const text = textOf(await page('/'));
    expect(text).toContain('Mon, Jan 4, 2027, 2:00 PM UTC');
    expect(text).toContain('There is no plan yet. Start one of the examples below');
    expect(text).toContain('Nobody yet. Everybody in a plan appears here, with their mail.');
    expect(textOf(await page('/_sandbox/ui/mail'))).toContain('No mail yet.');
  });

  test('lists every plan with what it waits for, in its own zone', async () => {
    const { page } = await open([
      { ...PLAN },
      { ...PLAN, planId: 'pln2', status: 'closed', outcome: 'met', openRequests: [] },
    ]);
    const html = await page('/');
    const text = textOf(html);
    expect(text).toContain('2 plans');
    expect(text).toContain(
      'Dana Whitfield, Marcus Oyelaran: acknowledgement, due Fri, Jan 8, 2027, 5:00 PM EST',
    );
    expect(text).toContain('Next due Fri, Jan 8, 2027, 5:00 PM EST (New York)');
    expect(text).toContain('Closed: met');
    expect(text).toContain('Mon, Jan 4, 2027, 9:00 AM EST in New York.');
    expect(html).toContain('href="/_sandbox/ui/plans/pln1"');
  });

  test('tells plans of one title apart by whom they are about and the beginning of their id', async () => {
    const other = { ...PLAN.participants[0], name: 'Noor Haddad' } as (typeof PLAN.participants)[number];
    const { page } = await open([
      { ...PLAN, planId: 'plnabcdefghijklmnopqrst' },
      { ...PLAN, planId: 'plnbcdefghijklmnopqrstu', participants: [other] },
    ]);
    const text = textOf(await page('/'));
    expect(text).toContain('Dana Whitfield, plnabcdef');
    expect(text).toContain('Noor Haddad, plnbcdefg');
    expect(textOf(await page('/_sandbox/ui/plans/plnbcdefghijklmnopqrstu'))).toContain(
      'and kept informed Noor Haddad, plnbcdefg',
    );
  });

  test('names everybody in a plan or with mail, their unread mail, and what is theirs opens with one click', async () => {
    const { page, mail } = await open([{ ...PLAN }]);
    await mail('dana@example.org', 'Please sign');
    await mail('dana@example.org', 'Elsewhere', 'https://www.example.org/help');
    await mail('stranger@example.org', 'Copy');
    const html = await page('/');
    expect(textOf(html)).toContain(
      'People Dana Whitfield 2 unread employee Marcus Oyelaran supervisor stranger@example.org 1 unread takes part in no plan',
    );
    expect(html).toContain('href="/_sandbox/ui/mail?to=dana%40example.org"');
    expect(html).not.toContain('act-as');
  });

  test('lists executions, state and status first, and leads to their history', async () => {
    const { page } = await open();
    const html = await page('/_sandbox/ui/executions');
    expect(html).toContain('href="/_sandbox/ui/executions/pln1-r1"');
    expect(textOf(html)).toContain(
      'State Status Name Started Wait for the start date running pln1-r1 Jan 4, 2027',
    );
    const text = textOf(await page('/_sandbox/ui/executions/pln1-r1'));
    expect(text).toContain('Mon, Jan 4, 2027, 2:00:00 PM WaitStateEntered Wait for the start date');
  });

  test('shows the trouble when the app fails, and mail and executions all the same', async () => {
    home = await openHome([], { failing: true });
    await home.mail('dana@example.org', 'Please sign');
    const text = textOf(await home.page('/'));
    expect(text).toContain('The app answered 500 Internal Server Error');
    expect(text).toContain('dana@example.org 1 unread');
    expect(textOf(await home.page('/_sandbox/ui/mail'))).toContain('Please sign');
  });

  test('runs no script but its own, and loads nothing from elsewhere', async () => {
    const { doors } = await open([{ ...PLAN }]);
    const reply = await fetch(doors.url);
    expect(reply.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    const html = await reply.text();
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/_sandbox/ui/script.js" defer>']);
    expect(html).not.toMatch(/style="| on\w+="/);
    expect([...html.matchAll(/(?:src|href)="(https?:[^"]*)"/g)]).toEqual([]);
    expect((await fetch(`${doors.url}/_sandbox/ui/style.css`)).headers.get('content-type')).toContain(
      'text/css',
    );
  });

  test('every page is valid HTML', async () => {
    const { page, mail } = await open([{ ...PLAN }]);
    await mail('dana@example.org', 'Please <sign> & return');
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off', 'no-inline-style': 'off', 'void-style': 'off', 'doctype-style': 'off' },
    });
    const pages = [
      '/',
      '/_sandbox/ui/plans/pln1',
      ...['', '?view=text', '?view=source', '?view=headers', '?view=check'].map(
        (view) => `/_sandbox/ui/mail/sandbox-000001${view}`,
      ),
      '/_sandbox/ui/mail?q=nothing',
      '/_sandbox/ui/executions/pln1-r1',
      ...[
        'people',
        'executions',
        'table',
        'logs?follow=yes',
        'meter',
        'chaos',
        'scenario',
        'happened',
        'reset',
      ].map((part) => `/_sandbox/ui/${part}`),
    ];
    for (const path of pages) {
      const report = await validator.validateString(await page(path));
      const problems = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${path} ${ruleId} ${message} ${line}:${column}`),
      );
      expect(problems).toEqual([]);
    }
  });
});

describe('the clock on the page', () => {
  test('goes to the next event past the runs of schedules, and says what fired', async () => {
    const { clock, submit, now } = await open();
    for (let run = 1; run <= 8; run++) {
      clock.at(clock.now() + run * (HOUR / 4), 'schedule Sweeper', () => undefined, { background: true });
    }
    clock.at(clock.now() + HOUR, 'Wait for the start date', () => undefined);
    const { status, html } = await submit('/_sandbox/ui/clock', { move: 'next', back: '/' });
    expect([status, now()]).toEqual([303, '2027-01-04T15:00:00Z']);
    expect(textOf(html)).toContain(
      'Nothing happened to a plan, and no mail was sent. What the clock ran for it Mon, Jan 4, 2027, 3:00 PM UTC : Wait for the start date schedule Sweeper, 4 runs',
    );
  });

  test('tells what the move did to the plans and which mails it sent, in order and in their zone', async () => {
    const plan = { ...PLAN };
    const { clock, mail, submit, page } = await open([plan]);
    await mail('dana@example.org', 'Sent before');
    clock.at(clock.now() + HOUR, 'Await acknowledgements', async () => {
      plan.version += 1;
      await mail('dana@example.org', 'Please sign');
    });
    const { html } = await submit('/_sandbox/ui/clock', { move: 'P1D', back: '/' });
    const text = textOf(html);
    expect(text).toContain(
      'It is now Tue, Jan 5, 2027, 2:00 PM UTC Mon, Jan 4, 2027, 10:00 AM EST : Mail to Dana Whitfield: Please sign Mon, Jan 4, 2027, 10:00 PM EST : Event 4 happened. Times in New York. What the clock ran for it Mon, Jan 4, 2027, 3:00 PM UTC : Await acknowledgements',
    );
    expect(html).toContain('<a href="/_sandbox/ui/mail/sandbox-000002">Mail to Dana Whitfield');
    expect(textOf(await page('/'))).not.toContain('It is now');
  });

  test('shows fifteen of what happened and counts the others; with several plans it says which', async () => {
    const plan = { ...PLAN };
    const { clock, submit } = await open([plan, { ...PLAN, planId: 'pln2' }]);
    clock.at(clock.now() + HOUR, 'Await acknowledgements', () => {
      plan.version += 17;
    });
    const text = textOf((await submit('/_sandbox/ui/clock', { move: 'P1D', back: '/' })).html);
    expect(text).toContain('Event 18 happened. (Dana Whitfield, pln1) … and 2 more');
    expect(text).not.toContain('Event 19 happened.');
  });

  test('moves and says so when the app fails', async () => {
    home = await openHome([], { failing: true });
    const { html } = await home.submit('/_sandbox/ui/clock', { move: 'P1D', back: '/' });
    expect(textOf(html)).toContain('It is now Tue, Jan 5, 2027, 2:00 PM UTC');
  });

  test('goes one day on, and to a date, and comes back to the page it left', async () => {
    const { submit, now } = await open([{ ...PLAN }]);
    const { to } = await submit('/_sandbox/ui/clock', { move: 'P1D', back: '/_sandbox/ui/plans/pln1' });
    expect([to, now()]).toEqual(['/_sandbox/ui/plans/pln1', '2027-01-05T14:00:00Z']);
    await submit('/_sandbox/ui/clock', { move: 'to', to: '2027-01-08T09:30', back: '/' });
    expect(now()).toBe('2027-01-08T09:30:00Z');
  });

  test('never goes back, and says so once', async () => {
    const { submit, page, now } = await open();
    const { html } = await submit('/_sandbox/ui/clock', { move: 'to', to: '2020-01-01T00:00', back: '/' });
    expect(textOf(html)).toContain('The clock never goes back');
    expect(now()).toBe('2027-01-04T14:00:00Z');
    expect(textOf(await page('/'))).not.toContain('The clock never goes back');
  });

  test('leads nobody elsewhere', async () => {
    const { submit } = await open();
    expect((await submit('/_sandbox/ui/clock', { move: 'P1D', back: '//evil.example' })).to).toBe(
      '/_sandbox/ui',
    );
    expect((await submit('/_sandbox/ui/clock', { move: 'P1D', back: 'https://evil.example' })).to).toBe(
      '/_sandbox/ui',
    );
  });

  test('takes no form from another page', async () => {
    const { doors, now } = await open();
    const body = new URLSearchParams({ move: 'P1D' });
    const headers = { origin: 'http://evil.example' };
    expect((await fetch(`${doors.url}/_sandbox/ui/clock`, { method: 'POST', body, headers })).status).toBe(
      403,
    );
    expect(now()).toBe('2027-01-04T14:00:00Z');
  });
});

describe('plans on the page', () => {
  test('an example is drafted, approved and launched with one button', async () => {
    const { submit, plans } = await open();
    const { to, html } = await submit('/_sandbox/ui/example', { file: 'dc-answered.json' });
    expect([to, plans.map(({ status }) => status)]).toEqual(['/_sandbox/ui/plans/pln1', ['acknowledging']]);
    expect(bodiesSent().map(({ type }) => type)).toEqual([undefined, 'approve', 'launch']);
    expect(textOf(html)).toContain('Plan launched; acknowledgement asked of Dana Whitfield');
  });

  test('an example whose employee has the draft first is shared, and waits for the launch', async () => {
    const { submit } = await open();
    await submit('/_sandbox/ui/example', { file: 'uk-right-to-respond.json' });
    expect(bodiesSent().map(({ type }) => type)).toEqual([undefined, 'approve', 'share']);
  });

  test('an example whose start is past is shown with why, and with the way to begin again', async () => {
    const { page, clock, submit } = await open();
    expect(await page('/')).toContain('<button type="submit" name="file" value="dc-answered.json">');
    await clock.advanceTo(Date.parse('2027-01-05T04:59:00Z'));
    expect(await page('/')).toContain('value="dc-answered.json"');
    await clock.advanceTo(Date.parse('2027-01-05T05:00:00Z'));
    const html = await page('/');
    expect(html).not.toContain('value="dc-answered.json"');
    expect(html).toContain('value="dc-silence.json"');
    const text = textOf(html);
    expect(text).toContain(
      'Everybody answers, and the plan is met , starts on January 4, 2027 A 60-day District of Columbia plan: both sign',
    );
    expect(text.match(/and the clock never goes back\./g)).toHaveLength(1);
    expect(html.match(/href="\/_sandbox\/ui\/reset"/g)).toHaveLength(2);
    await submit('/_sandbox/ui/reset', {});
    expect(await page('/')).toContain('value="dc-answered.json"');
  });

  test('an example that was past from the start says how to begin earlier, as emptying would not help', async () => {
    home = await openHome([], { examples: await folderWith('dc-declined.json') });
    const html = await home.page('/');
    expect(textOf(html)).toContain(
      '1 example starts before the day it is now, and the clock never goes back. Start the sandbox with an earlier clock: npm start -- --start 2026-11-30T14:00:00Z Declined to sign, extended, then met',
    );
    expect(html).not.toContain('Empty the sandbox to begin again');
  });

  test('examples stand in the order of their titles', async () => {
    const { page } = await open();
    const titles = [...(await page('/')).matchAll(/name="file" value="[^"]*">([^<]*)</g)].map(
      ([, title]) => title,
    );
    expect(titles.length).toBeGreaterThan(3);
    expect(titles).toEqual([...titles].sort((a = '', b = '') => a.localeCompare(b, 'en')));
  });

  test('an example that is past is not even drafted', async () => {
    const { submit, plans } = await open();
    const { to, html } = await submit('/_sandbox/ui/example', { file: 'dc-declined.json' });
    expect([to, plans]).toEqual(['/_sandbox/ui', []]);
    expect(textOf(html)).toContain('This example cannot be started now It starts on December 7, 2026');
    expect(bodiesSent()).toEqual([]);
  });

  test('an example that the app will not launch leaves no approved plan behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'examples-'));
    // Past for the app, and not for the page, which does not know the zone.
    const plan = { title: 'Odd', startDate: '2026-12-31', timeZone: 'Nowhere/Place', items: [] };
    await writeFile(join(folder, 'odd.json'), JSON.stringify({ title: 'Odd', plan }));
    home = await openHome([], { examples: folder });
    const { html } = await home.submit('/_sandbox/ui/example', { file: 'odd.json' });
    expect(textOf(html)).toContain('The content breaks rules It is past.');
    expect(home.plans.map(({ status }) => status)).toEqual(['withdrawn']);
  });

  test('a plan page tells past and planned, and takes commands', async () => {
    const { submit, page } = await open([{ ...PLAN, status: 'draft' }]);
    const text = textOf(await page('/_sandbox/ui/plans/pln1'));
    expect(text).toContain('Mon, Jan 4, 2027, 9:00 AM EST Plan drafted.');
    expect(text).toContain('Wed, Jan 6, 2027, 5:00 PM EST Dana Whitfield and Marcus Oyelaran are reminded');
    expect(textOf((await submit('/_sandbox/ui/plans/pln1', { type: 'approve' })).html)).toContain('Launch');
    await submit('/_sandbox/ui/plans/pln1', { type: 'withdraw', reason: 'A mistake' });
    expect(bodiesSent().at(-1)).toEqual({ type: 'withdraw', reason: 'A mistake' });
    expect(textOf(await page('/_sandbox/ui/plans/pln1'))).toContain('Withdrawn');
  });

  test('a plan that is not there is told in words', async () => {
    const { page, ask } = await open();
    expect(textOf(await page('/_sandbox/ui/plans/pln9'))).toContain('There is no such plan.');
    expect(textOf(await page('/_sandbox/ui/mail/none'))).toContain('There is nothing here');
    for (const path of ['plans/pln9', 'plans/%E0', 'mail/none', 'executions/none', 'nothing']) {
      expect([path, (await ask(`/_sandbox/ui/${path}`)).status]).toEqual([path, 404]);
    }
  });
});

describe('an execution on its page', () => {
  const PAGE = '/_sandbox/ui/executions/pln1-r1';

  test('is stopped with one button, which is gone then', async () => {
    const clock = createClock(START);
    const states = createStatesEngine({
      clock,
      invokeLambda: async () => ({ payload: {} }),
      random: seededRandom(1),
      region: REGION,
      account: ACCOUNT,
    });
    const waiting = { Type: 'Wait', Seconds: 86_400, End: true };
    const definition = { QueryLanguage: 'JSONata', StartAt: 'Wait', States: { Wait: waiting } };
    states.createStateMachine({ arn: MACHINE, name: 'PlanLifecycle', definition, roleArn: 'role' });
    const { executionArn } = states.startExecution({
      stateMachineArn: MACHINE,
      name: 'pln1-r1',
      input: '{}',
    });
    home = await openHome([], { more: { clock, states } });
    expect(textOf(await home.page(PAGE))).toContain('running State Wait');
    expect(await home.page(PAGE)).toContain('Stop this execution');
    const { to, html } = await home.submit(PAGE, {});
    expect(to).toBe(PAGE);
    expect(states.describeExecution({ executionArn })).toMatchObject({
      status: 'ABORTED',
      error: 'StoppedByHand',
    });
    expect(textOf(html)).toContain('Status stopped');
    expect(html).not.toContain('Stop this execution');
  });

  test('that is not there cannot be stopped', async () => {
    const { submit, handled } = await open();
    const { html } = await submit('/_sandbox/ui/executions/pln9-r1', {});
    expect(textOf(html)).toContain('There is nothing here');
    expect(handled.filter(({ name }) => name === 'stopExecution')).toEqual([]);
  });
});

test('before the sandbox is emptied it is asked, and said what would go; then it is', async () => {
  const { submit, mail, page, doors } = await open([{ ...PLAN }]);
  await mail('dana@example.org', 'Please sign');
  expect(await page('/')).toContain('href="/_sandbox/ui/reset"');
  expect(await page('/')).not.toContain('action="/_sandbox/ui/reset"');
  const asked = await page('/_sandbox/ui/reset');
  expect(textOf(asked)).toContain(
    'Empty the sandbox? This removes, for good: 1 plan: record, drafts, links and answers',
  );
  expect(textOf(asked)).toContain('1 mail ');
  expect(asked).toContain('href="/_sandbox/ui/scenario.json"');
  expect(doors.inbox.list()).toHaveLength(1);
  const { html } = await submit('/_sandbox/ui/reset', {});
  expect(textOf(html)).not.toContain('dana@example.org');
});

test('a person in the rail keeps their place when their mail is read', async () => {
  const { page, mail } = await open([{ ...PLAN }]);
  await mail('marcus@example.org', 'Please sign');
  const places = async (path: string) =>
    [...(await page(path)).matchAll(/class="who">([^<]*)</g)].map(([, name]) => name);
  const before = await places('/');
  expect(before).toEqual(['Dana Whitfield', 'Marcus Oyelaran']);
  await page('/_sandbox/ui/mail/sandbox-000001');
  expect(await places('/')).toEqual(before);
});

test('an app with a page of its own at / keeps it; the console stays under /_sandbox/ui', async () => {
  const world = await openWorld({
    resources: route('GET /', 'pages'),
    functions: { pages: () => ({ statusCode: 200, body: 'the app' }) },
  });
  expect((await world.ask('/')).body).toBe('the app');
  expect((await world.ask('/_sandbox/ui')).body).toContain('PIP Follow-Up sandbox');
  await world.doors.close();
});
