import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { certificateKey, planKey } from '../../adapters/keys.ts';
import type { OutboxRow } from '../../adapters/store.ts';
import { notYoursAt } from '../../views/mails/not-yours.ts';
import { capturedLogs } from './logs.ts';
import { PagesDoor, type Reply, ticketOf } from './pages-door.ts';

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const EMPLOYEE = 'jordan.reyes@agency.example';

const logs = capturedLogs();
let door: PagesDoor;
let link: string;
beforeEach(async () => {
  door = new PagesDoor();
  await door.launched(PLAN);
  link = await door.linkOf(PLAN, 'acknowledgement', 'employee');
});

const mails = async (template: string): Promise<OutboxRow[]> =>
  (await door.store.outbox(PLAN)).filter((row) => row.kind === 'mail' && row.template === template);

const ask = (email: string, path = `${link}/new`): Promise<Reply> => door.post(path, { email });

/** The newest address of the employee's link. */
async function newest(): Promise<string> {
  const { renewals, requests } = await door.store.load(PLAN);
  const id = requests.acknowledgement?.respondents[0]?.link as string;
  const generation = renewals.findLast((made) => made.link === id)?.generation ?? 1;
  return new URL(await door.links.url(id, generation)).pathname;
}

/** What was written down of refused links. */
const refusals = (): { reason: string; link?: string }[] =>
  logs()
    .split('\n')
    .filter((line) => line.includes('"link_refused"'))
    .map((line) => JSON.parse(line))
    .map(({ reason, link: hash }) => ({ reason, ...(hash && { link: hash }) }));

const hashOf = (path: string): string => {
  const id = path.slice('/l/'.length, path.lastIndexOf('.'));
  return createHash('sha256').update(id).digest('hex').slice(0, 8);
};

