import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dcDraft } from '../../support/plans.ts';
import { PEOPLE } from '../../support/signed-in-as.ts';
import { ExecutionsDoor, textOf } from './executions-door.ts';

let door: ExecutionsDoor;
beforeEach(async () => {
  door = await ExecutionsDoor.open();
});
afterEach(() => door.close());

const titleOf = (html: string): string => /<h1>([^<]*)<\/h1>/.exec(html)?.[1]?.replaceAll('&#39;', "'") ?? '';
const at = (moment: string) => door.driven.clock.advanceTo(Date.parse(moment));
const runOf = async (planId: string) => (await door.driven.plan(planId)).run;
const people = dcDraft().participants.flatMap(({ name, email }) => [name, email]);

/** Goes round 600 times. */
const COUNTING = {
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Assign: { n: 0 }, Next: 'Enough?' },
    'Enough?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $n < 602 %}', Next: 'Count' }],
      Default: 'Done',
    },
    Count: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Next: 'Enough?' },
    Done: { Type: 'Succeed' },
  },
};

describe('the list', () => {
  test('says of every running execution what it waits for, where, and when it wakes', async () => {
    const planId = await door.launch(dcDraft());
    const { status, body } = await door.get('/admin/executions');
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toContain(`${planId}-r1`);
    expect(text).toContain(' acknowledgement of the plan, due ');
    expect(text).toContain('Await acknowledgements');
    expect(text).not.toContain('–');
  });

  test('has no name, no address and no title of a plan on it', async () => {
    const draft = dcDraft();
    const planId = await door.launch(draft);
    const pages = [
      await door.get('/admin/executions'),
      await door.get(`/admin/executions/${planId}-r1`, { state: 'Await acknowledgements' }),
      await door.get(`/admin/executions/${planId}-r1/restart`),
    ];
    const said = pages.map(({ body }) => body).join('\n');
    expect([...people, draft.title].filter((words) => said.includes(words))).toEqual([]);
  });

  test('finds the runs of a plan by its id, and says so when there are none', async () => {
    const planId = await door.launch(dcDraft());
    await door.launch(dcDraft());
    await door.post(`/admin/executions/${planId}-r1/restart`, { reason: 'A test.' });
    const { body } = await door.get('/admin/executions', { search: planId });
    expect([...body.matchAll(/class="mono">(pln\w+-r\d+)</g)].map(([, name]) => name)).toEqual([
      `${planId}-r2`,
      `${planId}-r1`,
    ]);
    const none = await door.get('/admin/executions', { search: planId, status: 'FAILED' });
    expect(textOf(none.body)).toContain('The filter shows only those that are failed.');
    const typo = await door.get('/admin/executions', { search: 'pln2' });
    expect(textOf(typo.body)).toContain('No execution is like that.');
  });

  test('goes on where the page before ended', async () => {
    for (let plan = 0; plan < 26; plan++) await door.launch(dcDraft());
    const first = await door.get('/admin/executions');
    const next = /href="\/admin\/executions\?([^"]*token=[^"]*)"/
      .exec(first.body)?.[1]
      ?.replaceAll('&amp;', '&');
    const second = await door.get('/admin/executions', Object.fromEntries(new URLSearchParams(next)));
    const names = [first, second].map(({ body }) => body.match(/class="mono">pln/g)?.length);
    expect(names).toEqual([25, 1]);
  });
});

