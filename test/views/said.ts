import type { Answer, Fact, Plan, Request, Revision } from '../../domain/index.ts';
import { decided, signed } from '../support/answers.ts';
import { deciding } from './sample.ts';

const plan: Plan = deciding().require();

const revision = (because: Revision['because'], changes: number, endDate = plan.draft.endDate): Revision => ({
  number: 2,
  because,
  draft: { ...plan.draft, endDate },
  changes: Array.from({ length: changes }, (_, at) => ({ field: `/title${at}`, before: 'a', after: 'b' })),
  startsAt: '',
  endsAt: '',
  schedule: [],
  moved: [],
  handed: [],
  superseded: [],
});

/** Days given back, with check-ins that the plan did not have before. */
const withCheckIns = (...days: string[]): Revision => {
  const credited = revision('credited', 0);
  const followUps = [
    { date: '2026-12-21', type: 'progress' as const },
    ...days.map((date) => ({ date, type: 'progress' as const })),
  ];
  return {
    ...credited,
    draft: { ...credited.draft, followUps },
    changes: days.map((date) => ({ field: `/followUps/${date}/progress`, before: null, after: 'progress' })),
  };
};

const ladder = {
  opensAt: '2026-12-18T14:00:00Z',
  dueAt: '2026-12-23T22:00:00Z',
  reminders: [],
  missedAt: null,
  escalations: [],
};
const survey = {
  ...ladder,
  id: 'survey-2026-12-22',
  kind: 'survey' as const,
  date: '2026-12-22',
  followUp: { type: 'survey' as const, asks: 'questions' as const, questions: ['Is it?'] },
};
const people = (...ids: string[]) => ids.map((participant) => ({ participant, required: true, link: 'l' }));

const answer = (requestId: string, by: string, given: Answer): Fact => ({
  type: 'RequestAnswered',
  requestId,
  by,
  answer: given,
  complete: true,
});

const pause = (reason: 'approved_absence' | 'accommodation', until: string | null) => ({
  from: '2027-01-19',
  until,
  reason,
  beginsAt: '',
  endsAt: null,
});

const DUE = 'due by Wednesday, December 23, 2026 at 5:00 PM Eastern Standard Time';
const SURVEY = 'the survey of Tuesday, December 22, 2026';
const MISSED = 'the check-in of Monday, January 4, 2027';

const MAIL = { key: '000004-mail-employee', template: 'request-opened', to: 'employee' } as const;

