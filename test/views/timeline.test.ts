import { expect, test } from 'vitest';
import { type Fact, type FactType, UPCASTS } from '../../domain/index.ts';
import { describePlanned, describe as say } from '../../views/timeline.ts';
import { decided, rated, signed } from '../support/answers.ts';
import { MORE_SAID, revised } from './said.ts';
import { contextOf, deciding } from './sample.ts';

const plan = deciding().require();
const { pack } = contextOf(plan, 'employee');
const checkIn = plan.requests['check-in-2026-12-18'];
if (!checkIn) throw new Error('The sample has no such check-in.');

const ask = (...participants: string[]): Fact => ({
  type: 'RequestOpened',
  request: checkIn,
  respondents: participants.map((participant) => ({ participant, required: true, link: 'l' })),
});
const answer = (
  requestId: string,
  by: string,
  given: Extract<Fact, { type: 'RequestAnswered' }>['answer'],
): Fact => ({
  type: 'RequestAnswered',
  requestId,
  by,
  answer: given,
  complete: false,
});
const onPaper = { on: '2026-12-02', witness: 'Sam Ortiz' };
const served = (said: { signed?: boolean; replaces?: number }): Fact => ({
  type: 'ServedOnPaper',
  requestId: 'acknowledgement',
  to: 'employee',
  ...onPaper,
  ...said,
});
const missed = (by: string[], notReached: string[]): Fact => ({
  type: 'RequestMissed',
  requestId: 'acknowledgement',
  by,
  notReached,
  tell: [],
});
const undelivered = (outcome: 'failed' | 'unknown', about: { requestId?: string } = {}): Fact => ({
  type: 'MailUndelivered',
  key: '000004-mail-employee',
  template: 'request-opened',
  to: 'employee',
  outcome,
  ...about,
});
const decision = { outcome: 'met', reasons: [], at: '2027-02-22T15:00:00Z', copies: [] };

