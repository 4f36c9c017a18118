import type { ParticipantId, PlanDraft } from '../../domain/index.ts';
import type { FactKind } from '../../views/visibility.ts';
import { ITEMS } from './answers.ts';
import { rateForm, signForm } from './forms.ts';
import type { Life } from './life.ts';
import { dcDraft } from './plans.ts';

/** A word, or a phrase of ours, that gives a kind of information away wherever it stands. */
export interface Marker {
  is: string | RegExp;
  kind: FactKind;
  /** Whose words they are: they may always read them again. */
  by?: ParticipantId;
  /** The check-in it belongs to. */
  about?: string;
  /** Until this question is over, it is the answer to an open one. */
  blindUntilOver?: boolean;
  /** Whether it is the reader's alone. */
  theirs?: ParticipantId;
}

export const SURVEYED = ['one', 'two', 'three', 'four', 'five', 'six'];
const QUESTIONS = ['Are permits reviewed in time?'];
export const FIRST = 'check-in-2026-12-18';
export const SECOND = 'check-in-2027-01-04';
export const COACHING = 'coaching-2026-12-23';

const person = (id: string, role: PlanDraft['participants'][number]['role'], name: string) => ({
  id,
  role,
  name,
  email: `${id}@zqaddress.example`,
});

/** The supervisor whom the plan is handed over to. */
export const SAM = person('sam', 'supervisor', 'Sam Zqsupervisor');

/** The sample draft, every text of it with a word that stands nowhere else. */
export function markedDraft(): PlanDraft {
  const draft = dcDraft();
  return {
    ...draft,
    participants: [
      person('employee', 'employee', 'Jordan Zqsubject'),
      person('supervisor', 'supervisor', 'Dana Zqformer'),
      person('reviewer', 'reviewer', 'Morgan Ellis'),
      person('hr', 'hr', 'Priya Raman'),
      person('head', 'agency_head', 'Robin Head'),
      person('mentor', 'mentor', 'Lee Zqmentor'),
      person('rep', 'representative', 'Alex Moreau'),
      ...SURVEYED.map((id) => person(id, 'stakeholder', id === 'one' ? 'Kim Lane' : `Zqsurveyed ${id}`)),
    ],
    reason: {
      summary: 'zqreason: reviews were late.',
      priorCoaching: [
        { date: '2026-09-14', summary: 'zqcoaching: talked through the review checklist.' },
        { date: '2026-10-19', summary: 'Agreed to weekly case reviews for a month.' },
      ],
      evidence: [{ date: '2026-11-16', summary: 'zqevidence: 14 of 40 reviews were returned.' }],
    },
    items: draft.items.map((item) => ({ ...item, desiredOutcome: `zqgoal: ${item.desiredOutcome}` })),
    followUps: [
      { date: '2026-12-22', type: 'survey', questions: QUESTIONS },
      { date: '2026-12-23', type: 'coaching' },
      { date: '2027-01-13', type: 'survey', questions: QUESTIONS },
    ],
  };
}

/** Everything that is looked for. */
export const MARKERS: Marker[] = [
  { is: 'Zqsubject', kind: 'subject' },
  { is: 'Zqmentor', kind: 'people' },
  { is: 'Zqsurveyed', kind: 'surveyed_people' },
  { is: 'zqaddress', kind: 'addresses' },
  { is: 'zqgoal', kind: 'goals' },
  { is: 'zqreason', kind: 'reason' },
  { is: 'zqcoaching', kind: 'reason' },
  { is: 'zqevidence', kind: 'evidence' },
  { is: 'Before the plan was written', kind: 'triage' },
  { is: 'zqhandover', kind: 'handover', theirs: 'sam' },
  { is: 'zqtakenover', kind: 'changes' },
  { is: 'zqsigned', kind: 'acknowledgements', by: 'employee' },
  { is: 'zqfirstown', kind: 'answers_closed', by: 'employee', about: FIRST, blindUntilOver: true },
  { is: 'zqfirstother', kind: 'answers_closed', by: 'sam', about: FIRST, blindUntilOver: true },
  { is: 'zqsecondother', kind: 'answers_closed', by: 'sam', about: SECOND, blindUntilOver: true },
  { is: 'zqcoachnote', kind: 'answers_closed', by: 'mentor', about: COACHING, blindUntilOver: true },
  { is: 'zqresponse', kind: 'responses', by: 'employee', about: FIRST },
  { is: 'zqsource', kind: 'readings' },
  { is: 'zqwell', kind: 'recognitions' },
  { is: /Promised help was not delivered|: not delivered\./, kind: 'support_delivered' },
  { is: 'zqsupportnote', kind: 'support_notes', by: 'employee' },
  { is: 'zqcomment', kind: 'survey_results' },
  { is: 'zqfew', kind: 'survey_answers', by: 'one' },
  { is: /missed by the manager|put on record that the manager missed/, kind: 'missed_by', by: 'hr' },
  { is: 'zqattribution', kind: 'missed_question', by: 'hr' },
  { is: /stands still (since|for an approved absence, from)|Approved absence: /, kind: 'pause' },
  { is: 'for an adjustment; others are told', kind: 'pause_reason' },
  { is: /asked for an adjustment; HR was told|You have asked for an adjustment/, kind: 'adjustment_asked' },
  { is: 'answered that something was adjusted', kind: 'adjustment_answer' },
  { is: 'zqamended', kind: 'changes' },
  { is: 'zqproposed', kind: 'proposal', by: 'sam' },
  { is: 'zqreturned', kind: 'returned', by: 'reviewer' },
  { is: 'zqdecided', kind: 'decision', by: 'sam' },
  { is: 'zqreply', kind: 'responses', by: 'employee' },
  { is: /heard that .* was still open/, kind: 'told' },
  { is: 'could not be delivered', kind: 'undelivered' },
  { is: 'on legal hold', kind: 'legal_hold' },
  { is: 'zqheld', kind: 'office_notes' },
  { is: 'zqnote', kind: 'office_notes' },
];

