import type { CheckInAnswer, Participant, Plan, Request, SurveyAnswer } from '../../domain/index.ts';
import { decided, REASONS, rated, signed } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const person = (id: string, role: Participant['role'], name: string): Participant => ({
  id,
  role,
  name,
  email: `${id}@agency.example`,
});

export const STAKEHOLDERS = ['one', 'two', 'three', 'four', 'five', 'six'];
export const QUESTIONS = ['Are permits reviewed in time?', 'Are questions answered in time?'];

/** The sample draft with a helper of every sort and a follow-up of every sort. */
export const fullDraft = () => {
  const draft = dcDraft();
  return dcDraft({
    participants: [
      ...draft.participants,
      person('mentor', 'mentor', 'Sam Ortiz'),
      person('rep', 'representative', 'Alex Moreau'),
      ...STAKEHOLDERS.map((id) => person(id, 'stakeholder', `Applicant ${id}`)),
    ],
    followUps: [
      { date: '2026-12-21', type: 'metrics' },
      { date: '2026-12-22', type: 'survey', questions: QUESTIONS, agenda: 'Permit reviews since fall' },
      { date: '2026-12-23', type: 'coaching', agenda: 'How to answer when the answer takes time' },
    ],
  });
};

/** A plan with all that, up to a moment, with the acknowledgement signed by both. */
export function lived(until: string): Scenario {
  const scenario = Scenario.launched(fullDraft()).until('2026-12-01T15:00:00Z');
  scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
  scenario.answer('acknowledgement', 'supervisor', signed('Dana Whitfield'));
  return scenario.until(until);
}

export const CHECK_IN = 'check-in-2026-12-18';

const FIRST: CheckInAnswer = rated('near', {
  readings: [{ item: 'accuracy', value: 28.5 }],
  recognition: 'Jordan helped a colleague through a difficult case.',
});

/** The first check-in is answered by both, and the employee has responded to what the supervisor said. */
export function checkedIn(): Scenario {
  const scenario = lived('2026-12-18T15:00:00Z');
  scenario.answer(CHECK_IN, 'employee', { ...rated('reached'), comment: 'The checklist helps.' });
  scenario.answer(CHECK_IN, 'supervisor', FIRST);
  const text = 'I see the first point differently.\nThe numbers say so, too.';
  scenario.when({ type: 'Respond', requestId: CHECK_IN, by: 'employee', text });
  return scenario;
}

const scores = (...given: number[]): SurveyAnswer => ({ kind: 'survey', scores: given });

/** Everything that can happen on the way happened by the time the decision is open. */
export function everything(): Scenario {
  const scenario = checkedIn().until('2026-12-21T15:00:00Z');
  scenario.answer('support-2026-12-18', 'employee', {
    kind: 'support',
    promises: [{ item: 'accuracy', what: 'Code refresher course', delivered: 'no', note: 'It was full.' }],
  });
  scenario.answer('metrics-2026-12-21', 'supervisor', {
    kind: 'check_in',
    meeting: 'held',
    items: [],
    readings: [
      { item: 'accuracy', value: 27 },
      { item: 'timeliness', value: 70 },
      { item: 'communication', value: 60 },
    ],
  });
  scenario.until('2026-12-22T15:00:00Z');
  for (const [at, id] of STAKEHOLDERS.slice(0, 5).entries()) {
    scenario.answer('survey-2026-12-22', id, scores(4, (at % 2) + 3));
  }
  scenario.until('2027-01-12T15:00:00Z');
  scenario.answer('attribution-check-in-2027-01-04', 'hr', {
    kind: 'attribution',
    to: 'manager',
    reason: 'Dana was travelling.',
    credit: true,
  });
  scenario.when({
    type: 'PausePlan',
    from: '2027-01-19',
    until: '2027-01-21',
    reason: 'accommodation',
  });
  return scenario.until('2027-03-05T15:00:00Z');
}

/** HR has answered about every check-in that was missed. */
export function settled(scenario: Scenario): Scenario {
  for (const { id, kind, status } of Object.values(scenario.require().requests)) {
    if (kind !== 'attribution' || status !== 'open') continue;
    scenario.answer(id, 'hr', { kind: 'attribution', to: 'excused', reason: 'Nobody was well.' });
  }
  return scenario;
}

export const decisionOf = (plan: Plan): Request => {
  const open = Object.values(plan.requests).find(
    ({ kind, status }) => kind === 'decision' && status === 'open',
  );
  if (!open) throw new Error('No decision is open.');
  return open;
};

const removal = decided('remove', {
  typedName: 'Dana Whitfield',
  reasons: REASONS,
  summary: 'The goals were not reached.',
  explanation: 'The numbers of the last weeks say otherwise.',
});

/** A removal is proposed: HR looks at it again, and the reviewer has to decide it. */
export function proposed(): Scenario {
  const scenario = settled(everything());
  scenario.answer(decisionOf(scenario.require()).id, 'supervisor', removal);
  return scenario;
}

