import type { Mail } from '../../inbox.ts';
import { type Answered, download } from '../shown.ts';
import { here } from './links.tsx';

/** A mail in its frame keeps its look, and may neither run scripts, load anything, nor leave its place. */
const FRAMED =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** Links open in a tab of their own, and those of the app on this machine. */
const framed = (mail: Mail): string => {
  const html = mail.links.reduce((html, link) => html.replaceAll(`"${link}"`, `"${here(link)}"`), mail.html);
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
};

/** What belongs to a mail and is no page: its HTML for the frame, its source, what is attached. */
export const mailFile = (mail: Mail, kind: string, index: string): Answered => {
  if (kind === 'html')
    return {
      reply: {
        status: 200,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': FRAMED,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
        body: framed(mail),
      },
    };
  if (kind === 'source.eml') return download(`${mail.id}.eml`, 'message/rfc822', mail.raw);
  const attachment = kind === 'files' ? mail.attachments[Number(index)] : undefined;
  return (
    attachment && download(attachment.name, attachment.contentType, Buffer.from(attachment.content, 'base64'))
  );
};
