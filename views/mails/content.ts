import type { MailTemplate, RequestKind } from '../../domain/plan.ts';
import { listInWords } from '../dates.ts';
import type { MailModel } from './model.ts';
import { newsOf } from './news.ts';

/** The parts of a mail, the same for its text and its HTML. */
export interface MailContent {
  subject: string;
  /** What a mail program shows beside the subject: as neutral as the subject. */
  preview: string;
  paragraphs: string[];
  action: { label: string; url: string } | undefined;
}

/** The words of one mail. A template that needs a question and got none talks about an acknowledgement. */
export function mailContent(template: MailTemplate, model: MailModel): MailContent {
  const { words, due, late, url } = model;
  const w = words.mails;
  const kind: RequestKind = model.kind ?? 'acknowledgement';
  const byWhen = byWhenOf(kind, model);
  const about = model.about ? [w.about(model.about)] : [];
  const content: Compose = (subject, preview, paragraphs, label) => ({
    subject,
    preview,
    paragraphs,
    action: url ? { label, url } : undefined,
  });
  switch (template) {
    case 'request-opened': {
      const said = askingWords(kind, model);
      const subject = said.subjects[late ? 'late' : 'opened'](model.dueDay);
      const paragraphs = [...asks(said.asks, about, byWhen, model), ...invited(model)];
      return content(subject, byWhen, paragraphs, said.action);
    }
    case 'meeting-moved':
    case 'meeting-cancelled':
      return meetingContent(template, model, about, byWhen, content);
    case 'reminder': {
      const said = askingWords(kind, model);
      const subject = said.subjects[late ? 'overdue' : 'reminder'](model.dueDay);
      return content(subject, byWhen, [said.reminds, ...regards(model), ...about, byWhen], said.action);
    }
    case 'escalation': {
      const paragraphs = [
        ...silence(kind, model),
        ...regards(model),
        ...about,
        w.wasDue(due),
        w.escalatedTo[whatToDo(kind, model)],
      ];
      const said = questionWords(kind, model);
      return content(said.subjects.escalation(model.dueDay), w.wasDue(due), paragraphs, said.action);
    }
    case 'request-missed': {
      const said = questionWords(kind, model);
      return content(
        said.subjects.missed(model.dueDay),
        w.wasDue(due),
        [said.missed, ...about, w.wasDue(due), ...notReached(model), w.missed.yours[model.yours]],
        said.action,
      );
    }
    case 'decision-recorded':
      return decisionContent(model, about, content);
    case 'decision-awaited':
    case 'decision-overdue': {
      const asked = model.stillAsked ? 'stillAsked' : 'waits';
      return content(
        w.subjects[template][asked](model.dueDay),
        w.awaited.preview,
        [...(template === 'decision-awaited' ? toDecide(model) : overdue(model)), w.awaited.copy[asked]],
        w.actions.read,
      );
    }
    case 'decision-returned': {
      const { subject, says } = w.news.returned;
      return content(subject(model.dueDay), byWhen, [says, ...about, byWhen], w.kinds.decision.action);
    }
    case 'mail-undelivered':
      return undeliveredContent(model, about, content);
    case 'plan-withdrawn':
      return content(w.subjects[template], w.withdrawn, [w.withdrawn, ...about], w.actions.read);
    default: {
      const { subject, preview, paragraphs, action } = newsOf(template, model);
      return content(subject, preview, paragraphs, action);
    }
  }
}

/** By when an answer is asked for; of what nobody has to answer, until when it can be. */
function byWhenOf(kind: RequestKind, { words, due, late }: MailModel): string {
  const w = words.mails;
  if (kind === 'response') return w.mayRespond[late ? 'late' : 'by'](due);
  return late ? w.stillOpen(due) : w.by(due);
}

/** What is said of a question, whoever is asked. */
const questionWords = (kind: RequestKind, { words, meeting }: MailModel) =>
  meeting?.type === 'coaching' ? words.mails.coaching : words.mails.kinds[kind];

/** What somebody is asked, and reminded of, in the words for their part in it. */
function askingWords(kind: RequestKind, model: MailModel) {
  const { words, signing } = model;
  return kind === 'acknowledgement'
    ? words.mails.acknowledging[signing.as][signing.changed ? 'changed' : 'first']
    : questionWords(kind, model);
}

/** Which check-in a question for HR is about. */
const regards = ({ regards: day, words }: MailModel): string[] => (day ? [words.mails.regards(day)] : []);

function whatToDo(kind: RequestKind, { url, asksHr }: MailModel) {
  if (url) return kind === 'decision' ? 'decide' : 'answer';
  return asksHr ? 'helpAsked' : 'help';
}