describe('one execution', () => {
  test('is called after what it waits for, and follows the plan', async () => {
    const planId = await door.launch(dcDraft());
    await at('2026-12-18T16:00:00Z');
    const waiting = await door.get(`/admin/executions/${planId}-r1`);
    expect(titleOf(waiting.body)).toBe(
      "Employee's and supervisor's week-2 check-in, due Fri, Dec 18, 5:00 PM EST (and 1 more question)",
    );
    expect(waiting.body).toContain('id="live" data-refresh="2"');
    await at('2026-12-23T16:00:00Z');
    const later = await door.get(`/admin/executions/${planId}-r1`);
    expect(titleOf(later.body)).not.toBe(titleOf(waiting.body));
  });

  test('keeps the drawing in view when a state of it is chosen, and leads to its visits', async () => {
    const planId = await door.launch(dcDraft());
    const { body } = await door.get(`/admin/executions/${planId}-r1`, { state: 'Await acknowledgements' });
    const chosen = [...body.matchAll(/href="([^"]*)"[^>]*><rect class="hit"/g)].map(([, href]) => href ?? '');
    expect(chosen.length).toBeGreaterThan(10);
    expect(chosen.filter((href) => !href.endsWith('#drawing'))).toEqual([]);
    expect(body).toContain('id="drawing"');
    expect(body).toContain('<a href="#state">Await acknowledgements, with each visit</a>');
  });

  test('shows each visit of a state with its times, input and output, and no task token', async () => {
    const planId = await door.launch(dcDraft());
    await at('2026-12-18T16:00:00Z');
    const { body } = await door.get(`/admin/executions/${planId}-r1`, { state: 'Decide what is next' });
    const text = textOf(body);
    expect(text).toContain('Visit 1: left');
    expect(text).toContain('Tried again never');
    expect(text).toContain('"schemaVersion": 1');
    const wait = await door.get(`/admin/executions/${planId}-r1`, { state: 'Await check-in answers' });
    expect(wait.body).toContain('(not shown)');
    const tokens = door.driven.world.rows.all(({ sk }) => sk === 'WAIT').map(({ token }) => String(token));
    expect(tokens).toHaveLength(1);
    expect(tokens.filter((token) => wait.body.includes(token))).toEqual([]);
  });

  test('tells times in the zone that is asked for', async () => {
    const planId = await door.launch(dcDraft());
    const started = async (zone: string) =>
      /Started (.*?) Workflow/.exec(
        textOf((await door.get(`/admin/executions/${planId}-r1`, { zone })).body),
      )?.[1];
    expect(await started('utc')).toBe('Tue, Dec 1, 2026, 2:00 PM UTC');
    expect(await started('plan')).toBe('Tue, Dec 1, 2026, 9:00 AM EST');
  });

  test('has its events filtered by kind, by state and by text', async () => {
    const planId = await door.launch(dcDraft());
    await at('2026-12-18T16:00:00Z');
    const types = async (query: Record<string, string>) => {
      const { body } = await door.get(`/admin/executions/${planId}-r1`, query);
      return [...body.matchAll(/data-label="Type">(\w+)</g)].map(([, type]) => type);
    };
    expect(await types({ group: 'execution' })).toEqual(['ExecutionStarted']);
    const inState = await types({ in: 'Go to what is next' });
    expect(new Set(inState)).toEqual(new Set(['ChoiceStateEntered', 'ChoiceStateExited']));
    expect(await types({ text: 'no such text' })).toEqual([]);
    expect((await types({})).at(-1)).toBe('ExecutionStarted');
  });

  test('with thousands of events shows the newest, and leads to all before them', async () => {
    const bulk = 'arn:aws:states:us-east-1:123456789012:stateMachine:bulk-work';
    door.driven.engine.updateStateMachine({ stateMachineArn: bulk, definition: COUNTING });
    door.driven.engine.startExecution({ stateMachineArn: bulk, name: 'counting' });
    await door.driven.clock.settle();
    const first = await door.get('/admin/executions/counting');
    expect(textOf(first.body)).toContain('2000 events, of those numbered 417 to 2416, newest first');
    expect(textOf(first.body)).toContain('Drawn from events 417 to 2416');
    const older = /href="([^"]*token=[^"]*)#events">Events before these/.exec(first.body)?.[1] ?? '';
    const query = Object.fromEntries(new URL(older.replaceAll('&amp;', '&'), 'https://x').searchParams);
    const rest = await door.get('/admin/executions/counting', query);
    expect(textOf(rest.body)).toContain('416 events, of those numbered 1 to 416, newest first');
    expect(rest.body).not.toContain('Events before these');
  });

  test('that Step Functions forgot says that the record has everything, and offers another run', async () => {
    const planId = await door.launch(dcDraft());
    door.driven.engine.reset();
    const { status, body } = await door.get(`/admin/executions/${planId}-r1`);
    expect(status).toBe(404);
    expect(textOf(body)).toContain('Nothing of the plan is lost');
    expect(body).toContain(`href="/admin/executions/${planId}-r1/restart"`);
    const elsewhere = await door.get('/admin/executions/plnaaaaaaaaaaaaaaaaaaaa-r1');
    expect([elsewhere.status, textOf(elsewhere.body).includes('No plan of that id')]).toEqual([404, true]);
  });
});