describe('asking for a new link', () => {
  test('gives one by mail to the address on record, however that is written, and the old one opens nothing', async () => {
    const reply = await ask(`  ${EMPLOYEE.toUpperCase()} `);
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('a message is on its way');
    expect(await mails('link-renewed')).toMatchObject([{ to: 'employee', requestId: 'acknowledgement' }]);
    const old = await door.send('GET', link);
    expect(old).toEqual(await door.send('GET', '/l/nonsense'));
    expect((await door.visit(await newest())).page).toMatchObject({ status: 200 });
    expect(refusals()).toEqual([{ reason: 'generation', link: hashOf(link) }, { reason: 'malformed' }]);
  });

  test('answers the same whatever was typed, and sends nothing to any other address', async () => {
    const right = await ask(EMPLOYEE);
    const before = door.rows.all();
    const unknown = `/l/${PLAN}.aaaaaaaaaaaaaaaa.${'A'.repeat(43)}/new`;
    const forged = `${link.slice(0, link.lastIndexOf('.'))}.${'A'.repeat(43)}/new`;
    for (const reply of [
      await ask('somebody@else.example'),
      await ask(`${'x'.repeat(1_000)}@else.example`),
      await ask(EMPLOYEE, unknown),
      await ask(EMPLOYEE, forged),
      await ask(EMPLOYEE, '/l/nonsense/new'),
      await ask('dana.whitfield@agency.example'),
      await ask(EMPLOYEE, '/p/acknowledgement'),
    ]) {
      expect(reply).toEqual(right);
    }
    expect(door.rows.all()).toEqual(before);
    expect(refusals().map(({ reason }) => reason)).toEqual([
      'wrong_address',
      'wrong_address',
      'unknown',
      'signature',
      'malformed',
      'wrong_address',
    ]);
  });

  test('works from a link that was replaced already, and three times a day at most', async () => {
    for (let time = 0; time < 3; time++) await ask(EMPLOYEE);
    const third = await newest();
    const fourth = await ask(EMPLOYEE);
    expect(fourth).toEqual(await ask('somebody@else.example'));
    expect(await newest()).toBe(third);
    expect(await mails('link-renewed')).toHaveLength(3);
    expect(refusals()[0]).toEqual({ reason: 'limit', link: hashOf(link) });
    door.now = '2026-12-02T15:00:00Z';
    await ask(EMPLOYEE);
    expect(await mails('link-renewed')).toHaveLength(4);
  });

  test('is offered on the very page of every link that opens nothing, which is sent to itself', async () => {
    const bad = await door.send('GET', '/l/nonsense');
    expect(bad.body).toMatch(/<form method="post" id="new-link" novalidate(="")?>/);
    expect(bad.body.match(/<input /g)).toHaveLength(1);
    await ask(EMPLOYEE);
    const old = await ask(EMPLOYEE, link);
    expect(old.body).toContain('a message is on its way');
    expect(await mails('link-renewed')).toHaveLength(2);
  });

  test('needs an address typed by somebody: a form sent empty says what is missing', async () => {
    const before = door.rows.all();
    const reply = await ask('  ');
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('<a href="#email">Type your e-mail address</a>');
    expect(door.rows.all()).toEqual(before);
  });

  test('says so when what was typed is no address, and keeps it', async () => {
    const before = door.rows.all();
    const reply = await ask('jordan.reyes "at" agency');
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('<a href="#email">Type the whole e-mail address, with the @ in it</a>');
    expect(reply.body).toContain('value="jordan.reyes &quot;at&quot; agency"');
    expect(door.rows.all()).toEqual(before);
  });

  test('is refused from other sites', async () => {
    const before = door.rows.all();
    const reply = await door.post(
      `${link}/new`,
      { email: EMPLOYEE },
      { headers: { 'sec-fetch-site': 'cross-site' } },
    );
    expect(reply.status).toBe(403);
    expect(door.rows.all()).toEqual(before);
  });

  test('gives nothing to whoever has left the plan', async () => {
    const old = await door.linkOf(PLAN, 'acknowledgement', 'supervisor');
    const supervisor = {
      id: 'sam',
      role: 'supervisor',
      name: 'Sam Ode',
      email: 'sam.ode@agency.example',
    } as const;
    await door.commit(PLAN, { type: 'ChangeManager', supervisor, reason: 'Dana has moved on.' });
    const reply = await ask('dana.whitfield@agency.example', `${old}/new`);
    expect(reply.body).toContain('a message is on its way');
    expect(await mails('link-renewed')).toEqual([]);
    expect(refusals()).toEqual([{ reason: 'revoked', link: hashOf(old) }]);
  });

  test('the page of it is the same for every token', async () => {
    const pages = await Promise.all(
      [link, '/l/nonsense', `/l/${PLAN}.aaaaaaaaaaaaaaaa.x`].map((path) => door.send('GET', `${path}/new`)),
    );
    expect(pages[0]?.status).toBe(200);
    for (const page of pages) expect(page).toEqual(pages[0]);
  });

  test('keeps what was typed under the old link: it is shown again behind the new one before it counts', async () => {
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    const typed = { choice: 'sign', typedName: 'Jordan Reyes', reason: '', comment: 'Typed before' };
    await ask(EMPLOYEE);
    const fields = { ...typed, ticket: ticketOf(page) };
    const refused = await door.post('/p/acknowledgement', fields);
    expect(refused.status).toBe(403);
    expect(refused.body).toContain('Typed before');
    const { cookie } = await door.visit(await newest());
    const again = await door.post('/p/acknowledgement', fields, { cookie });
    expect(again.status).toBe(422);
    expect(again.body).toContain('Typed before');
    expect((await door.store.load(PLAN)).requests.acknowledgement?.respondents[0]?.answer).toBeUndefined();
  });
});

