export type { MailPart } from './mails/digest.ts';
export { bringsInvite } from './mails/invite.ts';
export { type MailItem, type MailModel, type MailSource, mailModel } from './mails/model.ts';
export { type RenderedMail, renderDigest, renderMail } from './mails/render.ts';
