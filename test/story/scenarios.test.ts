import { afterEach, describe, expect, test } from 'vitest';
import { checkRecord } from '../../adapters/check-record.ts';
import { readRecord } from '../../adapters/record-file.ts';
import type { PlanDraft } from '../../domain/index.ts';
import { get } from '../../sandbox/story/http.ts';
import { visit } from '../../sandbox/story/visit.ts';
import { capturedLogs } from '../functions/logs.ts';
import { metForm, notMetForm, rateForm, signForm } from '../support/forms.ts';
import { Life, problemOf } from '../support/life.ts';
import { CHECK_IN_DATES, dcDraft } from '../support/plans.ts';

/** The lives a plan of the District of Columbia (and a federal one) must be able to lead, each through the front door. */
let life: Life;
capturedLogs();
afterEach(() => life.close());

const SUPERVISOR = 'Dana Whitfield';
const EMPLOYEE = 'Jordan Reyes';

async function signedByBoth(): Promise<void> {
  await life.answer('employee', 'acknowledgement', signForm(EMPLOYEE));
  await life.answer('supervisor', 'acknowledgement', signForm(SUPERVISOR));
}

async function bothRate(date: string, progress: 'below' | 'near' | 'reached'): Promise<void> {
  await life.until(`${date}T11:00`);
  await life.answer('employee', `check-in-${date}`, rateForm(progress));
  await life.answer('supervisor', `check-in-${date}`, rateForm(progress));
}

async function everyCheckIn(progress: 'below' | 'near' | 'reached'): Promise<void> {
  for (const date of CHECK_IN_DATES) await bothRate(date, progress);
}

test('1: four check-ins, and a decision on the ninth business day that the plan was met', async () => {
  life = await Life.launched(dcDraft());
  await signedByBoth();
  await everyCheckIn('reached');
  await life.until('2027-02-18T10:00');
  await life.answer('supervisor', 'decision', metForm(SUPERVISOR));

  expect(await life.plan()).toMatchObject({ status: 'closed', outcome: 'met' });
  expect(await life.events('RequestMissed')).toEqual([]);
  expect(await life.events('Escalated')).toEqual([]);
  const mails = (await life.mails('employee')).map(({ subject }) => subject).join('\n');
  expect(mails).not.toMatch(/PIP|performance|improvement plan/i);
});

describe('2: nobody decides by the tenth business day, over Presidents’ Day', () => {
  test('the ladder goes up at its times, again and again, and silence decides nothing', async () => {
    life = await Life.launched(dcDraft());
    await life.until('2027-03-04T12:00');

    const escalated = (await life.events('Escalated')).filter(({ requestId }) => requestId === 'decision');
    expect(escalated.map(({ at, to }) => [at, ...to.map(({ participant }) => participant)])).toEqual([
      ['2027-02-19T22:00:00Z', 'reviewer'],
      ['2027-02-23T14:00:00Z', 'hr'],
      ['2027-03-02T14:00:00Z', 'hr'],
    ]);
    expect(await life.plan()).toMatchObject({ status: 'deciding', outcome: null });
  });

  test('where the plan says that silence means met, it is recorded as that rule, by nobody', async () => {
    life = await Life.launched(
      dcDraft({ settings: { onDecisionOverdue: { mode: 'deem_met', verifiedBy: 'Priya Raman' } } }),
    );
    await life.until('2027-02-20T12:00');

    const [recorded] = await life.events('DecisionRecorded');
    expect(recorded).toMatchObject({ at: '2027-02-20T05:00:00Z', decision: { outcome: 'met', rule: 'D6' } });
    expect(recorded?.decision.by).toBeUndefined();
    expect(await life.plan()).toMatchObject({ status: 'closed', outcome: 'met' });
  });
});

