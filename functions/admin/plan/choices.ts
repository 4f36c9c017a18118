import { openRequests, plannedPauses } from '../../../domain/agenda.ts';
import type { ParticipantId, Plan, RequestId, Role } from '../../../domain/plan.ts';
import type { Option } from '../../../views/admin/plan/field.ts';
import { dayInWords } from '../../../views/dates.ts';
import { nameOf, personInWords } from '../../../views/models/plan-view.ts';
import { questionInWords, questionOf } from '../../../views/models/questions.ts';
import { en } from '../../../views/words/en.ts';

/** Everybody in the plan, or those with one of `roles`. */
export const people = (plan: Plan, ...roles: Role[]): Option[] =>
  plan.draft.participants
    .filter(({ role }) => roles.length === 0 || roles.includes(role))
    .map(({ id }) => person(plan, id));

export const person = (plan: Plan, id: ParticipantId): Option => ({
  value: id,
  text: personInWords(plan, id, en),
});

export const items = (plan: Plan): Option[] =>
  plan.draft.items.map(({ id, source, measure }, at) => ({
    value: id,
    text: `${at + 1}. ${source.kind === 'smart_goal' ? source.goal : measure.name}`,
  }));

/** Every training that was promised, as `<item>/<number among its promises, from 1>/<due>`. */
export const trainings = (plan: Plan): Option[] =>
  plan.draft.items.flatMap(({ id, support }) =>
    support.flatMap(({ kind, what, due }, at) =>
      kind === 'training'
        ? [{ value: `${id}/${at + 1}/${due}`, text: `${what}, due ${dayInWords(due, 'en')}` }]
        : [],
    ),
  );

const question = (plan: Plan, id: RequestId): Option => {
  const about = questionOf(plan, id);
  const on = about.regarding ? ` (${questionInWords(questionOf(plan, about.regarding), en)})` : '';
  return { value: id, text: `${questionInWords(about, en)}${on}` };
};

/** Questions that are open, surveys left out: who has answered those is nobody's to know. */
export const openQuestions = (plan: Plan): Option[] =>
  openRequests(plan)
    .filter(({ kind }) => kind !== 'survey')
    .map(({ id }) => question(plan, id));

/** Every question that was ever asked, newest first. */
export const askedQuestions = (plan: Plan): Option[] =>
  Object.values(plan.requests)
    .sort((a, b) => (a.openedAt > b.openedAt ? -1 : 1))
    .map(({ id }) => question(plan, id));

/** Whoever an open question, or an acknowledgement that is to be put right, was put to. */
export const askedPeople = (plan: Plan): Option[] => {
  const asked = new Set(
    Object.values(plan.requests)
      .filter(({ kind, status }) => kind !== 'survey' && (status === 'open' || kind === 'acknowledgement'))
      .flatMap(({ respondents }) => respondents.map(({ participant }) => participant)),
  );
  return people(plan).filter(({ value }) => asked.has(value));
};

/** Questions that paper can be recorded for: open ones, and acknowledgements that were answered on paper. */
export const onPaper = (plan: Plan): Option[] =>
  Object.values(plan.requests)
    .filter(({ kind, status }) => kind !== 'survey' && (status === 'open' || kind === 'acknowledgement'))
    .map(({ id }) => question(plan, id));

export const plannedPauseDays = (plan: Plan): Option[] =>
  plannedPauses(plan).map(({ from, until }) => ({
    value: from,
    text: until
      ? `${dayInWords(from, 'en')} to ${dayInWords(until, 'en')}`
      : `from ${dayInWords(from, 'en')}, without an end`,
  }));

export const subject = (plan: Plan): Option => person(plan, plan.draft.subject.participant);

export const issuer = (plan: Plan): Option => person(plan, plan.draft.issuer.participant);

export const subjectName = (plan: Plan): string => nameOf(plan, plan.draft.subject.participant);
