import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { Person } from '../../sandbox/story/people.ts';
import { boot, emailOf, eventsOf, example, launch, mails, table, until } from '../support/sandbox.ts';

const story = await example('dc-silence');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await boot(story.clock);
});
afterAll(() => sandbox.close());

interface Problem {
  status: number;
  code: string;
  detail: string;
  wayOut: string;
  errors?: { field: string; message: string; rule: string; citation: string }[];
}

async function draft(body: string): Promise<Problem> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${sandbox.url}/api/plans`, { method: 'POST', headers, body });
  return { ...((await reply.json()) as Problem), status: reply.status };
}

/** The story's plan with one thing changed. */
function changed(
  change: (plan: Record<string, unknown> & { items: Record<string, unknown>[] }) => void,
): string {
  const plan = structuredClone(story.plan) as unknown as Parameters<typeof change>[0];
  change(plan);
  return JSON.stringify(plan);
}

describe('a draft that cannot be taken', () => {
  const cases: [string, string, number, string | undefined][] = [
    ['malformed JSON', '{"title": "Plan",', 400, undefined],
    ['an unknown field', changed((plan) => Object.assign(plan, { colour: 'red' })), 422, '/colour'],
    [
      'a date that does not exist',
      changed((plan) => Object.assign(plan, { endDate: '2027-02-30' })),
      422,
      '/endDate',
    ],
    [
      'an end before the start',
      changed((plan) => Object.assign(plan, { endDate: '2027-02-01' })),
      422,
      '/endDate',
    ],
    [
      'a zone that does not exist',
      changed((plan) => Object.assign(plan, { timeZone: 'Mars/Olympus' })),
      422,
      '/timeZone',
    ],
    [
      'two people where one is allowed',
      changed((plan) => {
        const people = plan.participants as Record<string, unknown>[];
        people.push({ id: 'second', role: 'supervisor', name: 'Ines Roth', email: 'ines.roth@example.org' });
      }),
      422,
      '/participants/5/role',
    ],
    [
      'an item without measure',
      changed((plan) => void delete plan.items[1]?.measure),
      422,
      '/items/1/measure',
    ],
    [
      'a body of 5 MB',
      changed((plan) => Object.assign(plan, { title: 'x'.repeat(5_000_000) })),
      413,
      undefined,
    ],
  ];

  test.each(cases)(
    '%s: says where, what and the way out, and nothing is written',
    async (_, body, status, field) => {
      const before = await table(sandbox);
      const problem = await draft(body);
      expect(problem.status).toBe(status);
      expect(problem.code).toMatch(/^[a-z_]+$/);
      expect([problem.detail.length > 10, problem.wayOut.length > 10]).toEqual([true, true]);
      if (field) {
        expect(problem.errors?.map((each) => each.field)).toContain(field);
        const error = problem.errors?.find((each) => each.field === field);
        expect(error?.message.length).toBeGreaterThan(15);
      }
      expect(await table(sandbox)).toEqual(before);
    },
  );

  test('names every broken rule at once, each with its citation', async () => {
    const body = changed((plan) => {
      Object.assign(plan, { endDate: '2027-03-20', issuer: { participant: 'reviewer' } });
      Object.assign(plan.items[0] ?? {}, { rating: 4 });
      (plan.reason as Record<string, unknown>).priorCoaching = [];
    });
    const { status, errors = [] } = await draft(body);
    expect(status).toBe(422);
    expect(new Set(errors.map((error) => error.rule))).toEqual(new Set(['D2', 'D3', 'D13', 'D14']));
    expect(errors.filter((error) => error.citation.length < 5)).toEqual([]);
  });
});

describe('links and forms', () => {
  let planId: string;
  let link: string;
  const employee = () => new Person(sandbox.url, 'employee', emailOf(story, 'employee'));
  const SIGNED = { choice: 'sign', typedName: 'Dana Whitfield' };

  beforeAll(async () => {
    planId = await launch(sandbox, story);
    const mail = (await mails(sandbox)).find(({ to }) => to.includes(emailOf(story, 'employee')));
    link = mail?.links[0] ?? '';
  });

  const visit = async (url: string): Promise<[number, string]> => {
    const reply = await fetch(url, { redirect: 'manual' });
    return [reply.status, await reply.text()];
  };

  test('a forged link, a cut one and an invented one get one and the same page', async () => {
    const forged = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    const pages = await Promise.all([forged, link.slice(0, -20), `${sandbox.url}/l/nothing`].map(visit));
    expect(new Set(pages.map(([status]) => status))).toEqual(new Set([404]));
    expect(new Set(pages.map(([, page]) => page)).size).toBe(1);
    expect(pages[0]?.[1]).toContain('hr@agency.example.org');
    expect(pages[0]?.[1]).not.toContain('Dana');
  });

  test('a form posted twice is recorded once, with the same receipt', async () => {
    await employee().answer('acknowledgement', SIGNED);
    const receipt = await (await employee().open('acknowledgement')).html;
    const page = await employee().open('acknowledgement');
    expect(page.html).toBe(receipt);
    expect(
      (await eventsOf(sandbox, planId)).filter((event) => event.type === 'RequestAnswered'),
    ).toHaveLength(1);
  });

  test('a form posted after it closed is given back with every word, and recorded nowhere', async () => {
    await until(sandbox, '2027-03-23T16:30', story);
    const open = await employee().open('check-in-2027-03-16');
    const ticket = /name="ticket" value="([^"]+)"/.exec(open.html)?.[1] ?? '';
    await until(sandbox, '2027-03-23T17:30', story);
    const before = await eventsOf(sandbox, planId);

    const words = 'We met on Tuesday, and I asked for the course again.';
    const body = new URLSearchParams({
      ticket,
      meeting: 'held',
      'progress-timeliness': 'near',
      'progress-accuracy': 'near',
      'progress-updates': 'near',
      comment: words,
    });
    const reply = await fetch(open.url, {
      method: 'POST',
      body,
      headers: { cookie: open.cookie },
      redirect: 'manual',
    });

    const page = await reply.text();
    expect([reply.status, page.includes(words), page.includes('hr@agency.example.org')]).toEqual([
      410,
      true,
      true,
    ]);
    expect(await eventsOf(sandbox, planId)).toEqual(before);
  });

  test('an expired link says so, and what to do', async () => {
    await until(sandbox, '2027-04-27T10:00', story);
    const { html } = await employee().open('check-in-2027-03-16');
    expect(html).toContain('This link does not open a page any more');
    expect(html).toContain('hr@agency.example.org');
    expect(html).not.toContain('Dana');
  });
});