describe('3: extensions count every version against the cap of 90 days', () => {
  const thirtyDays = (): PlanDraft => {
    const days = ['2026-12-11', '2026-12-18', '2026-12-28', '2027-01-04'];
    const draft = dcDraft({ endDate: '2027-01-05' });
    return {
      ...draft,
      items: draft.items.map((item) => ({
        ...item,
        checkIns: item.checkIns.map((checkIn, at) => ({ ...checkIn, date: days[at] ?? '' })),
        support: item.support.map((promise) => ({ ...promise, due: '2026-12-18' })),
      })),
    };
  };

  test('30 days and 60 more are accepted, signed for again, and 90 is the end of it', async () => {
    life = await Life.launched(thirtyDays());
    await life.until('2027-01-04T10:00');
    await life.hr('extend', { endDate: '2027-03-06', reason: 'Two of three targets are close.' });

    expect(await life.plan()).toMatchObject({ status: 'active', endDate: '2027-03-06', opportunityDays: 90 });
    await life.answer('employee', 'acknowledgement-2', signForm(EMPLOYEE));
    const refused = await life.refused('extend', { endDate: '2027-04-05', reason: 'Once more.' });
    expect(refused.errors?.[0]).toMatchObject({ field: '/endDate', rule: 'D8' });
  });

  test('60 days and 60 more are refused by rule D8, which says what would be allowed', async () => {
    life = await Life.launched(dcDraft());
    await life.until('2027-01-15T12:00');
    const refused = await life.refused('extend', { endDate: '2027-04-05', reason: 'More time.' });
    expect(refused).toMatchObject({ status: 422, code: 'rules_broken' });
    expect(refused.errors?.[0]).toMatchObject({ field: '/endDate', rule: 'D8' });
    expect(refused.errors?.[0]?.message).toContain('2027-03-06');
  });

  test('without a reason an extension is refused', async () => {
    life = await Life.launched(dcDraft());
    await life.until('2027-01-15T12:00');
    const refused = await life.refused('extend', { endDate: '2027-03-06', reason: ' ' });
    expect(refused.errors?.map(({ field }) => field)).toEqual(['/reason']);
  });
});

test('4: two weeks of leave move every later date by two weeks, and no manager reads why', async () => {
  life = await Life.launched(dcDraft());
  await life.until('2027-01-06T09:30');
  await life.hr('pause', { from: '2027-01-06', until: '2027-01-19', reason: 'accommodation' });
  await life.until('2027-01-20T10:00');

  const { items, endDate } = (await life.events('PlanResumed'))[0]?.revision.draft ?? {};
  expect(items?.[0]?.checkIns.map(({ date }) => date)).toEqual([
    '2026-12-18',
    '2027-01-04',
    '2027-01-29',
    '2027-02-12',
  ]);
  expect(endDate).toBe('2027-02-18');
  expect(await life.plan()).toMatchObject({ status: 'active', opportunityDays: 60, tolledDays: 14 });

  await life.until('2027-02-23T10:00');
  const read = (await life.mails('supervisor')).flatMap(({ subject, text, html }) => [subject, text, html]);
  const { html: page } = await life.person('supervisor').open('decision');
  expect([...read, page].join('\n')).not.toMatch(/accommodation|adjustment|medical|leave of absence/i);
  expect(page).toContain('approved absence');
});

test('5: two check-ins the manager missed are attributed, given back by HR, and signed for again', async () => {
  life = await Life.launched(dcDraft());
  await signedByBoth();
  await life.until('2026-12-18T11:00');
  await life.answer('employee', 'check-in-2026-12-18', rateForm('near'));
  await life.until('2027-01-04T11:00');
  await life.answer('employee', 'check-in-2027-01-04', rateForm('near'));
  await life.until('2027-01-12T10:00');

  const missed = await life.events('RequestMissed');
  expect(missed.map(({ requestId, by }) => [requestId, by])).toEqual([
    ['check-in-2026-12-18', ['supervisor']],
    ['check-in-2027-01-04', ['supervisor']],
  ]);
  const reminded = await life.events('Reminded');
  for (const { requestId } of missed) {
    expect(reminded.filter((one) => one.requestId === requestId).length).toBeGreaterThanOrEqual(3);
  }

  const manager = { to: 'manager', credit: 'yes', reason: 'The meeting was cancelled twice.' };
  await life.answer('hr', 'attribution-check-in-2026-12-18', manager);
  await life.answer('hr', 'attribution-check-in-2027-01-04', manager);

  // From the start to the first check-in are 11 days, from there to the second 17.
  expect((await life.events('CreditGranted')).map(({ days }) => days)).toEqual([11, 17]);
  expect(await life.plan()).toMatchObject({ endDate: '2027-03-04', opportunityDays: 88 });
  await life.answer('employee', 'acknowledgement-3', signForm(EMPLOYEE));
});

test('6: a refused signature is recorded with its reason, and the plan starts all the same', async () => {
  life = await Life.launched(dcDraft());
  await life.answer('employee', 'acknowledgement', {
    choice: 'decline',
    typedName: EMPLOYEE,
    reason: 'Half of the returned cases were not mine.',
  });
  await life.until('2026-12-09T12:00');

  const [declined] = await life.events('RequestAnswered');
  expect(declined?.answer).toMatchObject({
    choice: 'decline',
    reason: 'Half of the returned cases were not mine.',
  });
  expect(await life.events('PlanStarted')).toHaveLength(1);
  expect(await life.plan()).toMatchObject({ status: 'active' });
});

