import { beforeEach, describe, expect, test } from 'vitest';
import { eventKey } from '../../../../adapters/keys.ts';
import type { Row } from '../../../../adapters/rows.ts';
import type { OutboxRow } from '../../../../adapters/store.ts';
import type { Command, MailFeedback, MailNamed, Undelivered } from '../../../../domain/index.ts';
import { commandContext } from '../../../../functions/command-context.ts';
import { deliver } from '../../../../functions/mailer/deliver.ts';
import { PEOPLE } from '../../../support/signed-in-as.ts';
import { capturedLogs } from '../../logs.ts';
import { PlanDoor, textOf } from '../plan/plan-door.ts';

capturedLogs();
let door: PlanDoor;
beforeEach(() => {
  door = new PlanDoor();
});

const CHECK_IN = 'check-in-2026-12-18';

const system = (planId: string, command: Command) =>
  door.world.ports.store.commit(
    planId,
    command,
    commandContext(door.world.ports, planId, { kind: 'system', id: 'mailer' }),
  );

/** A plan at its first check-in whose mail to the employee came to this end; every other effect is done. */
async function lost(outcome: Undelivered['outcome']): Promise<string> {
  const planId = await door.api.active();
  await door.api.until(planId, '2026-12-15T15:00:00Z');
  const { requests } = await door.world.ports.store.load(planId);
  const key = requests[CHECK_IN]?.respondents[0]?.mailed[0]?.key ?? '';
  const mail: Undelivered = { key, template: 'request-opened', to: 'employee', requestId: CHECK_IN, outcome };
  await system(planId, { type: 'RecordUndelivered', mail });
  await settleAll(planId);
  return planId;
}

/** The last mail to the employee about the check-in did not leave either. */
async function fails(planId: string): Promise<void> {
  const mails = (await door.world.ports.store.outbox(planId)).filter(({ kind }) => kind === 'mail');
  const key =
    mails
      .map((row) => row.key)
      .sort()
      .at(-1) ?? '';
  const mail = {
    key,
    template: 'link-renewed',
    to: 'employee',
    requestId: CHECK_IN,
    outcome: 'failed',
  } as const;
  await system(planId, { type: 'RecordUndelivered', mail });
}

/** A plan at its first check-in, of which a message to the employee came to that end. */
async function saidOf(said: MailFeedback): Promise<string> {
  const planId = await door.api.active();
  await door.api.until(planId, '2026-12-15T15:00:00Z');
  const { requests, draft } = await door.world.ports.store.load(planId);
  const key = requests[CHECK_IN]?.respondents[0]?.mailed[0]?.key ?? '';
  const mails: MailNamed[] = [{ key, template: 'request-opened', to: 'employee', requestId: CHECK_IN }];
  const sentTo = draft.participants.find(({ id }) => id === 'employee')?.email ?? '';
  await system(planId, { type: 'RecordFeedback', mails, said, sentTo, sentAt: door.world.now });
  await settleAll(planId);
  return planId;
}

async function settleAll(planId: string): Promise<void> {
  const { store } = door.world.ports;
  for (const { key } of await store.outbox(planId)) {
    await store.claim(planId, key, door.world.now, 60);
    await store.settle(planId, key, { status: 'SENT' });
  }
}

const repair = async (as = PEOPLE.hr) => textOf((await door.call('GET /admin/repair', { as })).body);
const html = async (as = PEOPLE.hr) => (await door.call('GET /admin/repair', { as })).body;

test('when nothing is late or stuck it says so, as of when, and no more than was looked at', async () => {
  expect(await repair()).toContain(
    'No plan is late and no mail is stuck, as of Tue, Dec 1, 2026, 10:00 AM (America/New_York). Whether each plan’s execution still runs is shown under Executions, to operators.',
  );
});

test('a plan whose due moment has just passed is late already, and nobody says that no run drives it', async () => {
  const planId = await door.api.active();
  await settleAll(planId);
  door.world.now = '2026-12-15T14:05:00Z';
  expect(await repair()).toContain(
    'It is late. What was due on Tue, Dec 15, 2026, 9:00 AM has not happened: people may miss a question, a reminder or an end. A run may only be slow. If nothing comes, the sweeper starts another within 25 minutes of that moment.',
  );
  door.world.now = '2026-12-15T14:15:00Z';
  expect(await repair()).toContain('Run 1 does not answer.');
});

