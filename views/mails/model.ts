import { isLive, openRequests, runningPause, waitsForHr } from '../../domain/agenda.ts';
import type { Invite } from '../../domain/calendar-entry.ts';
import { addDays } from '../../domain/days.ts';
import { suspensionOf } from '../../domain/mailable.ts';
import type { MailItem } from '../../domain/owed.ts';
import type {
  FollowUpType,
  Instant,
  ParticipantId,
  Plan,
  Request,
  RequestKind,
  SuspendedBecause,
  Undelivered,
} from '../../domain/plan.ts';
import { isReached, owedBy } from '../../domain/reached.ts';
import { zoneOf } from '../../domain/reading.ts';
import { dayIn, dayInWords, momentInWords, shortDay } from '../dates.ts';
import { nameOf } from '../models/plan-view.ts';
import { type Signing, signingOf } from '../models/signing.ts';
import { en, type Words } from '../words/en.ts';
import { inviteOf } from './invite.ts';

export type { MailItem };

/** What a mail says, without a word of what anybody answered and without the reason for the plan. */
export interface MailModel {
  words: Words;
  /** IANA zone the reader is told moments in. */
  zone: string;
  /** The question it is about; absent when it is about the plan as a whole. */
  kind: RequestKind | undefined;
  /** Whether the question still takes answers. */
  open: boolean;
  /** Who reads it. */
  reader: string;
  /** Whether the reader is the person the plan is about, and who that is. */
  own: boolean;
  subject: string;
  /** As what the reader signs, when they are asked to. */
  signing: Signing;
  /** The day of a follow-up in words, whether it is past, what it is and what it asks for; absent of other questions. */
  meeting:
    | {
        day: string;
        shortDay: string;
        past: boolean;
        type: FollowUpType;
        asks: 'ratings' | 'readings' | 'notes';
      }
    | undefined;
  /** The day of the check-in that a question for HR is about. */
  regards: string | undefined;
  /** Whether the reader, of HR, is asked about the missed check-in in a mail of its own. */
  asksHr: boolean;
  /** Whether the reader has been asked something that they can still answer. */
  stillAsked: boolean;
  /** Whether something that waits for HR waits for the reader, whatever the plan does meanwhile. */
  waitsForHr: boolean;
  /** Whether the reader has a part in the plan, and has not left it. */
  stillIn: boolean;
  /** Whether the meeting it is about is off for everybody, in a plan that goes on. */
  notHeld: boolean;
  /** Whether a decision that was asked for is not to be made yet. */
  calledOff: boolean;
  /** Whether HR has it sent again, because an earlier mail was lost. */
  sentAgain: boolean;
  /** Days of the plan in words; absent while the plan knows none. */
  days: {
    ends: string;
    stoodStillSince: string | undefined;
    goesOn: string | undefined;
    watchedUntil: string | undefined;
  };
  /** The due day without weekday and year, for the subject. */
  dueDay: string;
  /** The due moment in words, with its zone. */
  due: string;
  dueAt: Instant | undefined;
  /** Whether the due moment is past. */
  late: boolean;
  /** What goes to the reader's calendar with it. */
  invite: Invite | undefined;
  /** Whom it concerns, for readers who may have to do with several people. */
  about: string | undefined;
  /** Who, besides the reader, was asked and has not answered; and whether the reader has not. */
  waitingFor: string[];
  waitsForReader: boolean;
  /** Who, besides the reader, has not answered because no mail is known to have left for them. */
  notReached: string[];
  /** Who was asked, and who else has been told that an answer is late; the reader is left out. */
  asked: string[];
  told: string[];
  /** What became of the reader's own answer. */
  yours: 'in' | 'missing' | 'not-reached';
  /** Whether a decision that is recorded is one that nobody made. */
  byRule: boolean;
  /** The message that got lost, when the mail is about one, and whether it only told something, or what is recorded of a paper. */
  undelivered:
    | { name: string; outcome: Undelivered['outcome']; isNews: boolean; isOfPaper: boolean }
    | undefined;
  /** Why nothing is mailed to the person the mail is about, while that is so. */
  suspended: SuspendedBecause | undefined;
  /** What is recorded as handed to the reader on paper; absent when nothing is. */
  served: { day: string; signed: boolean | undefined; answered: boolean } | undefined;
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
  /** The moment of sending: a mail that was held up must not ask for something by a moment that is past. */
  now: Instant;
  words?: Words;
}

