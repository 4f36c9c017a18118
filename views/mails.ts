export { type MailItem, type MailModel, type MailSource, mailModel } from './mails/model.ts';
export { type RenderedMail, renderMail } from './mails/render.ts';