describe('a link whose time is over', () => {
  const CHECK_IN = 'check-in-2026-12-18';
  beforeEach(async () => {
    await door.advance(PLAN, '2026-12-15T15:00:00Z');
    link = await door.linkOf(PLAN, CHECK_IN, 'employee');
    await door.commit(PLAN, { type: 'WithdrawPlan', reason: 'Drafted in error.' });
    door.now = '2027-02-01T15:00:00Z';
  });

  test('offers a new one, which shows where the plan stands for thirty days', async () => {
    const { page, cookie } = await door.visit(link);
    expect(page.status).toBe(404);
    expect(page.body).toContain('With a new link you can still read where things stood.');
    expect(page.body).toContain('id="new-link"');
    // The form is sent to the page it stands on, where the cookie says whose link it is.
    expect((await door.post(`/p/${CHECK_IN}`, { email: EMPLOYEE }, { cookie })).status).toBe(200);
    const plan = await door.store.load(PLAN);
    const id = plan.requests[CHECK_IN]?.respondents[0]?.link as string;
    const renewed = new URL(await door.links.url(id, 2)).pathname;
    const now = await door.visit(renewed);
    expect(now.page.status).toBe(200);
    expect(now.page.body).not.toContain('With a new link you can still read where things stood.');
    door.now = '2027-03-03T15:00:00Z';
    expect((await door.visit(renewed)).page.body).toContain(
      'With a new link you can still read where things stood.',
    );
    expect(refusals().map(({ reason }) => reason)).toEqual(['expired', 'expired']);
  });
});

