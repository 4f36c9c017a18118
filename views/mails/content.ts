import type { MailTemplate } from '../../domain/owed.ts';
import type { RequestKind } from '../../domain/plan.ts';
import { listInWords } from '../dates.ts';
import type { MailModel } from './model.ts';

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
  const about = model.about ? [w.about(model.about)] : [];
  const content = (subject: string, preview: string, paragraphs: string[], label: string): MailContent => ({
    subject,
    preview,
    paragraphs,
    action: url ? { label, url } : undefined,
  });
  switch (template) {
    case 'request-opened':
      return content(
        w.subjects[template][kind](model.dueDay),
        w.by(due),
        [w.asks[kind], ...about, w.by(due)],
        w.actions[kind],
      );
    case 'reminder': {
      const when = late ? w.stillOpen(due) : w.by(due);
      const subject = w.subjects[late ? 'overdue' : template][kind](model.dueDay);
      return content(subject, when, [w.reminds[kind], ...about, when], w.actions[kind]);
    }
    case 'escalation': {
      const paragraphs = [
        w.escalates[kind](waitingFor(model), model.waitingFor.length > 1),
        ...about,
        w.wasDue(due),
        url ? w.escalatedTo.decide : w.escalatedTo.help,
      ];
      return content(w.subjects[template][kind](model.dueDay), w.wasDue(due), paragraphs, w.actions[kind]);
    }
    case 'request-missed':
      return content(
        w.subjects[template][kind](model.dueDay),
        w.wasDue(due),
        [w.missed[kind], ...about, w.wasDue(due), model.answered ? w.missed.yoursIsIn : w.missed.yoursIsNot],
        w.actions[kind],
      );
    case 'decision-recorded':
      return decisionContent(model, about, content);
    case 'plan-withdrawn':
      return content(w.subjects[template], w.withdrawn, [w.withdrawn, ...about], w.actions.read);
  }
}

/** A copy to read for whoever is owed one; the mere news for whoever was only asked to see to it. */
function decisionContent(
  { words, url }: MailModel,
  about: string[],
  content: (subject: string, preview: string, paragraphs: string[], label: string) => MailContent,
): MailContent {
  const w = words.mails;
  const said = url ? w.decided : w.decidedWithoutYou;
  const subject = w.subjects[url ? 'decision-recorded' : 'decision-settled'];
  return content(subject, said, [said, ...about], w.actions.read);
}

const waitingFor = ({ waitingFor, words }: MailModel): string =>
  waitingFor.length > 0 ? listInWords(waitingFor, words.locale) : words.mails.somebody;
