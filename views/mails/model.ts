import type { OutboxItem } from '../../domain/owed.ts';
import type { Plan, Request, RequestKind } from '../../domain/plan.ts';
import { dayIn, momentInWords, shortDay } from '../dates.ts';
import { nameOf } from '../models/plan-view.ts';
import { en, type Words } from '../words/en.ts';

export type MailItem = Extract<OutboxItem, { kind: 'mail' }>;

/** What a mail says, without a word of what anybody answered and without the reason for the plan. */
export interface MailModel {
  words: Words;
  /** The question it is about; absent when it is about the plan as a whole. */
  kind: RequestKind | undefined;
  /** The due day without weekday and year, for the subject. */
  dueDay: string;
  /** The due moment in words, with its zone. */
  due: string;
  /** Whether the due moment had passed when the mail became due. */
  late: boolean;
  /** Whom it concerns, for readers who may have to do with several people. */
  about: string | undefined;
  /** Who was asked and has not answered. */
  waitingFor: string[];
  /** Whether the reader's own answer is in. */
  answered: boolean;
  /** Where the one button leads; absent when there is nothing to open. */
  url: string | undefined;
  organisation: string;
  contactEmail: string;
  reference: string;
}

export interface MailSource {
  item: MailItem;
  plan: Plan;
  link: string | undefined;
  organisation: string;
  contactEmail: string;
  words?: Words;
}

/** What is true of the plan now, for one mail it owes. Lateness is read off the record, so a replay renders the same. */
export function mailModel(source: MailSource): MailModel {
  const { item, plan, link, organisation, contactEmail, words = en } = source;
  const request = item.requestId === undefined ? undefined : plan.requests[item.requestId];
  const { participant } = plan.draft.subject;
  return {
    words,
    kind: request?.kind,
    dueDay: request ? shortDay(dayIn(request.dueAt, plan.timeZone), words.locale) : '',
    due: request ? momentInWords(request.dueAt, plan.timeZone, words.locale) : '',
    late: request !== undefined && plan.updatedAt > request.dueAt,
    about: participant === item.to ? undefined : oneLine(nameOf(plan, participant)),
    waitingFor: request ? silent(request).map((id) => oneLine(nameOf(plan, id))) : [],
    answered: request?.respondents.some((person) => person.participant === item.to && person.answer) ?? false,
    url: link,
    organisation,
    contactEmail,
    reference: plan.id,
  };
}

const silent = ({ respondents }: Request): string[] =>
  respondents.filter(({ required, answer }) => required && !answer).map(({ participant }) => participant);

/** Names are data: a line break in one must not start a line of its own. */
const oneLine = (name: string): string => name.replaceAll(/\s+/g, ' ').trim();