/** Each fact with its sentence as past and as planned. */
export const MORE_SAID: [Fact, string, string][] = [
  [
    { type: 'AddressSuspended', participant: 'employee', because: 'bounced' },
    'Mail to Jordan Reyes came back for good. Nothing more is sent to that address until it is corrected or confirmed.',
    'Nothing more will be sent to the address of Jordan Reyes.',
  ],
  [
    { type: 'AddressSuspended', participant: 'employee', because: 'complained' },
    'A message to Jordan Reyes was marked as unwanted. Nothing more is sent to that address until it is corrected or confirmed.',
    'Nothing more will be sent to the address of Jordan Reyes.',
  ],
  [
    { type: 'MailDelayed', ...MAIL },
    'A message to Jordan Reyes takes long to arrive; it is still tried.',
    'A message to Jordan Reyes will take long to arrive.',
  ],
  [
    { type: 'MailDelayed', ...MAIL, requestId: 'check-in-2027-01-04' },
    `A message to Jordan Reyes about ${MISSED} takes long to arrive; it is still tried.`,
    `A message to Jordan Reyes about ${MISSED} will take long to arrive.`,
  ],
  [
    { type: 'MailFound', ...MAIL },
    'It is known now that the message to Jordan Reyes did leave.',
    'It will be on record that a message to Jordan Reyes did leave.',
  ],
  [
    { type: 'MailFound', ...MAIL, requestId: 'check-in-2027-01-04' },
    `It is known now that the message to Jordan Reyes about ${MISSED} did leave.`,
    `It will be on record that a message to Jordan Reyes about ${MISSED} did leave.`,
  ],
  [
    { type: 'MailUndelivered', ...MAIL, outcome: 'bounced' },
    'A message to Jordan Reyes came back.',
    'A message to Jordan Reyes will not be delivered.',
  ],
  [
    { type: 'MailUndelivered', ...MAIL, outcome: 'rejected' },
    'A message to Jordan Reyes was not passed on by the mail service.',
    'A message to Jordan Reyes will not be delivered.',
  ],
  [
    { type: 'DraftShared', run: 1 },
    'The draft was given to Jordan Reyes, to respond before the launch.',
    'The draft will be given to Jordan Reyes, to respond before the launch.',
  ],
  [
    { type: 'RequestOpened', request: survey, respondents: people('a', 'b'), uninvited: ['c', 'd', 'e'] },
    `5 people were asked for ${SURVEY}, ${DUE}.`,
    `5 people will be asked for ${SURVEY}, ${DUE}.`,
  ],
  [
    {
      type: 'RequestOpened',
      request: { ...ladder, id: 'accommodation-1', kind: 'accommodation' },
      respondents: people('hr'),
    },
    `Priya Raman was asked for an answer about the adjustment, ${DUE}.`,
    `Priya Raman will be asked for an answer about the adjustment, ${DUE}.`,
  ],
  [
    {
      type: 'RequestOpened',
      request: {
        ...ladder,
        id: 'attribution-check-in-2027-01-04',
        kind: 'attribution',
        regarding: 'check-in-2027-01-04',
      },
      respondents: people('hr'),
    },
    `Priya Raman was asked who missed ${MISSED}; an answer is ${DUE}.`,
    `Priya Raman will be asked who missed ${MISSED}; an answer is ${DUE}.`,
  ],
  [
    { type: 'RespondentsInvited', requestId: survey.id, respondents: people('c', 'd') },
    `2 more people were asked for ${SURVEY}.`,
    `2 more people will be asked for ${SURVEY}.`,
  ],
  [
    { type: 'RespondentsInvited', requestId: survey.id, respondents: people('c') },
    `One more person was asked for ${SURVEY}.`,
    `One more person will be asked for ${SURVEY}.`,
  ],
  [
    { type: 'RequestLapsed', requestId: 'response-decision' },
    'The time for a response to the decision ended without an answer; nobody is to blame.',
    'The time for a response to the decision will be over, unless it was answered.',
  ],
  [
    { type: 'Reminded', requestId: survey.id, step: 2, to: ['employee'] },
    `Reminder 2 for ${SURVEY} went to one person.`,
    `Reminder 2 for ${SURVEY} will go to one person.`,
  ],
  [
    { type: 'Escalated', requestId: 'approval-1', step: 1, to: [], nextAt: null },
    'It was time to tell somebody that confirmation of the proposed decision was still open, but the plan names nobody for it.',
    'If confirmation of the proposed decision is still open, somebody should hear of it, but the plan names nobody for it.',
  ],
  [
    { type: 'AnswerReturned', requestId: 'decision', to: 'supervisor', by: 'hr', reason: 'Private words.' },
    'The answer of Dana Whitfield to the decision was sent back by Priya Raman; Dana Whitfield is asked again.',
    'The answer of Dana Whitfield will be sent back.',
  ],
  [
    answer(survey.id, 'employee', { kind: 'survey', scores: [5] }),
    `Somebody answered ${SURVEY}.`,
    `Somebody will answer ${SURVEY}.`,
  ],
  [
    answer('support-2026-12-18', 'employee', {
      kind: 'support',
      promises: [
        { item: 'accuracy', what: 'Course', delivered: 'no' },
        { item: 'accuracy', what: 'Mentor', delivered: 'partly' },
        { item: 'accuracy', what: 'Tool', delivered: 'yes' },
      ],
    }),
    'Jordan Reyes gave an answer about the help promised for Friday, December 18, 2026: 2 promises not kept, or only in part.',
    'Jordan Reyes will give an answer about the help promised for Friday, December 18, 2026.',
  ],
  [
    answer('support-2026-12-18', 'supervisor', { kind: 'support', promises: [] }),
    'Dana Whitfield gave an answer about the help promised for Friday, December 18, 2026: all of it was delivered.',
    'Dana Whitfield will give an answer about the help promised for Friday, December 18, 2026.',
  ],
  [
    answer('response-decision', 'employee', { kind: 'response', choice: 'respond', text: 'Private words.' }),
    'Jordan Reyes responded to the decision.',
    'Jordan Reyes will give a response to the decision.',
  ],
  [
    answer('response-decision', 'employee', { kind: 'response', choice: 'waive' }),
    'Jordan Reyes chose not to respond to the decision.',
    'Jordan Reyes will give a response to the decision.',
  ],
  [
    answer('attribution-check-in-2027-01-04', 'hr', {
      kind: 'attribution',
      to: 'manager',
      reason: 'Private words.',
    }),
    `Priya Raman answered the question who missed ${MISSED}.`,
    `Priya Raman will answer the question who missed ${MISSED}.`,
  ],
  [
    answer('approval-1', 'hr', { kind: 'approval', choice: 'confirm', typedName: 'P. Raman' }),
    'Priya Raman confirmed the proposed decision, typing the name “P. Raman”.',
    'Priya Raman will give confirmation of the proposed decision.',
  ],
  [
    answer('approval-1', 'hr', { kind: 'approval', choice: 'return', typedName: 'Priya Raman' }),
    'Priya Raman sent the proposed decision back.',
    'Priya Raman will give confirmation of the proposed decision.',
  ],
  ...(['pause', 'adjusted', 'nothing_needed'] as const).map((choice): [Fact, string, string] => [
    answer('accommodation-1', 'hr', { kind: 'accommodation', choice }),
    {
      pause: 'Priya Raman answered that the plan stands still for now.',
      adjusted: 'Priya Raman answered that something was adjusted.',
      nothing_needed: 'Priya Raman answered that no adjustment is needed.',
    }[choice],
    'Priya Raman will give an answer about the adjustment.',
  ]),
  [
    { type: 'PlanAmended', revision: revision('amended', 3) },
    'The plan of Jordan Reyes was amended: 3 changes; version 2 is in force.',
    'The plan will be amended.',
  ],
  [
    { type: 'ManagerChanged', from: 'supervisor', to: 'reviewer', revision: revision('manager_changed', 1) },
    'Morgan Ellis supervises the plan of Jordan Reyes from now on, in place of Dana Whitfield; version 2 is in force.',
    'Morgan Ellis will supervise the plan.',
  ],
  [
    {
      type: 'CapacityReduced',
      percent: 60,
      items: ['accuracy'],
      signedOffBy: 'hr',
      revision: revision('capacity_reduced', 1),
    },
    'Targets were lowered to 60 percent of working time, signed off by Priya Raman: one change; version 2 is in force.',
    'Targets will be lowered to reduced working time.',
  ],
  [
    { type: 'PlanResumed', on: '2027-01-22', tolledDays: 3, revision: revision('resumed', 9) },
    'The plan goes on from Friday, January 22, 2027; 3 days of approved absence do not count, and every later date was moved.',
    'The plan will go on from Friday, January 22, 2027, with every later date moved by 3 days of approved absence.',
  ],
  [
    { type: 'CreditGranted', requestId: 'check-in-2027-01-04', days: 1, revision: revision('credited', 1) },
    `The employee was given one day back for ${MISSED}, which the manager missed.`,
    'The employee will be given one day back.',
  ],
  [
    {
      type: 'CreditGranted',
      requestId: 'check-in-2027-01-04',
      days: 11,
      revision: withCheckIns('2027-02-12', '2027-02-26'),
    },
    `The employee was given 11 days back for ${MISSED}, which the manager missed. Check-ins on Friday, February 12, 2027 and Friday, February 26, 2027 were added.`,
    'The employee will be given 11 days back.',
  ],
  [
    {
      type: 'CreditGranted',
      requestId: 'check-in-2027-01-04',
      days: 11,
      revision: withCheckIns('2027-02-12'),
    },
    `The employee was given 11 days back for ${MISSED}, which the manager missed. A check-in on Friday, February 12, 2027 was added.`,
    'The employee will be given 11 days back.',
  ],
  [
    { type: 'PlanExtended', endDate: '2027-03-06', revision: revision('extended', 1) },
    'The plan was extended to Saturday, March 6, 2027.',
    'The plan will be extended to Saturday, March 6, 2027.',
  ],
  [
    { type: 'PausePlanned', pause: pause('approved_absence', '2027-01-21') },
    'An approved absence was planned, from Tuesday, January 19, 2027 to Thursday, January 21, 2027.',
    'An approved absence will be planned, from Tuesday, January 19, 2027 to Thursday, January 21, 2027.',
  ],
  [
    { type: 'PausePlanned', pause: pause('approved_absence', null) },
    'An approved absence was planned, from Tuesday, January 19, 2027 on.',
    'An approved absence will be planned, from Tuesday, January 19, 2027 on.',
  ],
  [
    { type: 'PauseCancelled', from: '2027-01-19' },
    'The absence planned from Tuesday, January 19, 2027 was called off.',
    'The absence planned from Tuesday, January 19, 2027 will be called off.',
  ],
  [
    { type: 'PlanPaused', pause: pause('approved_absence', '2027-01-21'), reviewAt: null },
    'The plan stands still for an approved absence, from Tuesday, January 19, 2027 to Thursday, January 21, 2027.',
    'The plan will stand still for an approved absence, from Tuesday, January 19, 2027 to Thursday, January 21, 2027.',
  ],
  [
    { type: 'PlanPaused', pause: pause('approved_absence', null), reviewAt: '2027-02-18T14:00:00Z' },
    'The plan stands still for an approved absence, from Tuesday, January 19, 2027 on.',
    'The plan will stand still for an approved absence, from Tuesday, January 19, 2027 on.',
  ],
  [
    { type: 'PlanPaused', pause: pause('accommodation', null), reviewAt: null },
    'The plan stands still from Tuesday, January 19, 2027 on, for an adjustment; others are told of an approved absence.',
    'The plan will stand still for an approved absence, from Tuesday, January 19, 2027 on.',
  ],
  [
    { type: 'PauseReviewDue', nextAt: '2027-03-22T13:00:00Z' },
    'The plan has stood still for long; HR was asked to look at it, and is asked again on Monday, March 22, 2027.',
    'HR will be asked to look at a plan that has stood still for long.',
  ],
  ...(['manager', 'employee', 'excused'] as const).map((to): [Fact, string, string] => [
    { type: 'CheckInAttributed', requestId: 'check-in-2027-01-04', to, reason: 'Private words.' },
    {
      manager: `It was put on record that the manager missed ${MISSED}.`,
      employee: `It was put on record that the employee missed ${MISSED}.`,
      excused: `It was put on record that nobody is to blame for missing ${MISSED}.`,
    }[to],
    `It will be put on record who missed ${MISSED}.`,
  ]),
  [
    { type: 'ReadingsRecorded', readings: [{ item: 'accuracy', date: '2026-12-18', value: 3 }] },
    'One number was recorded.',
    'Numbers will be recorded.',
  ],
  [
    { type: 'ReadingsRecorded', readings: [], by: 'supervisor' },
    'Dana Whitfield recorded 0 numbers.',
    'Numbers will be recorded.',
  ],
  [
    { type: 'RecognitionAdded', text: 'Private words.' },
    'Something that went well was put on the record.',
    'Something that went well will be put on the record.',
  ],
  [
    { type: 'RecognitionAdded', text: 'Private words.', by: 'supervisor' },
    'Dana Whitfield put something that went well on the record.',
    'Something that went well will be put on the record.',
  ],
  [
    { type: 'ResponseGiven', regarding: 'check-in-2027-01-04', by: 'employee', text: 'Private words.' },
    `Jordan Reyes responded to ${MISSED}.`,
    `Jordan Reyes will respond to ${MISSED}.`,
  ],
  [
    { type: 'AccommodationRequested', by: 'employee' },
    'Jordan Reyes asked for an adjustment; HR was told.',
    'Jordan Reyes will ask for an adjustment; HR will be told.',
  ],
  [
    { type: 'TrainingCompleted', item: 'accuracy', what: 'Code course', due: '2026-12-18', on: '2026-12-17' },
    'A promised training was attended on Thursday, December 17, 2026: Code course.',
    'That a promised training was attended will be put on the record: Code course.',
  ],
  [
    { type: 'SupportUndelivered', requestId: 'support-2026-12-18', item: 'accuracy', what: 'Code course' },
    'Promised help was not delivered: Code course. HR was told.',
    'Promised help will not be delivered: Code course. HR will be told.',
  ],
  [
    {
      type: 'DecisionProposed',
      proposal: {
        requestId: 'decision',
        by: 'supervisor',
        answer: decided('remove'),
        at: '',
        awaiting: ['approval-1', 'approval-2'],
      },
    },
    'Dana Whitfield proposed a decision: Not met: removal. 2 others have to confirm it.',
    'A decision will be proposed, for somebody else to confirm.',
  ],
  [
    { type: 'MonitoringStarted', run: 2, until: '2027-12-06', endsAt: '', schedule: [] },
    'Whether it holds is watched until Monday, December 6, 2027.',
    'Whether it holds will be watched until Monday, December 6, 2027.',
  ],
  [
    { type: 'RelapseRecorded', date: '2027-10-04', item: 'accuracy', what: 'Six of 40 came back.' },
    'It did not hold on Monday, October 4, 2027, on “1. Job Knowledge”: Six of 40 came back.',
    'It will be recorded that it did not hold on Monday, October 4, 2027.',
  ],
  [
    { type: 'MonitoringEnded', clean: true },
    'The time that was watched is over, and it held. The letter that says so went out.',
    'The time that is watched will be over, and the letter that says so will go out.',
  ],
  [
    { type: 'MonitoringEnded', clean: false },
    'The time that was watched ended, because it did not hold.',
    'The time that is watched will end, because it did not hold.',
  ],
  [
    { type: 'LegalHoldSet', reason: 'Private words.' },
    'The record was put on legal hold; nothing of it is deleted.',
    'The record will be put on legal hold.',
  ],
  [
    { type: 'LegalHoldReleased', reason: 'Private words.' },
    'The legal hold on the record was lifted.',
    'The legal hold on the record will be lifted.',
  ],
  [
    { type: 'RunRestarted', run: 3, because: 'schedule_changed' },
    'From here on, the follow-up goes by the new dates (run 3).',
    'From here on, the follow-up will go by the new dates.',
  ],
  [
    { type: 'RunRestarted', run: 3, because: 'long_run' },
    'The follow-up goes on from where it was (run 3).',
    'The follow-up will go on from where it stands.',
  ],
  [
    { type: 'RunRestarted', run: 3, because: 'by_operator', reason: 'It stood still.' },
    'The follow-up was started anew; it goes on from where it was (run 3).',
    'The follow-up will be started anew and go on from where it stands.',
  ],
  [
    { type: 'RunRestarted', run: 3, because: 'new_workflow', reason: 'A mistake was corrected.' },
    'The follow-up was moved to the newest version of the system; it goes on from where it was (run 3).',
    'The follow-up will move to the newest version of the system and go on from where it stands.',
  ],
];

