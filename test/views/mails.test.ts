import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { type MailTemplate, owed, type Plan } from '../../domain/index.ts';
import { type MailItem, mailModel, type RenderedMail, renderMail } from '../../views/mails.ts';
import { en } from '../../views/words/en.ts';
import { decided } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const LINK =
  'https://plans.example/l/plnaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbb.cccccccccccccccccccccccccccccccccccccccccccc';
const SECRETS = ['returned for errors', 'Permit reviews', 'refresher', 'Away on leave'];
/** Words that must not be read over somebody's shoulder. */
const FORBIDDEN =
  /\bpip\b|performance|improvement|plan\b|deficien|escalat|Jordan|Reyes|Dana|Whitfield|Permit|errors/i;

interface Sent {
  item: MailItem;
  mail: RenderedMail;
  plan: Plan;
}

function sent(item: MailItem, plan: Plan): Sent {
  const link = item.link && LINK;
  const model = mailModel({
    item,
    plan,
    link,
    organisation: 'Department of Buildings',
    contactEmail: 'people-team@agency.example',
  });
  return { item, mail: renderMail(item.template, model), plan };
}

/** Every mail of a plan that nobody answers until the reviewer decides, each on the plan as it was then. */
function everyMail(): Sent[] {
  const scenario = new Scenario();
  const mails: Sent[] = [];
  const original = scenario.when.bind(scenario);
  scenario.when = (command) => {
    const from = scenario.events.length;
    const facts = original(command);
    for (const event of scenario.events.slice(from)) {
      const plan = scenario.require();
      for (const item of owed(event, plan)) if (item.kind === 'mail') mails.push(sent(item, plan));
    }
    return facts;
  };
  scenario.after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
  scenario.after({ type: 'ApprovePlan' }).after({ type: 'LaunchPlan' }).until('2027-02-22T15:00:00Z');
  scenario.answer('decision', 'reviewer', decided('met', { absenceReason: 'Away on leave.' }));
  return mails;
}

const withdrawn = (): Sent => {
  const scenario = Scenario.launched(dcDraft());
  return sent({ kind: 'mail', key: 'k', template: 'plan-withdrawn', to: 'employee' }, scenario.require());
};

const ALL = [...everyMail(), withdrawn()];
const of = (template: MailTemplate, to: string, requestId?: string): RenderedMail => {
  const found = ALL.find(
    ({ item }) =>
      item.template === template && item.to === to && (!requestId || item.requestId === requestId),
  );
  if (!found) throw new Error(`No ${template} to ${to} was owed.`);
  return found.mail;
};

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-raw-characters': 'off',
    'long-title': 'off',
    // Mail programs read styles on elements and tables that lay out; browsers' manners do not apply.
    'no-inline-style': 'off',
    'no-deprecated-attr': 'off',
    'presentation-role-style': 'off',
  },
});