const surveyForm = (comment: string) => ({ 'score-1': '4', comment });
const decision = (outcome: string, summary: string) => ({
  outcome,
  typedName: SAM.name,
  summary,
  ...Object.fromEntries(ITEMS.map((item) => [`reason-${item}`, 'Below the target at the end.'])),
});

/** One plan to whom everything happens; `look` is called whenever something new can be seen. */
export async function liveMarked(life: Life, look: (moment: string) => Promise<void>): Promise<void> {
  life.draft.participants.push(SAM);
  await life.answer('employee', 'acknowledgement', {
    ...signForm('Jordan Zqsubject'),
    comment: 'zqsigned: I see the first point differently.',
  });
  await life.until('2026-12-02T10:00');
  await life.hr('change_manager', {
    supervisor: SAM,
    reason: 'zqtakenover: Dana leads another unit.',
    handover: 'zqhandover: timeliness needs a second look.',
  });

  await life.until('2026-12-18T10:00');
  await life.answer('sam', FIRST, rateForm('below', { comment: 'zqfirstother', recognition: 'zqwell' }));
  await look('one side has answered');
  await life.answer('employee', FIRST, rateForm('near', { comment: 'zqfirstown' }));
  await life.person('employee').respond(FIRST, 'zqresponse');
  await life.hr('readings', {
    readings: [{ item: 'accuracy', date: '2026-12-18', value: 28.5, source: 'zqsource' }],
  });
  await life.answer('employee', 'support-2026-12-18', {
    'delivered-accuracy-0': 'no',
    'note-accuracy-0': 'zqsupportnote',
  });
  await life.until('2026-12-22T10:00');
  for (const id of SURVEYED) {
    await life.answer(id, 'survey-2026-12-22', surveyForm(id === 'one' ? '' : 'zqcomment'));
  }
  await life.until('2026-12-23T10:00');
  await life.answer('mentor', COACHING, { meeting: 'held', comment: 'zqcoachnote' });

  await life.until('2027-01-04T10:00');
  await life.answer('sam', SECOND, rateForm('near', { comment: 'zqsecondother' }));
  await life.person('employee').askForAdjustment();
  await life.until('2027-01-12T10:00');

  await answerAll(life, 'accommodation', 'hr', { choice: 'adjusted' });
  await life.answer('one', 'survey-2027-01-13', surveyForm('zqfew'));
  const { reason } = markedDraft();
  await life.hr('amend', {
    changes: {
      reason: { ...reason, evidence: [...reason.evidence, { date: '2026-11-20', summary: 'One more.' }] },
    },
    reason: 'zqamended: one more case was found.',
  });
  await life.hr('pause', { from: '2027-01-19', until: '2027-01-21', reason: 'accommodation' });
  await lose(life);
  await life.until('2027-01-19T10:00');
  await look('the plan stands still');

  await life.until('2027-03-05T10:00');
  await answerAll(life, 'attribution', 'hr', { to: 'manager', reason: 'zqattribution' });
  const explanation = 'The numbers of the last weeks say otherwise.';
  await answerAll(life, 'decision', 'sam', { ...decision('remove', 'zqproposed'), explanation });
  await look('proposed');
  await answerAll(life, 'approval', 'reviewer', {
    choice: 'return',
    typedName: 'Morgan Ellis',
    reason: 'zqreturned',
  });
  await answerAll(life, 'decision', 'sam', { ...decision('reassign', 'zqdecided'), explanation });
  await answerAll(life, 'approval', 'hr', { choice: 'confirm', typedName: 'Priya Raman' });
  await look('decided');
  await answerAll(life, 'response', 'employee', { choice: 'respond', text: 'zqreply' });
  await life.hr('hold', { reason: 'zqheld: a complaint.' });
  await life.hr('note', { text: 'zqnote: filed.' });
  await look('over');
}

/** Answers every open question of a kind that waits for somebody. */
async function answerAll(life: Life, kind: string, who: string, form: Record<string, string>): Promise<void> {
  const { openRequests } = await life.plan<{
    openRequests: { id: string; kind: string; waitingFor: string[] }[];
  }>();
  for (const open of openRequests) {
    if (open.kind === kind && open.waitingFor.includes(who)) await life.answer(who, open.id, form);
  }
}

/** A mail to the mentor did not leave. */
async function lose({ app, planId }: Life): Promise<void> {
  const { ports, now } = app.driven;
  const key = '000099-mail-mentor';
  await ports.store.commit(
    planId,
    {
      type: 'RecordUndelivered',
      mail: { key, template: 'reminder', to: 'mentor', requestId: COACHING, outcome: 'failed' },
    },
    {
      now: now(),
      actor: { kind: 'system', id: 'mailer' },
      newLinkId: () => ports.ids.link(planId),
      library: ports.library,
      defaults: ports.settings.defaults,
    },
  );
}