describe('what an operator does', () => {
  test('stopping keeps the reason and the name with the execution, and the plan as it is', async () => {
    const planId = await door.launch(dcDraft());
    const preview = textOf((await door.get(`/admin/executions/${planId}-r1/stop`)).body);
    expect(preview).toContain('which is in the state “Await acknowledgements”');
    expect(preview).toContain('the sweeper starts run 2');
    const { status, headers } = await door.post(`/admin/executions/${planId}-r1/stop`, {
      reason: ' It hangs. ',
    });
    expect([status, headers.Location]).toEqual([303, `/admin/executions/${planId}-r1?done=stop`]);
    const {
      error,
      cause,
      status: stands,
    } = await door.ports.executions.describe('plan-lifecycle', `${planId}-r1`);
    expect({ error, cause, stands }).toEqual({
      error: 'StoppedByOperator',
      cause: 'by oz.tanaka@agency.example: It hangs.',
      stands: 'ABORTED',
    });
    expect(await runOf(planId)).toBe(1);
    const { body } = await door.get(`/admin/executions/${planId}-r1`);
    expect(textOf(body)).toMatch(
      /No run drives it\. What is due next: .*; the sweeper gives it another run within 25 minutes of that, or restart it now \./,
    );
    expect(textOf(body)).not.toContain('This run drives it');
    const again = await door.post(`/admin/executions/${planId}-r1/stop`, { reason: 'Again.' });
    expect([again.status, textOf(again.body).includes('This execution has ended')]).toEqual([409, true]);
  });

  test('a restart is recorded with its reason, starts one run and sends nothing again', async () => {
    const planId = await door.launch(dcDraft());
    const mails = door.driven.world.mails().length;
    const preview = textOf((await door.get(`/admin/executions/${planId}-r1/restart`)).body);
    expect(preview).toContain('Run 2 of the plan, on the current version of the workflow.');
    expect(preview).toContain('nothing is sent twice');
    await door.post(`/admin/executions/${planId}-r1/restart`, { reason: 'It hangs.' });
    const last = (await door.ports.store.events(planId)).at(-1);
    expect(last).toMatchObject({
      type: 'RunRestarted',
      run: 2,
      because: 'by_operator',
      reason: 'It hangs.',
      actor: { kind: 'principal', id: 'oz.tanaka@agency.example' },
    });
    const stands = async (run: number) =>
      (await door.ports.executions.describe('plan-lifecycle', `${planId}-r${run}`)).status;
    expect([await stands(1), await stands(2)]).toEqual(['ABORTED', 'RUNNING']);
    expect(door.driven.world.mails()).toHaveLength(mails);
    const again = await door.post(`/admin/executions/${planId}-r1/restart`, { reason: 'Twice.' });
    expect([again.status, textOf(again.body).includes('Run 2 drives this plan now')]).toEqual([409, true]);
    expect(await runOf(planId)).toBe(2);
  });

  test('without a reason nothing happens, and the page says so beside the field', async () => {
    const planId = await door.launch(dcDraft());
    const { status, body } = await door.post(`/admin/executions/${planId}-r1/restart`, { reason: '  ' });
    expect([status, body.includes('id="reason-fault"')]).toEqual([422, true]);
    expect(await runOf(planId)).toBe(1);
  });

  test('a plan that is over gets no run, and the page says why', async () => {
    const planId = await door.launch(dcDraft());
    await door.driven.command(planId, { type: 'withdraw', reason: 'They left.' });
    const { body } = await door.get(`/admin/executions/${planId}-r1/restart`);
    expect(textOf(body)).toContain('A plan that was withdrawn cannot be restarted.');
    expect(body).not.toContain('<textarea');
  });

  test('only runs of an older workflow are moved, one by one or all of them', async () => {
    const old = [await door.launch(dcDraft()), await door.launch(dcDraft())];
    const { definition } = door.driven.engine.describeStateMachine({
      stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:plan-lifecycle',
    });
    door.driven.engine.updateStateMachine({
      stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:plan-lifecycle',
      definition: { ...JSON.parse(definition), Comment: 'The next version.' },
    });
    const fresh = await door.launch(dcDraft());
    const refused = await door.get(`/admin/executions/${fresh}-r1/migrate`);
    expect(textOf(refused.body)).toContain('It runs the current version of the workflow already.');
    expect(textOf((await door.get(`/admin/executions/${old[0]}-r1`)).body)).toContain('an older version');

    const listed = await door.get('/admin/executions/migrate');
    const names = [...listed.body.matchAll(/name="name" value="([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(names.sort()).toEqual(old.map((planId) => `${planId}-r1`).sort());
    const { headers } = await door.post('/admin/executions/migrate', [
      ...names.map((name): [string, string] => ['name', name]),
      ['reason', 'A mistake was corrected.'],
      ['moved', '0'],
      ['seen', '3'],
    ]);
    expect(headers.Location).toBe(
      '/admin/executions/migrate?moved=2&seen=3&reason=A+mistake+was+corrected.&end=yes',
    );
    for (const planId of old) {
      expect((await door.ports.store.events(planId)).at(-1)).toMatchObject({
        run: 2,
        because: 'new_workflow',
      });
      expect((await door.ports.executions.version('plan-lifecycle', `${planId}-r2`)).current).toBe(true);
    }
    expect(textOf((await door.get('/admin/executions/migrate')).body)).toContain(
      'All 3 of these run the current version.',
    );
  });

  test('auditors look and do nothing; nobody else looks', async () => {
    const planId = await door.launch(dcDraft());
    const page = `/admin/executions/${planId}-r1`;
    const looked = await door.get(page, {}, PEOPLE.auditor);
    expect([looked.status, looked.body.includes(`${page}/stop`)]).toEqual([200, false]);
    const refused = [
      await door.get(page, {}, PEOPLE.hr),
      await door.get('/admin/executions', {}, PEOPLE.manager),
      await door.get(`${page}/stop`, {}, PEOPLE.auditor),
      await door.post(`${page}/stop`, { reason: 'No.' }, PEOPLE.auditor),
      await door.post(`${page}/restart`, { reason: 'No.' }, PEOPLE.hr),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await door.ports.executions.describe('plan-lifecycle', `${planId}-r1`)).status).toBe('RUNNING');
  });
});

describe('when Step Functions refuses', () => {
  test('a right that is missing is named', async () => {
    door.denied.add('states:ListExecutions');
    const { status, body } = await door.get('/admin/executions');
    expect(status).toBe(500);
    expect(textOf(body)).toContain('may not call states:ListExecutions');
  });

  test('too many calls at once is a matter of trying again', async () => {
    door.faults.add({ name: 'throttle', service: 'states', times: 1 });
    const { status, body } = await door.get('/admin/executions');
    expect(status).toBe(503);
    expect(textOf(body)).toContain('Wait a few seconds, then open the page again.');
  });

  test('a place in the list that is not known any more leads back to the first page', async () => {
    const { status, body } = await door.get('/admin/executions', { token: 'nonsense' });
    expect([status, textOf(body).includes('Begin at the first page of the list.')]).toEqual([400, true]);
  });

  test('what cannot be a name is not asked for', async () => {
    expect((await door.get('/admin/executions/no%20name')).status).toBe(404);
  });
});