describe('“this message was not meant for me”', () => {
  const report = async (fields: Record<string, string>) => {
    const { cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    const form = await door.send('GET', '/p/acknowledgement/wrong-person', { cookie });
    const ticket = ticketOf(form);
    return {
      form,
      reply: await door.post('/p/acknowledgement/wrong-person', { ticket, ...fields }, { cookie }),
      ticket,
      cookie,
    };
  };

  test('opens straight from the address in the mail, and names nobody', async () => {
    const page = await door.send('GET', notYoursAt(link));
    expect(page.status).toBe(200);
    expect(page.body).toContain('Was this message not meant for you?');
    expect(page.body).not.toMatch(/Jordan|Reyes|Whitfield|Permit|\bplan\b/i);
  });

  test('is linked at the end of every page of a link', async () => {
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    expect(page.body).toContain(
      '<a href="/p/acknowledgement/wrong-person">This message was not meant for me</a>',
    );
  });

  test('says nothing of whom or what it is about', async () => {
    const { form } = await report({});
    expect(form.status).toBe(200);
    expect(form.body).not.toMatch(/Jordan|Reyes|plan\b|review/i);
  });

  test('has to be ticked: whatever only clicks buttons reports nothing', async () => {
    const before = door.rows.all();
    const { reply } = await report({});
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('<a href="#notMine">Tick the box');
    expect(door.rows.all()).toEqual(before);
  });

  test('closes every link of that person with the page of every bad link, tells HR, and forgets the cookie', async () => {
    const { reply, ticket, cookie } = await report({ notMine: 'yes' });
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('Thank you for telling us');
    expect(reply.body).not.toMatch(/Jordan|Reyes/);
    expect(reply.setCookie).toBe('__Host-plan=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax');
    expect(await mails('wrong-person')).toMatchObject([{ to: 'hr', about: 'employee' }]);
    const nonsense = await door.send('GET', '/l/nonsense');
    for (const path of [link, `${link}/in`, `${link}/in/plan`, `${link}/in/wrong-person`]) {
      expect(await door.send('GET', path)).toEqual(nonsense);
    }
    expect((await door.send('GET', '/p/acknowledgement', { cookie })).status).toBe(403);
    expect((await door.visit(await door.linkOf(PLAN, 'acknowledgement', 'supervisor'))).page.status).toBe(
      200,
    );
    // Once more, by the back button or a second tab: the same answer, and nothing more on record.
    const before = door.rows.all();
    const again = await door.post('/p/acknowledgement/wrong-person', { ticket, notMine: 'yes' }, { cookie });
    expect(again).toEqual(reply);
    expect(door.rows.all()).toEqual(before);
    expect(refusals()).toContainEqual({ reason: 'revoked', link: hashOf(link) });
  });

  test('takes no answer any more from a form that was open, and gives the words back', async () => {
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    const typed = {
      choice: 'sign',
      typedName: 'Jordan Reyes',
      comment: 'Half written',
      ticket: ticketOf(page),
    };
    await report({ notMine: 'yes' });
    const before = door.rows.all();
    const reply = await door.post('/p/acknowledgement', typed);
    expect(reply.status).toBe(403);
    expect(reply.body).toContain('Half written');
    expect(door.rows.all()).toEqual(before);
  });

  test('sends no new link to that address, until it is corrected', async () => {
    await report({ notMine: 'yes' });
    await ask(EMPLOYEE);
    expect(await mails('link-renewed')).toEqual([]);
    await door.commit(PLAN, {
      type: 'CorrectAddress',
      participant: 'employee',
      email: 'j.reyes@agency.example',
    });
    const asked = (await mails('request-opened')).map((row) => (row.kind === 'mail' ? row.key : ''));
    expect(asked.at(-1)).toMatch(/-mail-employee-acknowledgement$/);
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    expect(page.status).toBe(200);
    expect(await door.send('GET', link)).toEqual(await door.send('GET', '/l/nonsense'));
  });

  const SAVED = { choice: '', typedName: '', reason: '', comment: 'Half written', do: 'save' };
  const save = async () => {
    const { page, cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    const ticket = ticketOf(page);
    await door.post('/p/acknowledgement', { ...SAVED, ticket }, { cookie });
    return ticket;
  };
  const corrected = (email: string) =>
    door.commit(PLAN, { type: 'CorrectAddress', participant: 'employee', email });

  test('loses nothing that was saved, when the address was right all along: the next issue of the link shows it', async () => {
    const ticket = await save();
    await report({ notMine: 'yes' });
    await corrected(EMPLOYEE);
    expect(await door.send('GET', link)).toEqual(await door.send('GET', '/l/nonsense'));
    const { page, cookie } = await door.visit(await newest());
    expect(page.status).toBe(200);
    expect(page.body).toContain('Half written');
    // A form from before has to be shown again behind the new one.
    const sent = { choice: 'sign', typedName: 'Jordan Reyes', comment: 'Half written', ticket };
    expect((await door.post('/p/acknowledgement', sent)).status).toBe(403);
    expect((await door.post('/p/acknowledgement', sent, { cookie })).status).toBe(422);
  });

  test('shows nothing that was saved behind a link that went to another address', async () => {
    await save();
    await report({ notMine: 'yes' });
    await corrected('j.reyes@agency.example');
    const { page } = await door.visit(await newest());
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('Half written');
  });
});

describe('too many forms through one link', () => {
  test('are refused until the next hour; what was typed is given back, and a new link waits as well', async () => {
    const { page, cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    const fields = { choice: '', typedName: '', comment: 'Sixty-one', ticket: ticketOf(page) };
    door.now = '2026-12-01T15:59:00Z';
    for (let time = 0; time < 60; time++) {
      expect((await door.post('/p/acknowledgement', fields, { cookie })).status).toBe(422);
    }
    const reply = await door.post('/p/acknowledgement', fields, { cookie });
    expect(reply.status).toBe(429);
    expect(reply.headers['retry-after']).toBe('60');
    expect(reply.body).toContain('Sixty-one');
    expect((await ask(EMPLOYEE)).status).toBe(429);
    expect(await mails('link-renewed')).toEqual([]);
    expect(refusals()).toEqual(Array(2).fill({ reason: 'limit', link: hashOf(link) }));
    const other = await door.linkOf(PLAN, 'acknowledgement', 'supervisor');
    expect((await door.visit(other)).page.status).toBe(200);
    door.now = '2026-12-01T16:00:00Z';
    expect((await door.post('/p/acknowledgement', fields, { cookie })).status).toBe(422);
  });
});

test('a link of a plan whose record is being deleted opens what every bad link opens', async () => {
  door.rows.drop(planKey(PLAN));
  await door.rows.put({ ...certificateKey(PLAN), planId: PLAN }, 'absent');
  expect(await door.send('GET', link)).toEqual(await door.send('GET', '/l/nonsense'));
  expect((await ask(EMPLOYEE)).body).toContain('a message is on its way');
});

test('what is written down of refusals holds no token, name or address', async () => {
  await ask('somebody@else.example');
  await ask(EMPLOYEE);
  await door.send('GET', link);
  await door.send('GET', `/l/${'x'.repeat(40)}`);
  expect(refusals()).toHaveLength(3);
  const token = link.slice('/l/'.length);
  for (const secret of [token, token.split('.')[1] as string, 'else.example', 'Jordan', EMPLOYEE]) {
    expect(logs()).not.toContain(secret);
  }
});
