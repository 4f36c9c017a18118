import type { Happened } from './news.ts';
import { counted } from './words.ts';

/** Kinds of what happens, by the types of the events in them, in the order they are told. */
const KINDS: readonly { kind: string; types: readonly string[]; one: string; many: string }[] = [
  { kind: 'mail', types: ['mail'], one: 'mail', many: 'mails' },
  { kind: 'question', types: ['RequestOpened'], one: 'question asked', many: 'questions asked' },
  { kind: 'answer', types: ['RequestAnswered'], one: 'answer', many: 'answers' },
  { kind: 'reminder', types: ['Reminded'], one: 'reminder', many: 'reminders' },
  {
    kind: 'silence',
    types: ['RequestMissed', 'RequestLapsed'],
    one: 'question unanswered',
    many: 'questions unanswered',
  },
  { kind: 'escalation', types: ['Escalated'], one: 'escalation', many: 'escalations' },
  { kind: 'decision', types: ['DecisionProposed', 'DecisionRecorded'], one: 'decision', many: 'decisions' },
];

const OTHER = { kind: 'other', one: 'other event', many: 'other events' };

/** Which kind an event is of: `mail`, `question`, … or `other`. */
export const kindOf = ({ kind }: Pick<Happened, 'kind'>): string =>
  (KINDS.find(({ types }) => types.includes(kind)) ?? OTHER).kind;

export interface Count {
  kind: string;
  /** `3 mails` */
  text: string;
}

/** How many of each kind there were; kinds of which there was nothing are left out. */
export const tally = (happened: readonly Happened[]): Count[] =>
  [...KINDS, OTHER].flatMap(({ kind, one, many }) => {
    const count = happened.filter((each) => kindOf(each) === kind).length;
    return count === 0 ? [] : [{ kind, text: counted(count, one, many) }];
  });