const SAID: [Fact, string, string][] = [
  [
    { type: 'PlanDrafted', planId: 'p', draft: plan.draft, pack: plan.pack, timeZone: plan.timeZone },
    'A plan for Jordan Reyes was drafted: “Permit reviews: accuracy and timeliness”.',
    'A plan will be drafted.',
  ],
  [
    {
      type: 'PlanRedrafted',
      draft: { ...plan.draft, title: 'Permit reviews' },
      pack: plan.pack,
      timeZone: plan.timeZone,
    },
    'The draft was written anew: “Permit reviews”.',
    'The draft will be written anew.',
  ],
  [
    { type: 'DraftReturned', comment: 'Say which cases.' },
    'The draft was sent back: something has to change before it is approved.',
    'The draft will be sent back to be changed.',
  ],
  [{ type: 'PlanApproved' }, 'The plan was approved.', 'The plan will be approved.'],
  [
    { type: 'PlanLaunched', run: 1, startsAt: '', endsAt: '', schedule: [] },
    'The plan was launched. It runs from Monday, December 7, 2026 to Thursday, February 4, 2027.',
    'The plan will be launched, to run from Monday, December 7, 2026 to Thursday, February 4, 2027.',
  ],
  [{ type: 'PlanStarted' }, 'The opportunity period began.', 'The opportunity period will begin.'],
  [
    ask('employee', 'supervisor'),
    'Jordan Reyes and Dana Whitfield were asked for the check-in of Friday, December 18, 2026, due by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time.',
    'Jordan Reyes and Dana Whitfield will be asked for the check-in of Friday, December 18, 2026, due by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time.',
  ],
  [
    ask('employee'),
    'Jordan Reyes was asked for the check-in of Friday, December 18, 2026, due by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time.',
    'Jordan Reyes will be asked for the check-in of Friday, December 18, 2026, due by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time.',
  ],
  [
    answer('acknowledgement', 'employee', signed(' jordan  REYES')),
    'Jordan Reyes signed that they received and read the plan.',
    'Jordan Reyes will answer the acknowledgement.',
  ],
  [
    answer('acknowledgement', 'employee', signed('Somebody Else')),
    'Jordan Reyes signed that they received and read the plan, typing the name “Somebody Else”.',
    'Jordan Reyes will answer the acknowledgement.',
  ],
  [
    served({}),
    'Jordan Reyes was given the acknowledgement on paper on Wednesday, December 2, 2026; Sam Ortiz was there.',
    'It will be on record that Jordan Reyes was given the acknowledgement on paper on Wednesday, December 2, 2026, with Sam Ortiz as witness.',
  ],
  [
    served({ signed: true }),
    'Jordan Reyes was given the acknowledgement on paper on Wednesday, December 2, 2026 and signed for it; Sam Ortiz was there.',
    'It will be on record that Jordan Reyes was given the acknowledgement on paper on Wednesday, December 2, 2026 and signed for it, with Sam Ortiz as witness.',
  ],
  [
    served({ signed: false }),
    'Jordan Reyes was given the acknowledgement on paper on Wednesday, December 2, 2026 and did not sign for it; Sam Ortiz was there.',
    'It will be on record that Jordan Reyes was given the acknowledgement on paper on Wednesday, December 2, 2026 and did not sign for it, with Sam Ortiz as witness.',
  ],
  [
    served({ replaces: 5 }),
    'Jordan Reyes was given the acknowledgement on paper on Wednesday, December 2, 2026; Sam Ortiz was there. This takes the place of what was recorded of a paper before, and of any answer on it.',
    'It will be on record that Jordan Reyes was given the acknowledgement on paper on Wednesday, December 2, 2026, with Sam Ortiz as witness. This takes the place of what was recorded of a paper before, and of any answer on it.',
  ],
  [
    answer('acknowledgement', 'employee', { ...signed('Jordan Reyes'), onPaper }),
    'Jordan Reyes signed that they received the plan, on paper.',
    'That will be the answer of Jordan Reyes: received on paper, signed with the name “Jordan Reyes”.',
  ],
  [
    answer('acknowledgement', 'employee', { ...signed('J. R.'), onPaper }),
    'Jordan Reyes signed that they received the plan, on paper, with the name “J. R.”.',
    'That will be the answer of Jordan Reyes: received on paper, signed with the name “J. R.”.',
  ],
  [
    answer('acknowledgement', 'employee', { ...signed(''), choice: 'decline', onPaper }),
    'Jordan Reyes declined to sign the acknowledgement, on paper.',
    'That will be the answer of Jordan Reyes: received on paper, not signed.',
  ],
  [
    answer('acknowledgement', 'supervisor', signed('Dana Whitfield')),
    'Dana Whitfield signed that they issued and discussed the plan.',
    'Dana Whitfield will answer the acknowledgement.',
  ],
  [
    answer('acknowledgement', 'supervisor', signed('Somebody Else')),
    'Dana Whitfield signed that they issued and discussed the plan, typing the name “Somebody Else”.',
    'Dana Whitfield will answer the acknowledgement.',
  ],
  [
    answer('acknowledgement', 'employee', { ...signed('Jordan Reyes'), choice: 'decline' }),
    'Jordan Reyes declined to sign the acknowledgement.',
    'Jordan Reyes will answer the acknowledgement.',
  ],
  [
    answer('acknowledgement', 'employee', { ...signed('J. Reyes'), choice: 'decline' }),
    'Jordan Reyes declined to sign the acknowledgement, typing the name “J. Reyes”.',
    'Jordan Reyes will answer the acknowledgement.',
  ],
  [
    answer(checkIn.id, 'supervisor', rated('near', { meeting: 'not_held' })),
    'Dana Whitfield answered the check-in of Friday, December 18, 2026; the meeting was not held.',
    'Dana Whitfield will answer the check-in of Friday, December 18, 2026.',
  ],
  [
    answer('decision', 'supervisor', decided('met', { typedName: 'DanaWhitfield' })),
    'Dana Whitfield sent in a decision.',
    'Dana Whitfield will answer the decision.',
  ],
  [
    answer('decision', 'supervisor', decided('met')),
    'Dana Whitfield sent in a decision, typing the name “Marcus Oyelaran”.',
    'Dana Whitfield will answer the decision.',
  ],
  [
    { type: 'Reminded', requestId: 'check-in-2027-03-01', step: 2, to: ['employee'] },
    'Reminder 2 for the check-in of Monday, March 1, 2027 went to Jordan Reyes.',
    'Reminder 2 for the check-in of Monday, March 1, 2027 will go to Jordan Reyes.',
  ],
  [
    missed(['employee', 'supervisor'], []),
    'Time ran out for the acknowledgement: Jordan Reyes and Dana Whitfield have not answered.',
    'Time will run out for the acknowledgement, unless Jordan Reyes and Dana Whitfield answered.',
  ],
  [
    missed([], ['employee']),
    'Time ran out for the acknowledgement: Jordan Reyes could not be reached.',
    'Time will run out for the acknowledgement, unless Jordan Reyes answered.',
  ],
  [
    missed(['supervisor'], ['employee']),
    'Time ran out for the acknowledgement: Dana Whitfield has not answered; Jordan Reyes could not be reached.',
    'Time will run out for the acknowledgement, unless Dana Whitfield and Jordan Reyes answered.',
  ],
  [
    undelivered('failed', { requestId: checkIn.id }),
    'A message to Jordan Reyes about the check-in of Friday, December 18, 2026 could not be delivered.',
    'A message to Jordan Reyes will not be delivered.',
  ],
  [
    undelivered('unknown', { requestId: checkIn.id }),
    'There was a message for Jordan Reyes about the check-in of Friday, December 18, 2026; it is not known whether it arrived.',
    'A message to Jordan Reyes will not be delivered.',
  ],
  [
    undelivered('failed'),
    'A message to Jordan Reyes could not be delivered.',
    'A message to Jordan Reyes will not be delivered.',
  ],
  [
    undelivered('unknown'),
    'There was a message for Jordan Reyes; it is not known whether it arrived.',
    'A message to Jordan Reyes will not be delivered.',
  ],
  [
    {
      type: 'LinkRenewed',
      link: 'link-1',
      participant: 'employee',
      requestId: checkIn.id,
      purpose: 'answer',
      generation: 2,
    },
    'A new link was sent to Jordan Reyes.',
    'A new link will be sent to Jordan Reyes.',
  ],
  [
    { type: 'WrongPersonReported', participant: 'employee', requestId: checkIn.id },
    'Somebody who opened a message for Jordan Reyes said that it was not meant for them. Nothing more is sent to that address.',
    'It will be on record that a message for Jordan Reyes was not meant for whoever opened it. Nothing more will be sent to that address.',
  ],
  [
    { type: 'AddressCorrected', participant: 'employee', email: 'j.reyes@agency.example', handed: [] },
    'The e-mail address of Jordan Reyes was corrected.',
    'The e-mail address of Jordan Reyes will be corrected.',
  ],
  [
    {
      type: 'AddressCorrected',
      participant: 'employee',
      email: 'j.reyes@agency.example',
      handed: [{ requestId: checkIn.id, participant: 'employee', link: 'link-9' }],
    },
    'The e-mail address of Jordan Reyes was corrected. What was still open was sent there with new links.',
    'The e-mail address of Jordan Reyes will be corrected. What is still open will be sent there with new links.',
  ],
  [
    { type: 'NoteAdded', text: 'Private words.', from: 'employee', requestId: checkIn.id, late: true },
    'A note from Jordan Reyes was added to the record of the check-in of Friday, December 18, 2026, after the question had closed.',
    'A note will be added to the record.',
  ],
  [
    { type: 'NoteAdded', text: 'Private words.', requestId: 'decision', late: false },
    'A note was added to the record of the decision.',
    'A note will be added to the record.',
  ],
  [
    { type: 'NoteAdded', text: 'Private words.', from: 'employee', late: true },
    'A note from Jordan Reyes was added to the record after the plan was over.',
    'A note will be added to the record.',
  ],
  [
    { type: 'Escalated', requestId: 'decision-2', step: 1, to: [{ participant: 'hr' }], nextAt: null },
    'Priya Raman heard that the decision was still open.',
    'If the decision is still open, Priya Raman will hear of it.',
  ],
  [
    {
      type: 'Escalated',
      requestId: 'decision',
      step: 1,
      to: [{ participant: 'reviewer', link: 'l' }],
      nextAt: null,
    },
    'Morgan Ellis heard that the decision was still open, and Morgan Ellis may now answer it.',
    'If the decision is still open, Morgan Ellis will hear of it, and Morgan Ellis may then answer it.',
  ],
  [
    { type: 'OpportunityPeriodEnded' },
    'The opportunity period ended; a decision is due.',
    'The opportunity period will end and a decision will be due.',
  ],
  [
    { type: 'DecisionRecorded', requestId: 'decision', decision: { ...decision, by: 'reviewer' } },
    'Morgan Ellis recorded the decision: Plan met.',
    'The decision will be recorded.',
  ],
  [
    { type: 'DecisionRecorded', requestId: 'decision', decision: { ...decision, rule: 'D6' } },
    'No decision was made in time. Under 6-B DCMR 1410.9, the plan counts as met.',
    'If no decision is made in time, the plan will count as met under 6-B DCMR 1410.9.',
  ],
  [
    { type: 'PlanClosed', outcome: 'reduce_in_grade' },
    'The plan was closed: Not met: reduction in grade.',
    'The plan will be closed: Not met: reduction in grade.',
  ],
  [
    { type: 'PlanWithdrawn', reason: 'Drafted in error.' },
    'The plan was withdrawn; nothing more is asked of anybody.',
    'The plan will be withdrawn.',
  ],
  [
    { type: 'RunRestarted', run: 2, because: 'nobody_driving' },
    'The follow-up stood still; it goes on from where it was (run 2).',
    'The follow-up will go on from where it stands.',
  ],
  [
    { type: 'RunFailed', run: 2, error: 'States.Timeout' },
    'The follow-up met a technical failure (run 2).',
    'The follow-up will meet a technical failure.',
  ],
];