/** Facts whose sentence needs the versions before and after them, or a question of a later version. */
export function revised(): [string, Fact, Plan, string][] {
  const later = revision('amended', 1, '2027-03-06');
  const version = { at: '', changes: [], startDate: plan.draft.startDate };
  const after: Plan = {
    ...plan,
    versions: [
      { ...version, number: 1, seq: 1, because: 'launched', endDate: plan.draft.endDate },
      { ...version, number: 2, seq: 2, because: 'amended', endDate: '2027-03-06' },
    ],
    requests: {
      ...plan.requests,
      'acknowledgement-2': {
        ...(plan.requests.acknowledgement as Request),
        id: 'acknowledgement-2',
        version: 2,
      },
      [survey.id]: { ...(plan.requests.acknowledgement as Request), ...survey },
    },
  };
  const extended = { ...later, because: 'extended' as const };
  return [
    [
      'an amendment',
      { type: 'PlanAmended', revision: later },
      after,
      'The plan of Jordan Reyes was amended: one change; version 2 is in force. The plan now ends on Saturday, March 6, 2027 instead of Thursday, February 4, 2027.',
    ],
    [
      'an extension',
      { type: 'PlanExtended', endDate: '2027-03-06', revision: extended },
      after,
      'The plan was extended to Saturday, March 6, 2027. Before, it ended on Thursday, February 4, 2027.',
    ],
    [
      'a signature under a later version',
      answer('acknowledgement-2', 'employee', signed('Jordan Reyes')),
      after,
      'Jordan Reyes signed that they received and read version 2 of the plan.',
    ],
    [
      'the same of whoever issued the plan',
      answer('acknowledgement-2', 'supervisor', signed('Dana Whitfield')),
      after,
      'Dana Whitfield signed that they discussed version 2 of the plan.',
    ],
    [
      'a survey whose time is over',
      { type: 'RequestLapsed', requestId: survey.id },
      after,
      `The time for ${SURVEY} is over.`,
    ],
  ];
}
