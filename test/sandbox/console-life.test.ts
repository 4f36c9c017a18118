import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { storyIn } from '../../sandbox/story/story-file.ts';
import { openLife } from './console-life.ts';

type Life = Awaited<ReturnType<typeof openLife>>;
const open: Life[] = [];
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});

const UI = '/_sandbox/ui';
const begin = async (start = '2026-12-28T14:00:00Z') => {
  const life = await openLife(start);
  open.push(life);
  return life;
};
const launched = async () => {
  const life = await begin();
  const { to } = await life.submit(`${UI}/example`, { file: 'dc-answered.json' });
  return { ...life, plan: to };
};
const textOf = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
const planAt = async ({ app }: Life, page: string) =>
  (await (await fetch(`${app.url}/api/plans/${page.split('/').at(-1)}`)).json()) as {
    status: string;
    outcome: string | null;
    openRequests: { id: string; kind: string; waitingFor: string[] }[];
  };
const answer = (life: Life & { plan: string }, request: string, who: string, mood = 'well') =>
  life.submit(`${life.plan}/complete`, { request, who, mood });

describe('on a plan', () => {
  test('an answer is given for somebody through their own page, as it goes well or badly', async () => {
    const life = await launched();
    const well = await answer(life, 'acknowledgement', 'employee');
    expect(textOf(well.html)).toContain('Dana Whitfield signed that they received and read the plan.');
    await life.submit(`${life.plan}/time-out`, { request: 'acknowledgement' });
    await life.submit(`${UI}/clock`, { move: 'to', to: '2027-01-19T15:00' });
    const badly = await answer(life, 'check-in-2027-01-19', 'supervisor', 'badly');
    expect(textOf(badly.html)).toMatch(
      /Answered check-in for Marcus Oyelaran .* Marcus Oyelaran (answered|reported|said)/,
    );
  });

  test('whoever issued the plan confirms that they did, also when it goes badly', async () => {
    const life = await launched();
    const html = await life.page(life.plan);
    expect([...html.matchAll(/aria-label="([^"]*): acknowledgement"/g)].map(([, label]) => label)).toEqual([
      'signs, as Dana Whitfield',
      'declines to sign, as Dana Whitfield',
      'confirms, as Marcus Oyelaran',
      'Time out now',
    ]);
    expect(textOf((await answer(life, 'acknowledgement', 'supervisor', 'badly')).html)).toContain(
      'Marcus Oyelaran signed that they issued and discussed the plan.',
    );
    expect(textOf((await answer(life, 'acknowledgement', 'employee', 'badly')).html)).toContain(
      'Dana Whitfield declined to sign',
    );
  });

  test('an answer about a meeting waits for its day: the clock goes there first, and the page says so', async () => {
    const life = await launched();
    await life.submit(`${life.plan}/time-out`, { request: 'acknowledgement' });
    await life.submit(`${UI}/clock`, { move: 'to', to: '2027-01-15T15:00' });
    expect(textOf(await life.page(life.plan))).toContain(
      'an answer moves the clock to Tue, Jan 19, 2027, 12:00 PM EST first',
    );
    const { html } = await answer(life, 'check-in-2027-01-19', 'employee');
    expect(textOf(html)).toContain(
      'Tue, Jan 19, 2027, 12:00 PM EST : Dana Whitfield answered the check-in of Tuesday, January 19, 2027; the meeting was held.',
    );
    expect(textOf(await life.page(life.plan))).not.toContain('an answer moves the clock');
  });

  test('a reminder is offered only while somebody is waited for', async () => {
    const life = await launched();
    expect(await life.page(life.plan)).toContain('Send the reminder now');
    await life.submit(`${life.plan}/time-out`, { request: 'acknowledgement' });
    await life.submit(`${UI}/clock`, { move: 'to', to: '2027-01-06T15:00' });
    const html = await life.page(life.plan);
    expect(html).not.toContain('Send the reminder now');
    expect(html).toContain('On to the decision');
  });

  test('a question that is not open is not answered, and that is said', async () => {
    const life = await launched();
    const { html } = await answer(life, 'check-in-2027-01-19', 'employee');
    expect(textOf(html)).toContain('That question is not open any more');
  });

  test('the time runs out on a question, and no further', async () => {
    const life = await launched();
    const { html } = await life.submit(`${life.plan}/time-out`, { request: 'acknowledgement' });
    expect(textOf(html)).toContain('Time ran out on acknowledgement');
    expect((await planAt(life, life.plan)).openRequests).toEqual([]);
    expect(textOf(html)).toContain('Tue, Jan 5, 2027, 10:00 PM UTC');
  });

  test('the next reminder is sent, whenever it is', async () => {
    const life = await launched();
    const { html } = await life.submit(`${life.plan}/remind`, {});
    expect(textOf(html)).toContain(
      'Reminder 1 for the acknowledgement went to Dana Whitfield and Marcus Oyelaran.',
    );
    await life.submit(life.plan, { type: 'withdraw', reason: 'Moved.' });
    const none = await life.submit(`${life.plan}/remind`, {});
    expect(textOf(none.html)).toContain('No reminder is planned');
  });
});