describe('a mail that did not leave', () => {
  test('is told with what people feel of it and the ways out', async () => {
    const planId = await lost('failed');
    const body = await html();
    expect(textOf(body)).toContain(
      'A mail to Jordan Reyes did not leave: a question, with a link to answer it (Check-in of Friday, December 18, 2026). They have not heard of it, and their silence says nothing about them.',
    );
    expect(
      [...body.matchAll(/href="(\/admin\/[^"]*(?:correct|mail|paper)[^"]*)"/g)].map(([, href]) =>
        href?.replaceAll('&amp;', '&'),
      ),
    ).toEqual([
      `/admin/plans/${planId}/do/correct_address?%2Fparticipant=employee`,
      `/admin/repair/${planId}/mail?requestId=${CHECK_IN}&to=employee`,
      `/admin/plans/${planId}/do/serve_on_paper?%2FrequestId=${CHECK_IN}&%2Fto=employee`,
    ]);
  });

  test('is sent again with a new link, and is lost no more', async () => {
    const planId = await lost('failed');
    const query = { requestId: CHECK_IN, to: 'employee' };
    const looked = await door.call('GET /admin/repair/{planId}/mail', { params: { planId }, query });
    expect(textOf(looked.body)).toContain(
      'Jordan Reyes gets a mail with a new link to the check-in of Friday, December 18, 2026',
    );
    const sent = await door.post('POST /admin/repair/{planId}/mail', query, { params: { planId } });
    expect([sent.status, sent.headers.Location]).toEqual([303, '/admin/repair?done=mail']);
    expect((await door.api.events(planId)).at(-1)).toMatchObject({
      type: 'LinkRenewed',
      participant: 'employee',
      requestId: CHECK_IN,
    });
    const row = (await door.world.ports.store.outbox(planId)).find(
      ({ kind, status }) => kind === 'mail' && status === 'PENDING',
    );
    await deliver(row as OutboxRow, door.world.ports);
    expect(door.world.mails().at(-1)?.subject).toBe('A question waits for you');
    expect(door.world.mails().at(-1)?.text).toContain(
      'An earlier message about a question did not reach you. Here is the link to it.',
    );
    expect(await repair()).toContain('Nothing is late or stuck');
    const again = await door.post('POST /admin/repair/{planId}/mail', query, { params: { planId } });
    expect(again.status).toBe(403);
  });

  test('is not sent again once a person got as many links as may go out within a day, and the page says so', async () => {
    const planId = await lost('failed');
    const query = { requestId: CHECK_IN, to: 'employee' };
    const { store, ids } = door.world.ports;
    const link = (await store.load(planId)).requests[CHECK_IN]?.respondents[0]?.link ?? ids.link(planId);
    for (let sent = 0; sent < 3; sent += 1) {
      await system(planId, {
        type: 'RenewLink',
        link,
        participant: 'employee',
        requestId: CHECK_IN,
        purpose: 'answer',
      });
    }
    const before = (await door.api.events(planId)).length;
    await fails(planId);
    const sent = await door.post('POST /admin/repair/{planId}/mail', query, { params: { planId } });
    expect([sent.status, sent.headers.Location]).toEqual([303, '/admin/repair?done=enough']);
    const led = { as: PEOPLE.hr, query: { done: 'enough' } };
    const { body } = await door.call('GET /admin/repair', led);
    expect(textOf(body)).toContain('Nothing was sent. As many links as may go to one person within a day');
    expect((await door.api.events(planId)).length).toBe(before + 1);
  });

  test('stands on the one card of that person, with whatever else they did not get, and one way each', async () => {
    const planId = await lost('failed');
    await fails(planId);
    const body = await html();
    expect(textOf(body)).toContain('People whom mail did not reach 1');
    expect(textOf(body)).toContain('did not leave: a question, with a link to answer it');
    expect(body.match(/<li>A mail to Jordan Reyes did not leave/g)).toHaveLength(1);
    expect(body.match(/>Correct the address</g)).toHaveLength(1);
    expect(body.match(/>Send it again</g)).toHaveLength(1);
  });

  test('is put right by a corrected address', async () => {
    const planId = await lost('failed');
    await door.does(planId, 'correct_address', {
      '/participant': 'employee',
      '/email': 'jordan@agency.example',
    });
    await settleAll(planId);
    expect(await repair()).toContain('Nothing is late or stuck');
  });

  test('of which nobody knows is not offered to be sent again', async () => {
    const planId = await lost('unknown');
    const body = await html();
    expect(textOf(body)).toContain(
      'It may have arrived. It is not sent again by itself, so that nobody gets it twice: ask them.',
    );
    expect(body).not.toContain('/mail?');
    const form = { requestId: CHECK_IN, to: 'employee' };
    expect((await door.post('POST /admin/repair/{planId}/mail', form, { params: { planId } })).status).toBe(
      403,
    );
    expect(await door.typesOf(planId)).not.toContain('LinkRenewed');
  });
});