/** The reviewer sent it back. */
export function sentBack(): Scenario {
  const scenario = proposed();
  const asked = Object.values(scenario.require().requests).find(
    ({ kind, approval }) => kind === 'approval' && approval === 'separate_decider',
  );
  scenario.answer(asked?.id ?? '', 'reviewer', {
    kind: 'approval',
    choice: 'return',
    typedName: 'Morgan Ellis',
    reason: 'The course was never held.',
  });
  return scenario;
}

/** The plan is not met; the employee may respond before it closes. */
export function notMet(): Scenario {
  const scenario = settled(everything());
  const { id } = decisionOf(scenario.require());
  const explanation = 'The numbers of the last weeks say otherwise.';
  const answer = decided('reassign', { typedName: 'Dana Whitfield', reasons: REASONS, explanation });
  scenario.answer(id, 'supervisor', answer);
  for (const request of Object.values(scenario.require().requests)) {
    if (request.kind !== 'approval' || request.status !== 'open') continue;
    const by = request.respondents[0]?.participant ?? '';
    scenario.answer(request.id, by, { kind: 'approval', choice: 'confirm', typedName: 'Priya Raman' });
  }
  return scenario;
}

/** The draft is with the employee. */
export const shared = (): Scenario =>
  new Scenario()
    .after({ type: 'DraftPlan', planId: 'plan-1', draft: fullDraft() })
    .after({ type: 'ApprovePlan' })
    .after({ type: 'ShareDraft' });

/** The target of one item is lower, and one check-in of it is gone, from version 2 on. */
export function amended(): Scenario {
  const scenario = lived('2026-12-11T15:00:00Z');
  const items = scenario
    .require()
    .draft.items.map((item) =>
      item.id === 'timeliness' ? { ...item, measure: { ...item.measure, target: 85 } } : item,
    );
  const benchmarks = items.map((item) =>
    item.id === 'timeliness'
      ? {
          ...item,
          checkIns: item.checkIns.map((each) => ({ ...each, benchmark: Math.min(each.benchmark, 85) })),
        }
      : item,
  );
  scenario.when({
    type: 'AmendPlan',
    changes: { items: benchmarks, endDate: '2027-03-06' },
    reason: 'The workload of the unit has grown.',
  });
  return scenario.until('2026-12-14T15:00:00Z');
}

/** The employee asked for an adjustment. */
export function asked(): Scenario {
  const scenario = lived('2026-12-11T15:00:00Z');
  scenario.when({ type: 'AskAccommodation', by: 'employee' });
  return scenario;
}

/** The plan stands still with a check-in open. */
export function paused(): Scenario {
  const scenario = lived('2026-12-17T15:00:00Z');
  scenario.when({ type: 'PausePlan', from: '2026-12-17', reason: 'approved_absence' });
  return scenario;
}

/** The plan goes on with a check-in on a later day, and then ends: a meeting moves and goes. */
export function calledBack(): Scenario {
  const scenario = paused().until('2026-12-22T15:00:00Z');
  scenario.when({ type: 'ResumePlan', on: '2026-12-22' });
  scenario.when({ type: 'WithdrawPlan', reason: 'Jordan moved to another post.' });
  return scenario;
}

export const SAM = person('sam', 'supervisor', 'Sam Okafor');
export const HANDOVER = 'Two of four check-ins are done; timeliness needs a second look.';

/** Somebody else has taken the plan over, with a brief, before anybody signed. */
export function handedOver(): Scenario {
  const scenario = Scenario.launched(fullDraft()).until('2026-12-01T15:00:00Z');
  scenario.answer('acknowledgement', 'supervisor', signed('Dana Whitfield'));
  scenario.until('2026-12-03T15:00:00Z');
  scenario.when({
    type: 'ChangeManager',
    supervisor: SAM,
    reason: 'Dana Whitfield leads another unit.',
    handover: HANDOVER,
  });
  return scenario.until('2026-12-04T15:00:00Z');
}

/** The acknowledgement was handed to the employee on paper, who signed it there; a check-in was only handed over. */
export function onPaper(): Scenario {
  const scenario = Scenario.launched(fullDraft()).until('2026-12-02T15:00:00Z');
  const paper = { type: 'ServeOnPaper', to: 'employee', witness: 'Sam Ortiz' } as const;
  const signing = { signed: true, typedName: 'Jordan Reyes' };
  scenario.when({ ...paper, requestId: 'acknowledgement', on: '2026-12-02', ...signing });
  scenario.until('2026-12-18T15:00:00Z');
  scenario.when({ ...paper, requestId: CHECK_IN, on: '2026-12-18' });
  return scenario;
}

/** The decision was asked for when days were given back, so it is not to be made yet. */
export function calledOff(): Scenario {
  const scenario = lived('2027-02-08T15:00:00Z');
  scenario.answer('attribution-check-in-2027-01-29', 'hr', {
    kind: 'attribution',
    to: 'manager',
    reason: 'Dana was travelling.',
    credit: true,
  });
  return scenario.until('2027-02-09T15:00:00Z');
}