/** A check-in is asked about before its day: it invites then, and asks whether it was held only afterwards. */
function asks(question: string, about: string[], byWhen: string, model: MailModel): string[] {
  const { meeting, late, due, words } = model;
  if (!meeting) return [question, ...regards(model), ...about, byWhen];
  const isCoaching = meeting.type === 'coaching' && meeting.asks === 'notes';
  const w = words.mails.checkIn[isCoaching ? 'coaching' : meeting.asks];
  return late || meeting.past
    ? [w.wasPlanned(meeting.day), ...about, byWhen]
    : [w.planned(meeting.day, due), ...about];
}

const invited = ({ invite, words }: MailModel): string[] => (invite ? [words.mails.meetings.invited] : []);

/** To whoever was asked to a meeting: its new day, or that they need not come. Whoever has left learns nothing more. */
function meetingContent(
  template: 'meeting-moved' | 'meeting-cancelled',
  model: MailModel,
  about: string[],
  byWhen: string,
  content: Compose,
): MailContent {
  const { moved, cancelled } = model.words.mails.meetings;
  const { day, shortDay } = model.meeting ?? { day: model.due, shortDay: model.dueDay };
  if (template === 'meeting-cancelled') {
    // Somebody may be off a meeting that others still go to.
    const rest = model.stillIn ? [...about, ...(model.notHeld ? [cancelled.notHeld] : [])] : [];
    return content(
      cancelled.subject,
      cancelled.preview,
      [cancelled.says(day), ...rest, cancelled.calendar],
      '',
    );
  }
  const paragraphs = [moved.says(day), ...about, byWhen, ...(model.invite ? [moved.calendar] : [])];
  return content(moved.subject(shortDay), byWhen, paragraphs, questionWords('check_in', model).action);
}

type Compose = (subject: string, preview: string, paragraphs: string[], label: string) => MailContent;

/** A copy to read for whoever is owed one; the mere news for whoever was only asked to see to it. */
function decisionContent({ words, url, byRule }: MailModel, about: string[], content: Compose): MailContent {
  const w = words.mails;
  if (byRule) {
    const said = url ? [words.common.byRule(words.common.theRule), w.outcome.toRead] : [w.outcome.withoutYou];
    const subject = w.subjects[url ? 'outcome-recorded' : 'outcome-settled'];
    return content(subject, w.outcome.preview, [...said, ...about], w.actions.readRecord);
  }
  const said = url ? w.decided : w.decidedWithoutYou;
  const subject = w.subjects[url ? 'decision-recorded' : 'decision-settled'];
  return content(subject, said, [said, ...about], w.actions.read);
}

/** To HR: whom to reach another way, about what, and until when it helps. */
function undeliveredContent(model: MailModel, about: string[], content: Compose): MailContent {
  const { words, open, late, due, undelivered } = model;
  const w = words.mails.undelivered;
  const outcome = undelivered?.outcome ?? 'unknown';
  const paragraphs = [
    w[outcome](undelivered?.name ?? w.somebody),
    lostWords(model),
    ...about,
    ...(open ? [late ? w.late(due) : w.due(due)] : []),
    w.reach,
    ...(open && !undelivered?.isOfPaper ? [w.onPaper] : []),
  ];
  return content(words.mails.subjects['mail-undelivered'][outcome], w.preview, paragraphs, '');
}

/** What a message that got lost was about. */
function lostWords({ words, kind, undelivered }: MailModel): string {
  const w = words.mails.undelivered;
  if (undelivered?.isOfPaper) return words.onPaper.mail.lost;
  if (kind) return words.mails.kinds[kind].lost;
  return undelivered?.isNews ? w.news : w.withdrawn;
}

/** Who decides about the reader, by when. */
function toDecide({ words, asked, late, due }: MailModel): string[] {
  const w = words.mails.awaited;
  const names = listInWords(asked, words.locale);
  return [w.over, late ? w.late(names, due) : w.by(names, due)];
}

function overdue({ words, told, due }: MailModel): string[] {
  const w = words.mails.awaited;
  return [
    w.overdue(due),
    ...(told.length > 0 ? [w.told(listInWords(told, words.locale), told.length > 1)] : []),
  ];
}

/** Who has not answered, and apart from them, who could not. */
function silence(kind: RequestKind, model: MailModel): string[] {
  const { waitingFor, waitsForReader, words } = model;
  const w = questionWords(kind, model);
  const others = listInWords(waitingFor, words.locale);
  if (waitsForReader) return [isForHr(kind) ? words.mails.hrOpen : w.reminds];
  const said = waitingFor.length > 0 ? w.escalates(others, waitingFor.length > 1) : w.unanswered;
  return [said, ...notReached(model)];
}

const isForHr = (kind: RequestKind): boolean => kind === 'attribution' || kind === 'accommodation';

const notReached = ({ notReached: names, words }: MailModel): string[] =>
  names.length > 0 ? [words.mails.notReached(listInWords(names, words.locale))] : [];
