import type { MailTemplate } from '../../domain/plan.ts';
import { type MailContent, mailContent } from './content.ts';
import { mailHtml } from './html.tsx';
import type { MailModel } from './model.ts';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** One mail, whole in plain text and whole in HTML. */
export function renderMail(template: MailTemplate, model: MailModel): RenderedMail {
  const content = mailContent(template, model);
  return { subject: content.subject, text: mailText(content, model), html: mailHtml(content, model) };
}

function mailText({ paragraphs, action }: MailContent, model: MailModel): string {
  const w = model.words.mails;
  const blocks = [
    w.dear(model.reader),
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`, w.personal] : []),
    w.contact(model.contactEmail),
    `-- \n${w.footer(model.organisation)}\n${w.reference(model.reference)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}
