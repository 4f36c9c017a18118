import type { MailTemplate } from '../../domain/plan.ts';
import { type MailContent, mailContent } from './content.ts';
import type { MailModel } from './model.ts';

/** One of the mails that go out as one. */
export interface MailPart {
  template: MailTemplate;
  model: MailModel;
}

/** The parts of a mail that holds several. */
export interface DigestContent {
  subject: string;
  preview: string;
  intro: string;
  parts: (Pick<MailContent, 'paragraphs' | 'action'> & { heading: string })[];
  /** The first link in it that is the reader's alone. */
  personal: string | undefined;
}

/** The words of several mails to one reader as one: what is to be done first, by when it is due, and then the news. */
export function digestContent(given: MailPart[], { words }: MailModel): DigestContent {
  const w = words.mails.digest;
  const parts = [...given.filter(isToDo).sort(byDue), ...given.filter((part) => !isToDo(part))];
  const said = parts.map(({ template, model }) => mailContent(template, model));
  return {
    subject: subjectOf(parts, w),
    preview: w.preview,
    intro: w.intro(parts.length),
    parts: said.map(({ subject, paragraphs, action }, at) => ({
      heading: w.heading(at + 1, subject),
      paragraphs,
      action,
    })),
    personal: said.find(({ action }) => action)?.action?.url,
  };
}

/** Mails that want something of their reader. */
const TO_DO: ReadonlySet<MailTemplate> = new Set([
  'request-opened',
  'reminder',
  'escalation',
  'decision-returned',
  'pause-review',
  'support-undelivered',
  'mail-undelivered',
  'wrong-person',
  'address-suspended',
]);

const isToDo = ({ template }: MailPart): boolean => TO_DO.has(template);

const dueOf = ({ model }: MailPart): string => model.dueAt ?? '9999';

const byDue = (a: MailPart, b: MailPart): number => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0);

function subjectOf(parts: MailPart[], w: MailModel['words']['mails']['digest']): string {
  const toDo = parts.filter(isToDo);
  if (toDo.length === 0) return w.subject.news(parts.length);
  const first = toDo.find(({ model }) => model.dueAt && model.open && !model.late);
  return first ? w.subject.by(parts.length, first.model.dueDay) : w.subject.open(parts.length);
}