describe('the guide', () => {
  const done = (html: string) =>
    [...html.matchAll(/<li class="(done|next|)"[^>]*><p><strong>([^<]*)</g)].flatMap(([, state, title]) =>
      state === 'done' ? [title] : [],
    );

  test('ticks itself off by what happened, whoever did it, to the end of a plan', async () => {
    const life = await launched();
    expect(done(await life.page(UI))).toEqual(['Start an example']);
    await life.page(`${UI}/mail/sandbox-000001`);
    await answer(life, 'acknowledgement', 'employee');
    await life.submit(`${life.plan}/remind`, {});
    expect(done(await life.page(UI))).toEqual([
      'Start an example',
      'Read the mail to Dana Whitfield',
      'Answer as the employee',
      'Let a reminder happen',
    ]);
    const met = await life.submit(`${life.plan}/check-in`, {});
    const held = textOf(met.html);
    expect(held).toContain(
      'Dana Whitfield answered the check-in of Tuesday, January 19, 2027; the meeting was held.',
    );
    expect(held).toContain(
      'Marcus Oyelaran answered the check-in of Tuesday, January 19, 2027; the meeting was held.',
    );
    expect(done(await life.page(UI))).toContain('Answer a check-in, as both sides');
    expect(textOf(await life.page(UI))).toContain('nobody answers anything: watch how silence is reminded');
    await life.submit(`${life.plan}/to-decision`, {});
    const { openRequests } = await planAt(life, life.plan);
    const decision = openRequests.find(({ kind }) => kind === 'decision');
    await answer(life, decision?.id ?? '', decision?.waitingFor[0] ?? '');
    await life.page(`${life.plan}/record`);
    const html = await life.page(UI);
    expect(done(html)).toHaveLength(7);
    expect(textOf(html)).toContain('All done.');
    expect(html).toContain('<a href="/_sandbox/ui/reset">start over with an empty sandbox</a>');
    expect(await planAt(life, life.plan)).toMatchObject({ outcome: 'met' });
  });

  test('says on every other page which step is next, and does it from there', async () => {
    const life = await launched();
    const line = async (path: string) =>
      textOf(await life.page(path)).match(/Step .*Put the guide away/)?.[0];
    expect(await line(`${UI}/meter`)).toMatch(/^Step 2 of 7 ?: Read the mail to Dana Whitfield\./);
    const mail = await life.page(`${UI}/mail/sandbox-000001`);
    expect(textOf(mail)).toMatch(/Step 3 of 7 ?: Answer as the employee\./);
    expect(mail).toContain(`name="back" value="${UI}/mail/sandbox-000001"`);
    expect(await line(UI)).toBeUndefined();
    const { to, html } = await life.submit(`${UI}/guide`, { away: 'yes', back: `${UI}/meter` });
    expect([to, html.includes('Step 3')]).toEqual([`${UI}/meter`, false]);
  });

  test('is put away, and comes back', async () => {
    const life = await begin();
    const { html } = await life.submit(`${UI}/guide`, { away: 'yes' });
    expect(html).not.toContain('in 7 steps');
    expect((await life.submit(`${UI}/guide`, { away: 'no' })).html).toContain('in 7 steps');
  });
});

describe('a scenario', () => {
  test('what was done is kept as a story file, and played again it comes to the same', async () => {
    const life = await launched();
    await answer(life, 'acknowledgement', 'employee');
    await life.submit(`${UI}/clock`, { move: 'P1D' });
    await answer(life, 'acknowledgement', 'supervisor');
    await life.submit(life.plan, { type: 'withdraw', reason: 'Moved to another team.' });
    const text = await life.page(`${life.plan}/story.json`);
    const story = storyIn(text, 'what was kept');
    expect([story.clock, story.acts, story.ends, story.expect]).toEqual([
      '2026-12-28T14:00:00Z',
      [
        { at: '2026-12-28T09:00', hr: 'approve' },
        { at: '2026-12-28T09:00', hr: 'launch' },
        {
          at: '2026-12-28T09:00',
          who: 'employee',
          request: 'acknowledgement',
          form: { choice: 'sign', typedName: 'Dana Whitfield' },
        },
        {
          at: '2026-12-29T09:00',
          who: 'supervisor',
          request: 'acknowledgement',
          form: { choice: 'sign', typedName: 'Marcus Oyelaran' },
        },
        { at: '2026-12-29T09:00', hr: 'withdraw', reason: 'Moved to another team.' },
      ],
      '2026-12-29T09:00',
      { status: 'withdrawn', outcome: null },
    ]);

    const other = await begin('2026-12-01T00:00:00Z');
    await other.submit(`${UI}/scenario`, { text: await life.page(`${UI}/scenario.json`) });
    const played = await untilPlayed(other);
    expect(textOf(played)).toContain('7 of 7 Everything came out as the file expects.');
    expect(textOf(await other.page(UI))).toContain('Tue, Dec 29, 2026, 2:00 PM UTC');
  });

  test('what differs from what the file expects is said', async () => {
    const life = await launched();
    const story = JSON.parse(await life.page(`${life.plan}/story.json`));
    const other = await begin('2026-12-01T00:00:00Z');
    const text = JSON.stringify({ ...story, expect: { status: 'closed' } });
    await other.submit(`${UI}/scenario`, { text });
    expect(textOf(await untilPlayed(other))).toContain(
      '/status: expected "closed", but it is "acknowledging"',
    );
  });

  test('a file that is no story is refused with every fault in it', async () => {
    const life = await begin();
    const { to, html } = await life.submit(`${UI}/scenario`, { text: '{"title": 7}' });
    expect(to).toBe(`${UI}/scenario`);
    expect(textOf(html)).toContain('title: write a text in quotes');
    expect(textOf((await life.submit(`${UI}/scenario`, { text: 'x' })).html)).toContain(
      'The file is not JSON',
    );
  });
});

/** The scenario page when nothing is being played any more. */
async function untilPlayed(life: Life): Promise<string> {
  for (;;) {
    const html = await life.page(`${UI}/scenario`);
    if (html.includes('Played')) return html;
    await pause(50);
  }
}