describe('a plan that nobody drives', () => {
  const undriven = async (): Promise<string> => {
    const planId = await door.api.active();
    await settleAll(planId);
    await system(planId, { type: 'RecordRunFailure', run: 1, error: 'Lambda.ServiceException' });
    door.world.now = '2026-12-15T14:30:00Z';
    return planId;
  };
  const restart = (planId: string, form: Record<string, string>, as = PEOPLE.operator) =>
    door.post('POST /admin/repair/{planId}/restart', form, { params: { planId }, as });

  test('is told with why its run ended, and what happens by itself', async () => {
    await undriven();
    expect(await repair()).toContain(
      'Run 1 failed (Lambda.ServiceException), and nobody drives the plan. What was due on Tue, Dec 15, 2026, 9:00 AM has not happened',
    );
    expect(await html()).not.toContain('/restart');
  });

  test('is given another run by an operator, whose reason stays in the record', async () => {
    const planId = await undriven();
    const looked = await door.call('GET /admin/repair/{planId}/restart', {
      params: { planId },
      as: PEOPLE.operator,
    });
    expect(textOf(looked.body)).toContain(
      `Run 1 of ${planId} is stopped, if there still is one. Run 2 starts from the record.`,
    );
    const refused = await restart(planId, { run: '1', '/reason': ' ' });
    expect([refused.status, textOf(refused.body).includes('Reason: Say why')]).toEqual([422, true]);
    expect((await restart(planId, { run: '1', '/reason': 'The function had failed.' })).status).toBe(303);
    expect((await door.api.events(planId)).at(-1)).toMatchObject({
      type: 'RunRestarted',
      run: 2,
      because: 'by_operator',
      reason: 'The function had failed.',
      actor: { kind: 'principal', id: 'oz.tanaka@agency.example' },
    });
  });

  test('asked twice, is started once', async () => {
    const planId = await undriven();
    for (const _ of [1, 2]) await restart(planId, { run: '1', '/reason': 'The function had failed.' });
    expect((await door.typesOf(planId)).filter((type) => type === 'RunRestarted')).toHaveLength(1);
  });

  test('is not restarted when another run drives it by then, or nothing is late any more', async () => {
    const planId = await undriven();
    await restart(planId, { run: '1', '/reason': 'The function had failed.' });
    const twice = await restart(planId, { run: '1', '/reason': 'Again.' });
    expect([twice.status, textOf(twice.body).includes('Run 2 drives this plan now, not run 1.')]).toEqual([
      409,
      true,
    ]);
    door.world.now = '2026-12-15T13:00:00Z';
    const early = await restart(planId, { run: '2', '/reason': 'Just so.' });
    expect([early.status, textOf(early.body).includes('Nothing of this plan is late any more')]).toEqual([
      409,
      true,
    ]);
  });

  test('is not restarted with a reason that nobody would read', async () => {
    const planId = await undriven();
    const long = await restart(planId, { run: '1', '/reason': 'x'.repeat(501) });
    expect([long.status, textOf(long.body).includes('Shorten it to 500 characters; it has 501.')]).toEqual([
      422,
      true,
    ]);
  });

  test('is not for HR to restart, nor mail for operators to send', async () => {
    const planId = await undriven();
    expect((await restart(planId, { run: '1', '/reason': 'x' }, PEOPLE.hr)).status).toBe(403);
    const form = { requestId: CHECK_IN, to: 'employee' };
    const sent = await door.post('POST /admin/repair/{planId}/mail', form, {
      params: { planId },
      as: PEOPLE.operator,
    });
    expect(sent.status).toBe(403);
  });
});

