import type { Invite } from '../../domain/calendar-entry.ts';
import type { MailTemplate } from '../../domain/plan.ts';
import { type MailContent, mailContent } from './content.ts';
import { digestContent, type MailPart } from './digest.ts';
import { digestHtml, mailHtml } from './html.tsx';
import type { MailModel } from './model.ts';
import { notYoursAt } from './not-yours.ts';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
  /** What it brings into the reader's calendar. */
  invite?: Invite;
}

/** One mail, whole in plain text and whole in HTML. */
export function renderMail(template: MailTemplate, model: MailModel): RenderedMail {
  const content = mailContent(template, model);
  const { subject, paragraphs, action } = content;
  const text = letter(
    [...paragraphs, ...linkText(action), ...(action ? personal(model, action.url) : [])],
    model,
  );
  const { invite } = model;
  return { subject, text, html: mailHtml(content, model), ...(invite && { invite }) };
}

/** Several mails to one reader as one; each keeps its heading, its words and its link. */
export function renderDigest(parts: [MailPart, ...MailPart[]]): RenderedMail {
  const [{ model }] = parts;
  const content = digestContent(parts, model);
  const blocks = content.parts.flatMap(({ heading, paragraphs, action }) => [
    heading,
    ...paragraphs,
    ...linkText(action),
  ]);
  const text = letter(
    [content.intro, ...blocks, ...(content.personal ? personal(model, content.personal) : [])],
    model,
  );
  return { subject: content.subject, text, html: digestHtml(content, model) };
}

/** Below what holds links; `url` is the one of them that the reader says is not theirs. */
const personal = ({ words }: MailModel, url: string): string[] => [
  words.mails.personal,
  `${words.linkHelp.mail.notYours}\n${notYoursAt(url)}`,
];

const linkText = (action: MailContent['action']): string[] =>
  action ? [`${action.label}:\n${action.url}`] : [];

function letter(
  blocks: string[],
  { words, reader, contactEmail, organisation, reference }: MailModel,
): string {
  const w = words.mails;
  const whole = [
    w.dear(reader),
    ...blocks,
    w.contact(contactEmail),
    `-- \n${w.footer(organisation)}\n${w.reference(reference)}`,
  ];
  return `${whole.join('\n\n')}\n`;
}
