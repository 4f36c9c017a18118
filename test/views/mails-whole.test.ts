import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { mimeOf } from '../../adapters/mime.ts';
import type { Plan } from '../../domain/index.ts';
import { type MailItem, type RenderedMail, renderDigest } from '../../views/mails.ts';
import { LANGUAGES, wordsIn } from '../../views/words.ts';
import * as lived from './lived.ts';
import { afterSuccess, faultsOf, livesMailed, mailsOfLife, modelOf, type Sent, sent } from './mailed.ts';

const kindOf = ({ item, plan }: Pick<Sent, 'item' | 'plan'>): string =>
  plan.requests[item.requestId ?? '']?.kind ?? 'plan';

/** One mail of each template about each kind of question, in a plan on which everything happened. */
const SORTS: Sent[] = [
  ...new Map(
    [...livesMailed(), ...undelivered(), ...late(), ...onPaper(), ...afterSuccess()].map((each) => [
      `${each.item.template} ${kindOf(each)}`,
      each,
    ]),
  ).values(),
];
const TEMPLATES = [...new Set(SORTS.map(({ item }) => item.template))].sort();

function undelivered(): Sent[] {
  const plan = lived.lived('2026-12-18T15:00:00Z').require();
  const mail: MailItem = {
    kind: 'mail',
    key: 'k',
    template: 'mail-undelivered',
    to: 'hr',
    requestId: lived.CHECK_IN,
    about: 'employee',
  };
  const suspended = (because: 'bounced' | 'complained'): Plan => ({
    ...plan,
    suspended: [{ participant: 'employee', because, from: plan.updatedAt, to: null }],
  });
  const { requestId: _, ...about } = mail;
  return [
    sent(mail, plan),
    sent({ ...mail, template: 'wrong-person' }, plan),
    sent({ ...about, template: 'address-suspended' }, suspended('bounced')),
    // Told apart by the question, which the mail says nothing about.
    sent({ ...mail, template: 'address-suspended' }, suspended('complained')),
  ];
}

function late(): Sent[] {
  const plan = lived.notMet().require();
  const requestId = lived.decisionOf({
    ...plan,
    requests: Object.fromEntries(
      Object.entries(plan.requests).map(([id, request]) => [id, { ...request, status: 'open' as const }]),
    ),
  }).id;
  const item = { kind: 'mail', key: 'k', requestId } as const;
  return [
    sent({ ...item, template: 'decision-overdue', to: 'employee' }, plan),
    sent({ ...item, template: 'escalation', to: 'reviewer', link: 'l' }, plan),
    sent({ ...item, template: 'link-renewed', to: 'supervisor', link: 'l' }, plan),
  ];
}

/** They leave after the answer that was on the paper is recorded, too. */
function onPaper(): Sent[] {
  const scenario = lived.onPaper();
  return mailsOfLife(scenario)
    .filter(({ item }) => item.template === 'served-on-paper')
    .map(({ item }) => sent(item, scenario.require()));
}

const FROM = { name: 'Department of Buildings', address: 'follow-up@agency.example' };

/** Everything of a mail that its reader's program gets, as it understands it. */
async function received(mail: RenderedMail, to: string, plan: Plan): Promise<string> {
  const person = [...plan.draft.participants, ...plan.former].find(({ id }) => id === to);
  const bytes = await mimeOf(
    {
      ...mail,
      to: { name: person?.name ?? '', address: person?.email ?? '' },
      planId: plan.id,
      outboxKey: 'k',
      now: plan.updatedAt,
    },
    FROM,
    'people-team@agency.example',
  );
  const { headerLines, text, html, attachments } = await simpleParser(bytes);
  return [
    ...headerLines.map(({ line }) => line.replaceAll(/\r\n\s*/g, ' ')),
    '',
    text,
    unstyled(html || ''),
    ...attachments.map(({ contentType, filename, content }) =>
      contentType === 'text/calendar'
        ? `${contentType}\n\n${content.toString().replaceAll('\r\n', '\n')}`
        : `${contentType} ${filename}`,
    ),
  ].join('\n');
}

/** Styles are the same in every mail, and have a file of their own. */
const unstyled = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '<style/>')
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll(/(?:\u034f\u200c\u00a0)+/g, '(nothing)')
    .replaceAll('><', '>\n<');

describe.each(LANGUAGES)('in %s', (language) => {
  const words = wordsIn(language);

  test.each(TEMPLATES)('%s reads whole as expected, in valid HTML', async (template) => {
    const mails = SORTS.filter(({ item }) => item.template === template).map(({ item, plan }) =>
      sent(item, plan, plan.updatedAt, words),
    );
    const read = await Promise.all(
      mails.map(
        async (each) => `##### ${kindOf(each)}\n\n${await received(each.mail, each.item.to, each.plan)}`,
      ),
    );
    expect(mails.flatMap(({ mail }) => faultsOf(mail.html))).toEqual([]);
    await expect(read.join('\n\n')).toMatchFileSnapshot(`mails/${language}/${template}.txt`);
  });

  test('several in one read whole as expected, in valid HTML', async () => {
    const plan = lived.checkedIn().until('2026-12-21T15:00:00Z').require();
    const part = (template: MailItem['template'], requestId?: string) => ({
      template,
      model: modelOf(
        { kind: 'mail', key: 'k', template, to: 'employee', ...(requestId && { requestId, link: 'l' }) },
        plan,
        plan.updatedAt,
        words,
      ),
    });
    const mail = renderDigest([
      part('recognition'),
      part('answers-in', lived.CHECK_IN),
      part('reminder', 'support-2026-12-18'),
    ]);
    expect(faultsOf(mail.html)).toEqual([]);
    await expect(await received(mail, 'employee', plan)).toMatchFileSnapshot(`mails/${language}/digest.txt`);
  });
});

test('a mail looks as expected, whatever it says', async () => {
  const first = SORTS.find(({ item }) => item.template === 'request-opened');
  await expect(first?.mail.html.replaceAll('><', '>\n<')).toMatchFileSnapshot('mails/styled.html');
});

test('every template is among them', () => {
  expect(TEMPLATES).toHaveLength(25);
});