describe('every mail', () => {
  test('of every template was seen', () => {
    const templates: MailTemplate[] = [
      'request-opened',
      'reminder',
      'request-missed',
      'escalation',
      'decision-recorded',
      'plan-withdrawn',
    ];
    expect(new Set(ALL.map(({ item }) => item.template))).toEqual(new Set(templates));
    expect(ALL.length).toBeGreaterThan(40);
  });

  test('has a subject and a preview that name no person and no reason', () => {
    for (const { mail } of ALL) {
      expect(mail.subject).not.toMatch(FORBIDDEN);
      expect(mail.subject.length).toBeLessThan(80);
      expect(/<div style="display:none[^>]*>([^<]+)</.exec(mail.html)?.[1]).not.toMatch(FORBIDDEN);
    }
  });

  test('quotes nothing of the plan or of an answer', () => {
    for (const { mail } of ALL) {
      for (const secret of SECRETS) expect(mail.text + mail.html).not.toContain(secret);
      expect(mail.text + mail.html).not.toMatch(/\bpip\b|performance|improvement/i);
    }
  });

  test('says the same in plain text as in HTML', () => {
    for (const { mail } of ALL) {
      const read = mail.html
        .replace(/^[\s\S]*<h1[^>]*>/, '')
        .replace(en.mails.bareLink, '')
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll('&amp;', '&');
      const words = (text: string) => text.match(/[\p{L}\d]+/gu) ?? [];
      expect(new Set(words(read))).toEqual(new Set([...words(mail.subject), ...words(mail.text)]));
    }
  });

  test('is valid HTML, small, in its language, and fit for dark windows', () => {
    for (const { mail } of ALL) {
      const { results } = validator.validateStringSync(mail.html);
      expect(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      ).toEqual([]);
      expect(Buffer.byteLength(mail.html)).toBeLessThan(20_000);
      expect(mail.html).toContain('<html lang="en" dir="ltr">');
      expect(mail.html).toContain('<meta name="color-scheme" content="light dark"');
      expect(mail.html).not.toMatch(/<img|<script|https?:\/\/(?!plans\.example)/);
      for (const table of mail.html.match(/<table[^>]*>/g) ?? [])
        expect(table).toContain('role="presentation"');
    }
  });

  test('carries its link as a button and in full, or no link at all', () => {
    for (const { item, mail } of ALL) {
      expect(mail.html.split(`href="${LINK}"`)).toHaveLength(item.link ? 3 : 1);
      expect(mail.text.split(LINK)).toHaveLength(item.link ? 2 : 1);
    }
  });
});

test('the first mail asks, says by when in words with the zone, and gives one link', () => {
  expect(of('request-opened', 'employee', 'acknowledgement')).toMatchObject({
    subject: 'Please read and acknowledge a document by December 8',
    text: `There is a document for you to read. When you have read it, please say whether you have received it. Receiving it does not mean that you agree with it.

Please answer by Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time.

Read and answer:
${LINK}

The link is meant for you alone: please do not forward this message.

Questions, or not the right person? Write to people-team@agency.example.

-- 
This message was sent automatically for Department of Buildings.
Reference: plan-1
`,
  });
});

test('somebody other than the person concerned is told whom it concerns', () => {
  expect(of('request-opened', 'supervisor', 'acknowledgement').text).toContain('It concerns Jordan Reyes.');
  expect(of('request-opened', 'employee', 'acknowledgement').text).not.toContain('Jordan Reyes');
});

test('the subjects of the other questions are as neutral', () => {
  expect(of('request-opened', 'employee', 'check-in-2026-12-18').subject).toBe(
    'A check-in is due on December 18',
  );
  expect(of('request-opened', 'supervisor', 'decision').subject).toBe('A decision is due on February 19');
  expect(of('reminder', 'employee', 'acknowledgement').subject).toBe(
    'Reminder: please read and acknowledge a document by December 8',
  );
  expect(of('decision-recorded', 'employee').subject).toBe('A written decision is ready for you to read');
});

test('a reminder after the due moment says that it was due and that an answer still counts', () => {
  const late = ALL.filter(
    ({ item }) => item.template === 'reminder' && item.requestId === 'check-in-2026-12-18',
  ).at(-1);
  expect(late?.mail.subject).toBe('Reminder: a check-in was due on December 18');
  expect(late?.mail.text).toContain(
    'It was due by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time. You can still answer.',
  );
});

test('an escalation names who has not answered, and asks to decide only whoever may', () => {
  const reviewer = of('escalation', 'reviewer', 'decision');
  expect(reviewer.subject).toBe('Your attention is needed: a decision due on February 19');
  expect(reviewer.text).toContain('Dana Whitfield has not recorded a decision.');
  expect(reviewer.text).toContain('You are asked to decide in their place');
  expect(reviewer.text).toContain(LINK);
  const hr = of('escalation', 'hr', 'acknowledgement');
  expect(hr.text).toContain('Jordan Reyes and Dana Whitfield have not answered a request');
  expect(hr.text).toContain('There is nothing to fill in.');
});

test('names with line breaks or markup stay on one line and inert', () => {
  const plan = Scenario.launched(dcDraft()).until('2026-12-01T15:00:00Z').require();
  const [employee, ...others] = plan.draft.participants;
  if (!employee) throw new Error('The sample has nobody.');
  const participants = [{ ...employee, name: 'Jo\r\nBcc: x@y.example\n<b>R</b>' }, ...others];
  const item: MailItem = {
    kind: 'mail',
    key: 'k',
    template: 'request-opened',
    to: 'supervisor',
    requestId: 'acknowledgement',
  };
  const { mail } = sent(item, { ...plan, draft: { ...plan.draft, participants } });
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.text).toContain('It concerns Jo Bcc: x@y.example <b>R</b>.');
  expect(mail.html).toContain('It concerns Jo Bcc: x@y.example &lt;b>R&lt;/b>.');
});
