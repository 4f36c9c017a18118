import { HtmlValidate } from 'html-validate';
import { afterEach, describe, expect, test } from 'vitest';
import { openWorld, route } from './doors-world.ts';
import { openHome, PLAN } from './home-world.ts';

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

const textOf = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the home page', () => {
  test('says what to do when there is nothing yet', async () => {
    const { page } = await open();
    const text = textOf(await page('/'));
    expect(text).toContain('Mon 4 Jan 2027, 14:00 UTC');
    expect(text).toContain('There is no plan yet. Start one of the examples below');
    expect(text).toContain('No mail yet.');
  });

  test('lists every plan with what it waits for, in its own zone', async () => {
    const { page } = await open([
      { ...PLAN },
      { ...PLAN, planId: 'pln2', status: 'closed', outcome: 'met', openRequests: [] },
    ]);
    const html = await page('/');
    const text = textOf(html);
    expect(text).toContain('2 plans');
    expect(text).toContain('Dana Whitfield, Marcus Oyelaran: acknowledgement, due Fri 8 Jan 2027, 17:00');
    expect(text).toContain('Next due Fri 8 Jan 2027, 17:00 (New York)');
    expect(text).toContain('closed: met');
    expect(text).toContain('Mon 4 Jan 2027, 09:00 in New York.');
    expect(html).toContain('href="/_sandbox/ui/plans/pln1"');
  });

  test('groups mail by person; a link of the app opens on this machine', async () => {
    const { page, mail } = await open([{ ...PLAN }]);
    await mail('dana@example.org', 'Please sign');
    await mail('dana@example.org', 'Elsewhere', 'https://www.example.org/help');
    await mail('stranger@example.org', 'Copy');
    const html = await page('/');
    expect(textOf(html)).toContain('Dana Whitfield employee, dana@example.org, 2 mails');
    expect(textOf(html)).toContain('stranger@example.org 1 mail');
    expect(html).toContain('href="/l/dana.mac"');
    expect(html).toContain('href="https://www.example.org/help"');
  });

  test('lists executions and leads to their history', async () => {
    const { page } = await open();
    expect(await page('/')).toContain('href="/_sandbox/ui/executions/pln1-r1"');
    const text = textOf(await page('/_sandbox/ui/executions/pln1-r1'));
    expect(text).toContain('Mon 4 Jan 2027, 14:00:00 WaitStateEntered Wait for the start date');
  });

  test('shows the trouble when the app fails, and mail and executions all the same', async () => {
    home = await openHome([], { failing: true });
    await home.mail('dana@example.org', 'Please sign');
    const text = textOf(await home.page('/'));
    expect(text).toContain('The app answered 500 Internal Server Error');
    expect(text).toContain('Please sign');
  });

  test('runs no script and loads nothing from elsewhere', async () => {
    const { doors } = await open([{ ...PLAN }]);
    const reply = await fetch(doors.url);
    expect(reply.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    const html = await reply.text();
    expect(html).not.toMatch(/<script|style="| on\w+="/);
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
      '/_sandbox/ui/mail/sandbox-000001',
      '/_sandbox/ui/executions/pln1-r1',
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
    expect(textOf(html)).toContain('Mon 4 Jan 2027, 15:00 : Wait for the start date and 4 scheduled runs');
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

  test('a plan page tells past and planned, and takes commands', async () => {
    const { submit, page } = await open([{ ...PLAN, status: 'draft' }]);
    const text = textOf(await page('/_sandbox/ui/plans/pln1'));
    expect(text).toContain('Mon 4 Jan 2027, 09:00 Plan drafted.');
    expect(text).toContain('Wed 6 Jan 2027, 17:00 Dana Whitfield and Marcus Oyelaran are reminded');
    expect(textOf((await submit('/_sandbox/ui/plans/pln1', { type: 'approve' })).html)).toContain('Launch');
    await submit('/_sandbox/ui/plans/pln1', { type: 'withdraw', reason: 'A mistake' });
    expect(bodiesSent().at(-1)).toEqual({ type: 'withdraw', reason: 'A mistake' });
    expect(textOf(await page('/_sandbox/ui/plans/pln1'))).toContain('withdrawn');
  });

  test('a plan that is not there is told in words', async () => {
    const { page } = await open();
    expect(textOf(await page('/_sandbox/ui/plans/pln9'))).toContain('There is no such plan.');
    expect(textOf(await page('/_sandbox/ui/mail/none'))).toContain('There is nothing here');
  });
});

test('a mail page shows text, HTML in a closed frame, and source', async () => {
  const { page, mail } = await open();
  await mail('dana@example.org', 'Please sign');
  const html = await page('/_sandbox/ui/mail/sandbox-000001');
  expect(html).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(html).toContain('srcdoc="&lt;base target=&quot;_blank&quot;>&lt;p style=');
  expect(textOf(html)).toContain('Please answer: https://pip.example.org/l/dana.mac');
  expect(textOf(html)).toContain('Content-Type: multipart/alternative');
});

test('a reset from the page empties the inbox', async () => {
  const { submit, mail } = await open();
  await mail('dana@example.org', 'Please sign');
  const { html } = await submit('/_sandbox/ui/reset', {});
  expect(textOf(html)).toContain('No mail yet.');
});

test('an app with a page of its own at / keeps it; the home page stays under /_sandbox/ui', async () => {
  const world = await openWorld({
    resources: route('GET /', 'pages'),
    functions: { pages: () => ({ statusCode: 200, body: 'the app' }) },
  });
  expect((await world.ask('/')).body).toBe('the app');
  expect((await world.ask('/_sandbox/ui')).body).toContain('PIP Follow-Up sandbox');
  await world.doors.close();
});