test('effects that are late are handed over again, and a mail that was being sent is never sent twice', async () => {
  const planId = await door.api.active();
  const { store } = door.world.ports;
  await settleAll(planId);
  await door.api.until(planId, '2026-12-15T14:00:00Z');
  const [pending, sending] = (await store.outbox(planId)).filter(
    (row) => row.status === 'PENDING' && row.kind === 'mail',
  );
  await store.claim(planId, sending?.key ?? '', door.world.now, 60);
  door.world.now = '2026-12-15T14:09:00Z';
  expect(await repair(PEOPLE.operator)).toMatch(
    /effects are recorded and not done since Tue, Dec 15, 2026, 9:00 AM/,
  );
  const as = PEOPLE.operator;
  const looked = await door.call('GET /admin/repair/{planId}/effects', { params: { planId }, as });
  expect(textOf(looked.body)).toContain(
    `A mail (of event ${Number.parseInt(pending?.key ?? '', 10)}) is handed over again, to be done once.`,
  );
  expect(textOf(looked.body)).toContain(
    `A mail (of event ${Number.parseInt(sending?.key ?? '', 10)}) may have left or not`,
  );
  // The key of a mail ends in the id of whoever gets it.
  expect(looked.body).not.toMatch(/-mail|employee|supervisor/);
  expect(
    (await door.post('POST /admin/repair/{planId}/effects', {}, { params: { planId }, as })).status,
  ).toBe(303);
  const after = await store.outbox(planId);
  const stateOf = (key: string | undefined) => after.find((row) => row.key === key);
  expect(stateOf(pending?.key)).toMatchObject({ status: 'PENDING', nudgedAt: '2026-12-15T14:09:00Z' });
  expect(stateOf(sending?.key)?.status).toBe('UNKNOWN');
});

test('an operator reads ids and runs, and nobody’s name, address or title', async () => {
  const planId = await lost('failed');
  door.world.now = '2026-12-20T15:00:00Z';
  const text = await repair(PEOPLE.operator);
  expect(text).toContain(planId);
  expect(text).toContain('A mail to the Employee did not leave');
  const { draft } = await door.world.ports.store.load(planId);
  for (const { name, email } of draft.participants) expect(text).not.toMatch(new RegExp(`${name}|${email}`));
  expect(text).not.toContain(draft.title);
});

test('auditors and managers are not shown what is broken', async () => {
  for (const as of [PEOPLE.auditor, PEOPLE.manager]) {
    expect((await door.call('GET /admin/repair', { as })).status).toBe(403);
  }
});

