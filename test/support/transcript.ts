import canonicalize from 'canonicalize';
import { parse } from 'node-html-parser';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { eventsOf, type Mail, mails, type RecordedEvent } from './sandbox.ts';

/**
 * Everything that happened to a plan, whole, in order and readable: each event with all it says, each mail with its
 * headers and text. Only what is random by nature is replaced by what it stands for: the plan's id, links, hashes.
 */
export async function transcript(sandbox: Sandbox, planId: string): Promise<string> {
  const events = await eventsOf(sandbox, planId);
  const sent = await mails(sandbox);
  const names = linkNames(events);
  const told = [
    ...events.map((event) => ({ at: event.at, order: 0, text: eventText(event) })),
    ...sent.map((mail) => ({ at: mail.at, order: 1, text: mailText(mail) })),
  ].sort((a, b) => a.at.localeCompare(b.at) || a.order - b.order || tieBreak(a.text, b.text, a.order));
  const text = told.map(({ at, text }) => `## ${at} ${text}`).join('\n\n');
  return `${neutral(text, names, planId, sandbox.url)}\n`;
}

/** Mails of one moment leave in no particular order; events keep theirs. */
const tieBreak = (a: string, b: string, order: number): number => (order === 0 ? 0 : a.localeCompare(b));

function eventText({ seq, at: _, type, prev: __, hash: ___, draft, ...event }: RecordedEvent): string {
  const kept: Record<string, unknown> = draft ? { ...event, draft: 'as sent' } : event;
  const lines = Object.keys(kept)
    .sort()
    .map((key) => `${key}: ${canonicalize(kept[key])}`);
  return `${seq} ${type}\n${lines.join('\n')}`;
}

/** Random by nature: the id nodemailer draws, and the boundary it makes of it. */
const RANDOM = /_NmP-[0-9a-f]+-/g;

function mailText({ to, headers, tags, text, attachments }: Mail): string {
  const { 'message-id': _, ...kept } = headers;
  const files = attachments.map(({ name, contentType }) => `${name} ${contentType}`);
  const head = { envelope: to, ...kept, attachments: files, tags };
  const lines = Object.entries(head).map(
    ([name, value]) => `${name}: ${JSON.stringify(value).replaceAll(RANDOM, '_NmP-<random>-')}`,
  );
  return `mail\n${lines.sort().join('\n')}\n\n${quoted(text)}${attachments.map(invite).join('')}`;
}

const quoted = (text: string): string => text.trim().replace(/^/gm, '> ');

/** What a calendar reads of a mail; the file beside it says the same. */
const invite = ({ contentType, content }: Mail['attachments'][number]): string =>
  contentType.startsWith('text/calendar')
    ? `\n\n${quoted(Buffer.from(content, 'base64').toString().replaceAll('\r\n', '\n'))}`
    : '';

/** What somebody sees of a mail's HTML, on one line. */
function visibleText(html: string): string {
  const page = parse(html, { blockTextElements: { style: false, script: false } });
  for (const hidden of page.querySelectorAll('head, style, [style*="display:none"]')) hidden.remove();
  return oneLine(page.text);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Lines of a mail's plain text that its HTML does not show: nobody may be told less for reading the one or the other. */
export function missingInHtml({ text, html }: Mail): string[] {
  const shown = visibleText(html);
  return text
    .split('\n')
    .map((line) =>
      oneLine(line)
        .replace(/^(- |-- ?$)/, '')
        .replace(/:$/, ''),
    )
    .filter((line) => !shown.includes(line));
}

/** What each link is for: whose, and to which question. */
function linkNames(events: RecordedEvent[]): Map<string, string> {
  const names = new Map<string, string>();
  const name = (people: unknown, what: string): void => {
    for (const { participant, link } of (people ?? []) as { participant: string; link?: string }[]) {
      if (link) names.set(link, `<${participant}: ${what}>`);
    }
  };
  for (const { type, request, requestId, respondents, to, decision } of events) {
    if (type === 'RequestOpened') name(respondents, (request as { id: string }).id);
    if (type === 'Escalated') name(to, String(requestId));
    if (type === 'DecisionRecorded') name((decision as { copies: unknown }).copies, 'the decision, to read');
  }
  return names;
}

function neutral(text: string, names: Map<string, string>, planId: string, url: string): string {
  let plain = text.replaceAll(`${url}/`, 'https://follow-up/');
  for (const [link, name] of names) {
    plain = plain.replace(new RegExp(`${link.replace('.', '\\.')}(\\.[\\w-]{43})?`, 'g'), name);
  }
  return plain.replaceAll(planId, '<plan>');
}