/** What is true of the plan at the moment of sending, for one mail it owes. */
export function mailModel(source: MailSource): MailModel {
  const { item, plan, link, organisation, contactEmail, now, words = en } = source;
  const request = item.requestId === undefined ? undefined : plan.requests[item.requestId];
  const concerned = plan.draft.subject.participant;
  const zone = zoneOf(plan, item.to);
  const name = (id: ParticipantId): string => oneLine(nameOf(plan, id));
  return {
    words,
    zone,
    kind: request?.kind,
    open: request?.status === 'open',
    reader: name(item.to),
    own: concerned === item.to,
    subject: name(concerned),
    signing: signingOf(request ?? {}, item.to, plan),
    regards: request && regardsOf(request, plan, words),
    asksHr: request !== undefined && asksHr(request, item.to, plan),
    stillAsked: openRequests(plan).some((open) => isSilent(open, item.to)),
    waitsForHr: openRequests(plan).some((open) => waitsForHr(open) && isSilent(open, item.to)),
    stillIn: plan.draft.participants.some(({ id }) => id === item.to),
    notHeld: request?.status === 'superseded' && isLive(plan),
    calledOff: request?.status === 'superseded',
    sentAgain: plan.renewals.some(({ seq, by }) => by === 'office' && seq === owedBy(item.key)),
    days: daysOf(plan, words),
    meeting: request && meetingOf(request, now, plan, words),
    dueDay: request ? shortDay(dayIn(request.dueAt, zone), words.locale) : '',
    due: request ? momentInWords(request.dueAt, zone, words.locale) : '',
    dueAt: request?.dueAt,
    late: request !== undefined && now > request.dueAt,
    invite: request && inviteOf(item, request, plan, now, words),
    about: concerned === item.to || concerned === item.about ? undefined : name(concerned),
    ...(request ? answersOf(request, item.to, plan, name) : NO_ANSWERS),
    served: request && servedTo(item.to, request, words),
    undelivered: item.about === undefined ? undefined : lost(item, item.about, plan, name),
    suspended: item.about === undefined ? undefined : suspensionOf(item.about, plan),
    url: link,
    organisation,
    contactEmail,
    reference: plan.id,
  };
}

function daysOf(plan: Plan, { locale }: Words): MailModel['days'] {
  const day = (date: string | null | undefined) => (date ? dayInWords(date, locale) : undefined);
  const pause = runningPause(plan);
  return {
    ends: dayInWords(plan.draft.endDate, locale),
    stoodStillSince: day(pause?.from),
    goesOn: day(pause?.until && addDays(pause.until, 1)),
    watchedUntil: day(plan.monitoring?.until),
  };
}

function meetingOf(request: Request, now: Instant, plan: Plan, words: Words): MailModel['meeting'] {
  if (request.kind !== 'check_in') return undefined;
  const date = request.date ?? dayIn(request.dueAt, plan.timeZone);
  const asks = request.followUp?.asks ?? 'ratings';
  return {
    day: dayInWords(date, words.locale),
    shortDay: shortDay(date, words.locale),
    past: dayIn(now, plan.timeZone) > date,
    type: request.followUp?.type ?? 'progress',
    asks: asks === 'questions' ? 'ratings' : asks,
  };
}

function regardsOf({ kind, regarding }: Request, plan: Plan, { locale }: Words): string | undefined {
  const date = kind === 'attribution' && regarding ? plan.requests[regarding]?.date : undefined;
  return date && dayInWords(date, locale);
}

const asksHr = ({ id }: Request, reader: ParticipantId, { requests }: Plan): boolean =>
  Object.values(requests).some(
    ({ kind, regarding, status, respondents }) =>
      kind === 'attribution' &&
      regarding === id &&
      status === 'open' &&
      respondents.some(({ participant }) => participant === reader),
  );

const isSilent = ({ respondents }: Request, reader: ParticipantId): boolean =>
  respondents.some(({ participant, required, answer }) => participant === reader && required && !answer);

type Answers = Pick<
  MailModel,
  'waitingFor' | 'waitsForReader' | 'notReached' | 'asked' | 'told' | 'yours' | 'byRule'
>;
const NO_ANSWERS: Answers = {
  waitingFor: [],
  waitsForReader: false,
  notReached: [],
  asked: [],
  told: [],
  yours: 'missing',
  byRule: false,
};

function answersOf(
  request: Request,
  reader: ParticipantId,
  plan: Plan,
  name: (id: ParticipantId) => string,
): Answers {
  const { respondents } = request;
  const others = (ids: ParticipantId[]): string[] => ids.filter((id) => id !== reader).map(name);
  const silent = respondents.filter(({ required, answer }) => required && !answer);
  const reached = silent.filter((person) => isReached(person, request, plan));
  const unreached = silent.filter((person) => !reached.includes(person));
  const own = respondents.find(({ participant }) => participant === reader);
  return {
    waitingFor: others(reached.map(({ participant }) => participant)),
    waitsForReader: isSilent(request, reader),
    notReached: others(unreached.map(({ participant }) => participant)),
    asked: others(respondents.filter(({ required }) => required).map(({ participant }) => participant)),
    told: others(request.escalatedTo),
    yours: own?.answer ? 'in' : own && unreached.includes(own) ? 'not-reached' : 'missing',
    byRule: respondents.every(({ answer }) => !answer),
  };
}

/** The newest that is recorded: whoever opens the mail finds the same. */
function servedTo(reader: ParticipantId, { respondents }: Request, { locale }: Words): MailModel['served'] {
  const person = respondents.find(({ participant }) => participant === reader);
  if (!person?.served) return undefined;
  const { on, signed } = person.served;
  return { day: dayInWords(on, locale), signed, answered: person.answer !== undefined };
}

/** The newest mail of the question that did not reach this person. */
function lost(item: MailItem, about: ParticipantId, plan: Plan, name: (id: ParticipantId) => string) {
  const mail = plan.undelivered.findLast(({ to, requestId }) => to === about && requestId === item.requestId);
  const isNews = mail !== undefined && mail.template !== 'plan-withdrawn';
  const isOfPaper = mail?.template === 'served-on-paper';
  return { name: name(about), outcome: mail?.outcome ?? ('unknown' as const), isNews, isOfPaper };
}

/** Names are data: a line break in one must not start a line of its own. */
const oneLine = (name: string): string => name.replaceAll(/\s+/g, ' ').trim();