test('7: a decision that did not reach the employee is no served decision: HR is told to hand it over', async () => {
  life = await Life.launched(dcDraft());
  await everyCheckIn('reached');
  await life.until('2027-02-10T10:00');
  const { mailer } = life.app.driven.ports;
  life.app.driven.ports.mailer = {
    send: async (mail) =>
      mail.to.address === 'jordan.reyes@agency.example'
        ? { outcome: 'refused', because: 'message', code: 'BadRequestException' }
        : mailer.send(mail),
  };
  await life.answer('supervisor', 'decision', metForm(SUPERVISOR));

  const [lost] = (await life.events('MailUndelivered')).filter(
    ({ template }) => template === 'decision-recorded',
  );
  expect(lost).toMatchObject({ to: 'employee', outcome: 'failed', requestId: 'decision' });
  const told = (await life.mails('hr')).at(-1);
  expect(told?.text).toContain(EMPLOYEE);
  expect((await life.timeline()).map(({ what }) => what)).toContain('MailUndelivered');
});

test('8: a mail scanner that opens every link changes nothing', async () => {
  life = await Life.launched(dcDraft());
  await life.until('2026-12-18T12:00');
  const before = await life.events();
  for (const link of (await life.mails()).flatMap(({ links }) => links)) {
    for (const method of ['HEAD', 'GET', 'GET'] as const) {
      await visit(link, method);
    }
  }
  expect(await life.events()).toEqual(before);
});

test('9: after an amendment the old timer asks nobody anything', async () => {
  life = await Life.launched(dcDraft());
  await signedByBoth();
  await life.until('2027-01-06T10:00');
  const later = { '2027-01-15': '2027-01-22' } as Record<string, string>;
  const items = dcDraft().items.map((item) => ({
    ...item,
    checkIns: item.checkIns.map(({ date, benchmark }) => ({ date: later[date] ?? date, benchmark })),
  }));
  const { run: before } = await life.plan<{ run: number }>();
  await life.hr('amend', { changes: { items }, reason: 'The office is closed that week.' });
  const sent = (await life.mails()).length;

  const stale = { action: 'next', planId: life.planId, run: before, schemaVersion: 1 };
  const recorded = await life.events();
  expect(await life.app.driven.task(stale)).toEqual({ state: 'A newer run drives this plan' });
  expect(await life.events()).toEqual(recorded);
  await life.until('2027-01-16T12:00');
  const asked = (await life.events('RequestOpened')).map(({ request }) => request.id);
  expect(asked).not.toContain('check-in-2027-01-15');
  // The new version is signed for; nothing else is sent before the moved check-in.
  const since = (await life.mails()).slice(sent).map(({ subject }) => subject);
  expect(since.filter((subject) => /15/.test(subject))).toEqual([]);
  await life.until('2027-01-22T12:00');
  await life.answer('employee', 'check-in-2027-01-22', rateForm('near'));
});

test('10: in the supervisor’s absence the reviewer issues and decides, and says why', async () => {
  // Whoever proposes a removal does not decide it: with the reviewer in the supervisor's place somebody else must be there.
  const head = {
    id: 'head',
    role: 'agency_head' as const,
    name: 'Ada Quist',
    email: 'ada.quist@agency.example',
  };
  const participants = [...dcDraft().participants, head];
  const issuer = { participant: 'reviewer' };
  life = await Life.launched(
    dcDraft({ participants, issuer: { ...issuer, absenceReason: 'On parental leave.' } }),
  );
  const refused = await problemOf(life.app.url, '/api/plans', dcDraft({ participants, issuer }));
  expect(refused.errors?.[0]).toMatchObject({ field: '/issuer/absenceReason', rule: 'D3' });

  await everyCheckInOf('reviewer', 'reached');
  await life.until('2027-02-10T10:00');
  await life.answer('reviewer', 'decision', metForm('Morgan Ellis'));
  const [recorded] = await life.events('DecisionRecorded');
  expect(recorded?.decision).toMatchObject({ by: 'reviewer', outcome: 'met' });
});

async function everyCheckInOf(manager: string, progress: 'reached'): Promise<void> {
  for (const date of CHECK_IN_DATES) {
    await life.until(`${date}T11:00`);
    await life.answer('employee', `check-in-${date}`, rateForm(progress));
    await life.answer(manager, `check-in-${date}`, rateForm(progress));
  }
}