test('what an address claims is not said to whoever did not come from doing it', async () => {
  const said = async (from: string) =>
    textOf(
      (await door.call('GET /admin/repair', { query: { done: 'mail' }, headers: { 'sec-fetch-site': from } }))
        .body,
    ).includes('It is sent again.');
  expect([await said('same-origin'), await said('cross-site'), await said('none')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('a record that does not verify is a finding of its own, and hides no other', async () => {
  const [broken, other] = [await door.api.active(), await lost('failed')];
  const { rows } = door.world;
  const row = (await rows.get(eventKey(broken, 2))) as Row;
  await rows.put({ ...row, at: '2026-11-30T15:00:00Z' }, {});
  const { status, body } = await door.call('GET /admin/repair', { as: PEOPLE.hr });
  expect(status).toBe(200);
  expect(textOf(body)).toContain(
    `Records that do not verify 1 ${broken} Event 2 of the record does not verify. Nothing of it is shown, asked or sent`,
  );
  expect(textOf(body)).toContain('Restore the record from a backup; see who wrote to the table.');
  expect(body).toContain(`/admin/repair/${other}/mail?`);
});

describe('SES-5: an address that is out of use', () => {
  test('names the ways out: correct or confirm the address, or serve on paper what is open', async () => {
    const planId = await saidOf('bounced_for_good');
    const page = await repair();
    expect(page).toContain(
      'Mail to Jordan Reyes comes back: the mailbox takes none. They are sent nothing until their address is corrected or confirmed, and no silence counts against them for what did not reach them. The plan goes on.',
    );
    expect(page).toContain('People whom mail did not reach 1');
    expect(page).toContain('A mail to Jordan Reyes came back: a question, with a link to answer it');
    const body = await html();
    expect(body).toContain(`/admin/plans/${planId}/do/correct_address?%2Fparticipant=employee`);
    expect(body).toContain(
      `/admin/plans/${planId}/do/serve_on_paper?%2FrequestId=${CHECK_IN}&amp;%2Fto=employee`,
    );
    expect(body).not.toContain(`/admin/repair/${planId}/mail`);
    expect(await repair(PEOPLE.operator)).not.toContain('Jordan Reyes');
  });

  test('one tick says that it is right: what that does is looked at, and then it is on the page no more', async () => {
    const planId = await saidOf('bounced_for_good');
    const { draft } = await door.world.ports.store.load(planId);
    const email = draft.participants.find(({ id }) => id === 'employee')?.email ?? '';
    const [, action, sent = ''] =
      /<form method="post" action="([^"]+)">(.*?)<\/form>/s.exec(await html()) ?? [];
    expect(action).toBe(`/admin/plans/${planId}/do/correct_address`);
    expect(textOf(sent)).toBe(`It is right: ${email}`);
    const form = Object.fromEntries(
      [...sent.matchAll(/name="([^"]+)" value="([^"]+)"/g)].map(([, name = '', value]) => [
        name,
        value ?? '',
      ]),
    );
    expect(form).toEqual({ '/participant': 'employee', '/email': email });
    expect((await door.does(planId, 'correct_address', form)).status).toBe(303);
    expect((await door.api.events(planId)).at(-1)).toMatchObject({ type: 'AddressCorrected', email });
    expect(await repair()).not.toContain('Jordan Reyes');
  });

  test('to correct it, the address on record stands in the form, and the form says what the same again means', async () => {
    const planId = await saidOf('bounced_for_good');
    const { draft } = await door.world.ports.store.load(planId);
    const email = draft.participants.find(({ id }) => id === 'employee')?.email ?? '';
    const { body } = await door.form(planId, 'correct_address', { '/participant': 'employee' });
    expect(/<input[^>]*name="\/email"[^>]*>/.exec(body)?.[0]).toContain(`value="${email}"`);
    expect(textOf(body)).toContain(
      'When mail to it came back, was marked as unwanted or was meant for somebody else',
    );
    const blank = await door.form(planId, 'correct_address');
    expect(/<input[^>]*name="\/email"[^>]*>/.exec(blank.body)?.[0]).not.toContain(email);
  });

  test('of a mail that was called unwanted it says that it arrived', async () => {
    await saidOf('complained');
    expect(await repair()).toContain('A mail to Jordan Reyes arrived and was marked as unwanted.');
  });

  test('a mail that came back this once can be sent again', async () => {
    const planId = await saidOf('bounced_once');
    expect(await html()).toContain(`/admin/repair/${planId}/mail?requestId=${CHECK_IN}&amp;to=employee`);
  });

  test('is not on the page any more once it is confirmed, and the plan is not in the list of lost mail', async () => {
    const planId = await saidOf('bounced_for_good');
    const { store } = door.world.ports;
    const listed = async () =>
      (await store.list({ bounced: true }, door.world.now)).plans.map((plan) => plan.planId);
    expect(await listed()).toEqual([planId]);
    const email =
      (await store.load(planId)).draft.participants.find(({ id }) => id === 'employee')?.email ?? '';
    await system(planId, { type: 'CorrectAddress', participant: 'employee', email });
    expect(await repair()).not.toContain('Jordan Reyes');
    expect(await listed()).toEqual([]);
  });
});
