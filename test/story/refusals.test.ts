import { afterEach, expect, test } from 'vitest';
import { faultsOfPack } from '../../adapters/inspect-pack.ts';
import { capturedLogs } from '../functions/logs.ts';
import { notMetForm, rateForm } from '../support/forms.ts';
import { Life, type Problem, problemOf } from '../support/life.ts';
import { CHECK_IN_DATES, dcDraft } from '../support/plans.ts';

/** What may not happen is refused by the rule it breaks, with what would be allowed, and nothing is recorded. */
let life: Life | undefined;
capturedLogs();
afterEach(() => life?.close());

const active = async (): Promise<Life> => {
  life = await Life.launched(dcDraft());
  await life.until('2026-12-14T10:00');
  return life;
};

/** The first broken rule, after a look that nothing was recorded. */
async function refusedWith(plan: Life, type: string, fields: object): Promise<Problem['errors']> {
  const before = await plan.events();
  const { errors, status } = await plan.refused(type, fields);
  expect([status, await plan.events()]).toEqual([422, before]);
  return errors;
}

test('an amendment that breaks the cap names the last day the rules allow', async () => {
  const errors = await refusedWith(await active(), 'amend', {
    changes: { endDate: '2027-05-01' },
    reason: 'More time.',
  });
  expect(errors).toMatchObject([{ field: '/changes/endDate', rule: 'D8' }]);
  expect(errors?.[0]?.message).toContain('2027-03-06');
});

test('an extension without a reason asks for it', async () => {
  const errors = await refusedWith(await active(), 'extend', { endDate: '2027-03-06', reason: '  ' });
  expect(errors).toMatchObject([{ field: '/reason' }]);
});

test('a resume before the pause says when the pause began', async () => {
  const plan = await active();
  await plan.hr('pause', { from: '2026-12-14', reason: 'approved_absence' });
  const errors = await refusedWith(plan, 'resume', { on: '2026-12-10' });
  expect(errors).toMatchObject([{ field: '/on' }]);
  expect(errors?.[0]?.message).toContain('2026-12-14');
});

test('overlapping pauses name the one that is there already', async () => {
  const plan = await active();
  await plan.hr('pause', { from: '2026-12-28', until: '2027-01-08', reason: 'approved_absence' });
  const errors = await refusedWith(plan, 'pause', {
    from: '2027-01-05',
    until: '2027-01-12',
    reason: 'approved_absence',
  });
  expect(errors?.[0]?.message).toMatch(/2026-12-28.*2027-01-08/);
});

test('whoever proposes a removal never decides it, and nobody can take away the person who does', async () => {
  const head = {
    id: 'head',
    role: 'agency_head' as const,
    name: 'Ada Quist',
    email: 'ada.quist@agency.example',
  };
  life = await Life.launched(
    dcDraft({
      participants: [...dcDraft().participants, head],
      issuer: { participant: 'reviewer', absenceReason: 'On leave.' },
    }),
  );
  for (const date of CHECK_IN_DATES) {
    await life.until(`${date}T11:00`);
    await life.answer('employee', `check-in-${date}`, rateForm('below'));
    await life.answer('reviewer', `check-in-${date}`, rateForm('below'));
  }
  // A plan that could never be decided is not allowed to come about: the one other person who may decide stays.
  const errors = await refusedWith(life, 'amend', {
    changes: { participants: dcDraft().participants },
    reason: 'The post is vacant.',
  });
  expect(errors).toMatchObject([{ rule: 'D10' }]);
  expect(errors?.[0]?.message).toMatch(/agency.head/);

  await life.until('2027-02-08T10:00');
  await life.answer('reviewer', 'decision', notMetForm('remove', 'Morgan Ellis'));
  const [approval] = (await life.events('RequestOpened')).filter(
    ({ request }) => request.kind === 'approval',
  );
  expect(approval?.respondents.map(({ participant }) => participant)).toEqual(['head']);
});

test('a survey of two people is refused before the plan is even a draft', async () => {
  const two = ['a', 'b'].map((id) => ({
    id,
    role: 'stakeholder' as const,
    name: `County ${id}`,
    email: `${id}@county.example`,
  }));
  life = await Life.begin(dcDraft({ pack: 'general' }));
  const draft = dcDraft({
    pack: 'general',
    participants: [...dcDraft().participants, ...two],
    followUps: [{ date: '2027-01-06', type: 'survey', questions: ['Are answers in time?'] }],
  });
  const { errors, status } = await problemOf(life.app.url, '/api/plans', draft);
  expect(status).toBe(422);
  expect(errors).toMatchObject([{ field: '/followUps/0/type', rule: 'P-SURVEY' }]);
  expect(errors?.[0]?.message).toContain('at least 5');
});

test('a plan that is for discipline is sent to another procedure', async () => {
  life = await Life.begin(dcDraft());
  const triage = { ...dcDraft().triage, purpose: 'discipline' };
  const { errors } = await problemOf(life.app.url, '/api/plans', { ...dcDraft(), triage });
  expect(errors).toMatchObject([{ field: '/triage/purpose', rule: 'H1' }]);
});

test('a pack with an unknown field, or a value no rule stands behind, is refused with what is allowed', () => {
  const effective = { is: { from: null, until: null }, rule: 'P-ALWAYS' };
  const own = { id: 'acme', version: '1', extends: 'general@1', title: 'Acme', effective, calendar: 'none' };
  const faults = (more: object) => faultsOfPack({ ...own, rules: [], ...more });

  expect(faults({ durations: {} })).toMatchObject([{ pointer: '/durations' }]);
  const uncited = faults({ duration: { maxDays: { is: 60, rule: 'A1' } } });
  expect(uncited).toMatchObject([{ pointer: '/duration/maxDays/rule', rule: 'A1' }]);
  expect(uncited[0]?.allowed).toContain('P-DURATION');
});