test('11: whoever proposes a removal does not decide it', async () => {
  life = await Life.launched(dcDraft());
  await signedByBoth();
  await everyCheckIn('below');
  await life.until('2027-02-08T10:00');
  await life.answer('supervisor', 'decision', notMetForm('remove', SUPERVISOR));

  expect(await life.plan()).toMatchObject({ status: 'deciding', outcome: null });
  const approval = (await life.events('RequestOpened')).find(({ request }) => request.kind === 'approval');
  expect(approval?.respondents.map(({ participant }) => participant)).toEqual(['reviewer']);
  const id = approval?.request.id ?? '';
  await expect(life.answer('supervisor', id, { choice: 'confirm', typedName: SUPERVISOR })).rejects.toThrow(
    /no mail with a link/,
  );

  await life.answer('reviewer', id, { choice: 'confirm', typedName: 'Morgan Ellis' });
  const [recorded] = await life.events('DecisionRecorded');
  expect(recorded?.decision).toMatchObject({
    outcome: 'remove',
    by: 'reviewer',
    proposedBy: 'supervisor',
  });
});

test('12: one altered byte in the sealed record is found, and its event named', async () => {
  life = await Life.launched(dcDraft());
  await signedByBoth();
  const record = JSON.stringify(await get(life.app.url, `/api/plans/${life.planId}/record`));
  const verdict = (text: string) => checkRecord(readRecord(new TextEncoder().encode(text)));
  expect(verdict(record)).toMatchObject({ unbroken: true });

  const forged = record.replace('"typedName":"Jordan Reyes"', '"typedName":"Jordan Reyez"');
  expect(forged).not.toBe(record);
  expect(verdict(forged)).toMatchObject({ unbroken: false, event: { type: 'RequestAnswered' } });
});

describe('13: the record is kept as long as the rules say, and longer while it is held', () => {
  test('a legal hold one day before deletion keeps the record and its comparators', async () => {
    life = await Life.launched(dcDraft());
    const { planId: comparator } = await addPlan();
    await withdraw(comparator);
    await life.hr('withdraw', { reason: 'Transferred.' });
    await life.until('2027-11-30T12:00');
    await life.until('2028-11-29T12:00');
    await life.hr('hold', { reason: 'A charge was filed.', comparators: [comparator] });
    await life.until('2028-12-20T12:00');
    await life.app.driven.sweep();

    expect(await life.plan()).toMatchObject({ status: 'withdrawn' });
    expect(await get(life.app.url, `/api/plans/${comparator}`)).toMatchObject({ status: 'withdrawn' });

    await life.hr('release_hold', { reason: 'The case is closed.' });
    await life.app.driven.sweep();
    await expect(life.plan()).rejects.toThrow(/40[4]|410/);
  });

  async function addPlan(): Promise<{ planId: string }> {
    const reply = await fetch(new URL('/api/plans', life.app.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(dcDraft()),
    });
    return (await reply.json()) as { planId: string };
  }

  const withdraw = (planId: string) =>
    fetch(new URL(`/api/plans/${planId}/commands`, life.app.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'withdraw', reason: 'Drafted in error.' }),
    });
});

describe('14: under federal rules a relapse counts within a year from the start', () => {
  const federal = (): PlanDraft => {
    const draft = dcDraft({ pack: 'us-fed-432' });
    return {
      ...draft,
      items: draft.items.map((item) => ({
        ...item,
        source: { kind: 'smart_goal', goal: 'Critical element 1: case reviews.' },
      })),
    };
  };
  const met = async () => {
    life = await Life.launched(federal());
    await everyCheckIn('reached');
    await life.until('2027-02-10T10:00');
    await life.answer('supervisor', 'decision', metForm(SUPERVISOR));
    expect(await life.plan()).toMatchObject({ status: 'monitoring', outcome: 'met' });
  };
  const relapse = { item: 'accuracy', what: 'A third of the reviews of the quarter were returned.' };

  test('on day 300 it is recorded, and what the rules then allow is said', async () => {
    await met();
    await life.until('2027-10-02T10:00');
    await life.hr('relapse', { ...relapse, date: '2027-10-02' });

    expect(await life.plan()).toMatchObject({ status: 'closed', outcome: 'met' });
    expect((await life.events('MonitoringEnded')).map(({ clean }) => clean)).toEqual([false]);
    expect((await life.timeline()).map(({ what }) => what)).toContain('RelapseRecorded');
  });

  test('on day 370 the clean year is over: a new plan is needed', async () => {
    await met();
    await life.until('2027-12-11T10:00');
    expect((await life.events('MonitoringEnded')).map(({ clean }) => clean)).toEqual([true]);
    const refused = await life.refused('relapse', { ...relapse, date: '2027-12-11' });
    expect(JSON.stringify(refused)).toMatch(/F5/);
    expect(JSON.stringify(refused)).toMatch(/new plan/);
  });
});