test.each([...SAID, ...MORE_SAID])(
  '%o is said as what happened and as what will happen',
  (fact, past, planned) => {
    expect(say(fact, plan, pack)).toBe(past);
    expect(describePlanned(fact, plan, pack)).toBe(planned);
  },
);

test('every type of fact has its sentence', () => {
  const types = new Set<FactType>([...SAID, ...MORE_SAID].map(([fact]) => fact.type));
  expect([...types].sort()).toEqual(Object.keys(UPCASTS).sort());
});

test('without its rules, an outcome is said by its code', () => {
  expect(say({ type: 'PlanClosed', outcome: 'reduce_in_grade' }, plan)).toBe(
    'The plan was closed: reduce in grade.',
  );
});

test('without a text that could be named, a rule is only said to apply', () => {
  const byRule: Fact = {
    type: 'DecisionRecorded',
    requestId: 'decision',
    decision: { ...decision, rule: 'P-HOURS' },
  };
  const said = 'No decision was made in time. Under the rule that applies, the plan counts as met.';
  const planned = 'If no decision is made in time, the plan will count as met under the rule that applies.';
  for (const rules of [pack, undefined]) {
    expect(say(byRule, plan, rules)).toBe(said);
    expect(describePlanned(byRule, plan, rules)).toBe(planned);
  }
});

test.each(revised())(
  '%s is said with what it changed and its last day, before and after',
  (_, fact, after, past) => {
    expect(say(fact, after, pack)).toBe(past);
  },
);
