import { describe, expect, test } from 'vitest';
import { type MailTemplate, owed, type Plan, type Request } from '../../domain/index.ts';
import type { MailItem, RenderedMail } from '../../views/mails.ts';
import { en } from '../../views/words/en.ts';
import { decided } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import * as lived from './lived.ts';
import { afterSuccess, LINK, livesMailed, type Sent, sent } from './mailed.ts';
import { losing } from './sample.ts';

const SECRETS = ['returned for errors', 'Permit reviews', 'refresher', 'Away on leave'];
/** Words that must not be read over somebody's shoulder. */
const FORBIDDEN =
  /\bpip\b|performance|improvement|plan\b|deficien|escalat|Jordan|Reyes|Dana|Whitfield|Permit|errors/i;

/** Every mail that the plan of `scenario` owes from here on, each on the plan as it is then. */
function mailsOf(scenario: Scenario): Sent[] {
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
  return mails;
}

/** The mails of a plan that nobody answers until the reviewer decides. */
function everyMail(): Sent[] {
  const scenario = new Scenario();
  const mails = mailsOf(scenario);
  scenario.after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
  scenario.after({ type: 'ApprovePlan' }).after({ type: 'LaunchPlan' }).until('2027-02-23T15:00:00Z');
  scenario.answer('decision', 'reviewer', decided('met', { absenceReason: 'Away on leave.' }));
  return mails;
}

const withdrawn = (): Sent => {
  const scenario = Scenario.launched(dcDraft());
  return sent({ kind: 'mail', key: 'k', template: 'plan-withdrawn', to: 'employee' }, scenario.require());
};

/** The mails of a plan whose employee no mail reaches, however often it is tried. */
function mailsAround(outcome: 'failed' | 'unknown'): Sent[] {
  const scenario = Scenario.launched(dcDraft());
  const mails = mailsOf(scenario);
  losing(scenario, 'employee', outcome).until('2027-01-12T15:00:00Z');
  return mails;
}

/** The mails of a plan that a rule ends. */
function mailsByRule(): Sent[] {
  const settings = { onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'General Counsel' } };
  const scenario = Scenario.launched(dcDraft({ settings })).until('2027-02-19T15:00:00Z');
  const mails = mailsOf(scenario);
  scenario.until('2027-02-22T15:00:00Z');
  const chased: MailItem = {
    kind: 'mail',
    key: 'k',
    template: 'decision-recorded',
    to: 'hr',
    requestId: 'decision',
  };
  return [...mails, sent(chased, scenario.require())];
}

const FAILED = mailsAround('failed');
const UNKNOWN = mailsAround('unknown');
const BY_RULE = mailsByRule();
const UNANSWERED = everyMail();
/** One of each sort: the same template about the same kind of question to the same person reads the same. */
const SORTS = [
  ...new Map(
    livesMailed().map((each) => {
      const { template, requestId = '', to } = each.item;
      return [`${template} ${each.plan.requests[requestId]?.kind} ${to}`, each];
    }),
  ).values(),
];
const ALL = [...UNANSWERED, withdrawn(), ...FAILED, ...UNKNOWN, ...BY_RULE, ...SORTS, ...afterSuccess()];
const of = (template: MailTemplate, to: string, requestId?: string, mails = UNANSWERED): RenderedMail => {
  const found = mails.find(
    ({ item }) =>
      item.template === template && item.to === to && (!requestId || item.requestId === requestId),
  );
  if (!found) throw new Error(`No ${template} to ${to} was owed.`);
  return found.mail;
};

describe('every mail', () => {
  test('of every template was seen', () => {
    const templates: MailTemplate[] = [
      'request-opened',
      'meeting-moved',
      'meeting-cancelled',
      'reminder',
      'request-missed',
      'escalation',
      'decision-recorded',
      'plan-withdrawn',
      'mail-undelivered',
      'decision-awaited',
      'decision-overdue',
      'plan-changed',
      'plan-handed-over',
      'plan-paused',
      'pause-review',
      'decision-returned',
      'recognition',
      'support-undelivered',
      'answers-in',
      'clean-period',
      'relapse-recorded',
      'served-on-paper',
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

  test('says nothing of an absence or an adjustment, and of no outcome', () => {
    for (const { mail } of ALL) {
      expect(mail.text + mail.html).not.toMatch(/adjust|accommod|absen|leave\b|medical|removal|reassign/i);
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

  test('is small, in its language, and fit for dark windows', () => {
    for (const { mail } of ALL) {
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
      expect(mail.text.split(`${LINK}\n`)).toHaveLength(item.link ? 2 : 1);
    }
  });
});

test('the first mail asks, says by when in words with the zone, and gives one link', () => {
  expect(of('request-opened', 'employee', 'acknowledgement')).toMatchObject({
    subject: 'Please read and acknowledge a document by December 8',
    text: `Dear Jordan Reyes,

There is a document for you to read. When you have read it, please say whether you have received it. Receiving it does not mean that you agree with it.

Please answer by Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time.

Read and answer:
${LINK}

The link is meant for you alone: please do not forward this message.

If this message was not meant for you, please say so here:
${LINK}/in/wrong-person

Questions? Write to people-team@agency.example.

-- 
This message was sent automatically for Department of Buildings.
Reference: plan-1
`,
  });
});

test('somebody other than the person concerned is told whom it concerns', () => {
  expect(of('request-opened', 'supervisor', 'acknowledgement').text).toContain('It concerns Jordan Reyes.');
  expect(of('request-opened', 'employee', 'acknowledgement').text).not.toContain('It concerns');
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
  const late = UNANSWERED.filter(
    ({ item }) => item.template === 'reminder' && item.requestId === 'check-in-2026-12-18',
  ).at(-1);
  expect(late?.mail.subject).toBe('Reminder: a check-in was due on December 18');
  expect(late?.mail.text).toContain(
    'It was due by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time. You can still answer.',
  );
});

const CLOSING = `Questions? Write to people-team@agency.example.

-- 
This message was sent automatically for Department of Buildings.
Reference: plan-1
`;
const THE_LINK = `${LINK}

The link is meant for you alone: please do not forward this message.

If this message was not meant for you, please say so here:
${LINK}/in/wrong-person

${CLOSING}`;

describe('a check-in', () => {
  const asked = (): { item: MailItem; plan: Plan } => {
    const found = UNANSWERED.find(
      ({ item }) => item.template === 'request-opened' && item.requestId === 'check-in-2026-12-18',
    );
    if (!found) throw new Error('Nobody was asked.');
    return found;
  };
  const paragraphs = (now: string): string[] => {
    const { item, plan } = asked();
    return sent(item, plan, now).mail.text.split('\n\n').slice(0, 4);
  };

  test('that is still to come is an invitation', () => {
    const { item, plan } = asked();
    expect(plan.updatedAt < '2026-12-18').toBe(true);
    expect(item.to).toBe('employee');
    const invited = [
      'Dear Jordan Reyes,',
      'A check-in is planned for Friday, December 18, 2026. Please meet and talk about how things stand, and answer by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time.',
      'The invitation in this message puts the day into your calendar. The time of day is for you to agree on, and the invitation itself needs no answer.',
      `Answer the check-in:\n${LINK}`,
    ];
    expect(paragraphs(plan.updatedAt)).toEqual(invited);
    expect(paragraphs('2026-12-18T22:00:00Z')).toEqual(invited);
  });

  test('whose day is past when the mail leaves is asked about, with time left or without', () => {
    const { item, plan } = asked();
    const request = plan.requests['check-in-2026-12-18'];
    if (!request) throw new Error('There is no such check-in.');
    const dueLater = { ...request, dueAt: '2026-12-21T22:00:00Z' };
    const { text } = sent(
      item,
      { ...plan, requests: { [request.id]: dueLater } },
      '2026-12-19T05:00:00Z',
    ).mail;
    const question =
      'A check-in was planned for Friday, December 18, 2026. Please say whether you met, and where things stand on each point.';
    expect(text.split('\n\n').slice(1, 3)).toEqual([
      question,
      'Please answer by Monday, December 21, 2026 at 5:00 PM Eastern Standard Time.',
    ]);
    expect(paragraphs('2026-12-18T22:00:01Z').slice(1, 3)).toEqual([
      question,
      'It was due by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time. You can still answer.',
    ]);
  });
});

describe('whoever issued the plan', () => {
  test('is asked to confirm that, not to have received it', () => {
    expect(of('request-opened', 'supervisor', 'acknowledgement')).toMatchObject({
      subject: 'Please confirm by December 8 that you issued a document',
      text: `Dear Dana Whitfield,

Please confirm that you issued this plan and have discussed it.

It concerns Jordan Reyes.

Please answer by Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time.

Read and confirm:
${THE_LINK}`,
    });
  });

  test('is reminded of that', () => {
    const reminder = of('reminder', 'supervisor', 'acknowledgement');
    expect(reminder.subject).toBe('Reminder: please confirm by December 8 that you issued a document');
    expect(reminder.text.split('\n\n')[1]).toBe(
      'We asked you to confirm that you issued this plan and have discussed it, and have not heard from you yet.',
    );
    const found = UNANSWERED.find(({ item }) => item.template === 'reminder' && item.to === 'supervisor');
    if (!found) throw new Error('Nobody was reminded.');
    expect(sent(found.item, found.plan, '2026-12-08T22:00:01Z').mail.subject).toBe(
      'Reminder: please confirm that you issued a document, due by December 8',
    );
  });

  test('about themselves, or who is asked something else, reads what everybody reads', () => {
    const plan = Scenario.launched(dcDraft()).until('2026-12-01T15:00:00Z').require();
    const item: MailItem = {
      kind: 'mail',
      key: 'k',
      template: 'request-opened',
      to: 'employee',
      requestId: 'acknowledgement',
    };
    const own = { ...plan, draft: { ...plan.draft, issuer: { participant: 'employee' } } };
    expect(sent(item, own).mail.subject).toBe('Please read and acknowledge a document by December 8');
    expect(of('request-opened', 'supervisor', 'decision').text).toContain(
      'It is time to decide. Please read what was answered along the way and record your decision.',
    );
  });
});

describe('a question that is sent out late', () => {
  const late = (requestId: string, until: string, to = 'supervisor'): RenderedMail => {
    const plan = Scenario.launched(dcDraft()).until(until).require();
    const due = plan.requests[requestId]?.dueAt ?? '';
    const item: MailItem = {
      kind: 'mail',
      key: 'k',
      template: 'request-opened',
      to,
      requestId,
      link: 'l',
    };
    expect(sent(item, plan, due).mail.text).toMatch(/answer by (Tues|Fri)day/);
    return sent(item, plan, due.replace(':00Z', ':01Z')).mail;
  };

  test('says that it was due and can still be answered, and never asks for yesterday', () => {
    expect(late('check-in-2026-12-18', '2026-12-15T15:00:00Z')).toMatchObject({
      subject: 'A check-in was due on December 18 and can still be answered',
      text: `Dear Dana Whitfield,

A check-in was planned for Friday, December 18, 2026. Please say whether you met, and where things stand on each point.

It concerns Jordan Reyes.

It was due by Friday, December 18, 2026 at 5:00 PM Eastern Standard Time. You can still answer.

Answer the check-in:
${THE_LINK}`,
    });
  });

  test('has a subject of its own for each kind', () => {
    expect(late('acknowledgement', '2026-12-01T15:00:00Z', 'employee').subject).toBe(
      'Please read and acknowledge a document that was due by December 8',
    );
    expect(late('acknowledgement', '2026-12-01T15:00:00Z').subject).toBe(
      'Please confirm that you issued a document: it was due by December 8',
    );
    expect(late('decision', '2027-02-05T15:00:00Z').subject).toBe(
      'A decision was due on February 19 and can still be recorded',
    );
  });
});

describe('a message that did not get through', () => {
  test('is reported to HR: to whom, about what, until when, and that another way is needed', () => {
    expect(of('mail-undelivered', 'hr', 'acknowledgement', FAILED)).toMatchObject({
      subject: 'A message could not be delivered: your help is needed',
      text: `Dear Priya Raman,

A message to Jordan Reyes could not be delivered.

It was about a document to acknowledge.

An answer is due by Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time.

Please reach them another way, for example on paper. There is nothing to fill in.

If you hand it over on paper, let somebody see it, and then record the day and that person’s name as served on paper: from then on they count as reached.

${CLOSING}`,
    });
    expect(of('mail-undelivered', 'hr', 'check-in-2026-12-18', FAILED).text).toContain(
      'It was about a check-in.',
    );
  });

  test('is not said to be lost when nobody knows', () => {
    expect(of('mail-undelivered', 'hr', 'acknowledgement', UNKNOWN)).toMatchObject({
      subject: 'A message may not have arrived: your help is needed',
      text: `Dear Priya Raman,

There was a message for Jordan Reyes. We do not know whether it arrived.

It was about a document to acknowledge.

An answer is due by Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time.

Please reach them another way, for example on paper. There is nothing to fill in.

If you hand it over on paper, let somebody see it, and then record the day and that person’s name as served on paper: from then on they count as reached.

${CLOSING}`,
    });
  });

  test('is said to have been due once it was, and has no due moment once the question closed', () => {
    const item = FAILED.find((each) => each.item.template === 'mail-undelivered')?.item;
    if (!item) throw new Error('HR was told of nothing.');
    const open = Scenario.launched(dcDraft()).until('2026-12-01T15:00:00Z').require();
    expect(sent(item, open, '2026-12-08T22:00:01Z').mail.text).toContain(
      'An answer was due by Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time and can still be given.',
    );
    const closed = Scenario.launched(dcDraft()).until('2027-01-12T15:00:00Z').require();
    expect(sent(item, closed).mail.text).not.toContain(' due ');
  });

  test('about the decision or about the plan as a whole says so, and whom the plan concerns', () => {
    const plan = Scenario.launched(dcDraft()).until('2027-02-05T15:00:00Z').require();
    const about = (requestId: { requestId?: string }, template: MailTemplate = 'plan-withdrawn') =>
      sent(
        {
          kind: 'mail',
          key: 'k',
          template: 'mail-undelivered',
          to: 'hr',
          about: 'supervisor',
          ...requestId,
        },
        {
          ...plan,
          undelivered: [{ key: 'u', template, to: 'supervisor', outcome: 'failed', ...requestId }],
        },
      ).mail.text;
    expect(about({ requestId: 'decision' })).toMatch(
      /^Dear Priya Raman,\n\nA message to Dana Whitfield could not be delivered\.\n\nIt was about a decision\.\n\nIt concerns Jordan Reyes\.\n/,
    );
    expect(about({}, 'plan-changed')).toContain(
      '\n\nIt told them something new, and asked nothing of them.\n\nIt concerns Jordan Reyes.\n\n',
    );
    expect(about({})).toBe(`Dear Priya Raman,

A message to Dana Whitfield could not be delivered.

It said that a document has been withdrawn.

It concerns Jordan Reyes.

Please reach them another way, for example on paper. There is nothing to fill in.

${CLOSING}`);
  });
});

describe('somebody whom no message reached', () => {
  const NOT_REACHED = 'As far as we know, no message reached Jordan Reyes.';

  test('is not said to have kept silent when a question closes', () => {
    expect(of('request-missed', 'supervisor', 'acknowledgement', FAILED).text).toBe(`Dear Dana Whitfield,

A request to acknowledge a document closed before every answer was in.

It concerns Jordan Reyes.

It was due by Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time.

${NOT_REACHED}

Yours is recorded as “not answered”, nothing more. If you want to add something, write to the contact below; it can be added to the record.

${CLOSING}`);
  });

  test('is told that the record does not hold it against them', () => {
    expect(of('request-missed', 'employee', 'acknowledgement', FAILED).text).toBe(`Dear Jordan Reyes,

A request to acknowledge a document closed before every answer was in.

It was due by Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time.

As far as we know, no message about it reached you. The record says that, and not that you did not answer. If you want to add something, write to the contact below; it can be added to the record.

${CLOSING}`);
  });

  test('is named apart from those who have not answered when it escalates', () => {
    expect(of('escalation', 'hr', 'acknowledgement', FAILED).text).toBe(`Dear Priya Raman,

Dana Whitfield has not answered a request to acknowledge a document.

${NOT_REACHED}

It concerns Jordan Reyes.

It was due by Tuesday, December 8, 2026 at 5:00 PM Eastern Standard Time.

Please speak with the people concerned and see what they need. There is nothing to fill in.

${CLOSING}`);
  });

  test.each([
    ['acknowledgement', 'A request to acknowledge a document has not been answered by everybody.'],
    ['check-in-2026-12-18', 'A check-in has not been answered by everybody.'],
    ['decision', 'A decision has not been recorded.'],
  ])('leaves nobody to blame for %s when they are the only one missing', (requestId, said) => {
    const plan = Scenario.launched(dcDraft()).until('2027-02-22T15:00:00Z').require();
    const request = plan.requests[requestId];
    if (!request) throw new Error(`${requestId} was not asked.`);
    const undelivered = request.respondents.flatMap(({ participant, mailed }) =>
      mailed.map(({ key }) => ({
        key,
        template: 'reminder' as const,
        to: participant,
        requestId,
        outcome: 'unknown' as const,
      })),
    );
    const item: MailItem = { kind: 'mail', key: 'k', template: 'escalation', to: 'hr', requestId };
    const names = requestId === 'decision' ? 'Dana Whitfield' : 'Jordan Reyes and Dana Whitfield';
    expect(
      sent(item, { ...plan, undelivered })
        .mail.text.split('\n\n')
        .slice(0, 3),
    ).toEqual(['Dear Priya Raman,', said, `As far as we know, no message reached ${names}.`]);
  });
});

describe('whoever waits for a decision about themselves', () => {
  test('hears who decides by when', () => {
    const { mail, item, plan } = UNANSWERED.find((each) => each.item.template === 'decision-awaited') ?? {};
    if (!item || !plan) throw new Error('Nobody was told.');
    const said = (when: string) => `Dear Jordan Reyes,

The period that was set for you is over, and a decision is to be made.

${when}

You receive a copy of the decision when it is recorded. What you were asked in other messages and have not answered yet can still be answered.

${CLOSING}`;
    expect(mail).toMatchObject({
      subject: 'A decision is to be made by February 19',
      text: said('Dana Whitfield will decide by Friday, February 19, 2027 at 5:00 PM Eastern Standard Time.'),
    });
    expect(sent(item, plan, '2027-02-19T22:00:01Z').mail.text).toBe(
      said('Dana Whitfield had until Friday, February 19, 2027 at 5:00 PM Eastern Standard Time to decide.'),
    );
  });

  test('hears that there is nothing to do only when nothing else is asked of them', () => {
    const { item, plan } = UNANSWERED.find((each) => each.item.template === 'decision-awaited') ?? {};
    if (!item || !plan) throw new Error('Nobody was told.');
    const only = { ...plan, requests: { decision: plan.requests.decision as Request } };
    const { subject, text } = sent(item, only).mail;
    expect(subject).toBe('A decision is to be made by February 19: nothing for you to do');
    expect(text).toContain('Until then there is nothing for you to do.');
  });

  test('hears that it is late and who has been told', () => {
    const overdue = UNANSWERED.filter(({ item }) => item.template === 'decision-overdue');
    const said = (told: string) =>
      `Dear Jordan Reyes,

The decision that was due by Friday, February 19, 2027 at 5:00 PM Eastern Standard Time has not been recorded yet.

${told} been told that it is late. You did not cause this, and it says nothing about you.

You receive a copy of the decision when it is recorded. Until then there is nothing for you to do.

${CLOSING}`;
    expect(overdue.map(({ item, mail }) => [item.to, mail.subject, mail.text])).toEqual([
      ['employee', 'A decision due on February 19 is late: nothing for you to do', said('Morgan Ellis has')],
    ]);
  });
});

test('whoever is asked to confirm a proposed decision is reminded of that, and of nothing else', () => {
  const plan = lived.proposed().require();
  const [requestId = ''] = plan.proposal?.awaiting ?? [];
  const to = plan.requests[requestId]?.respondents[0]?.participant ?? '';
  const mailOf = (template: 'reminder' | 'escalation', reader: string): string =>
    sent({ kind: 'mail', key: 'k', template, to: reader, requestId }, plan).mail.text;
  expect(mailOf('reminder', to)).toContain(
    'We asked you to confirm a proposed decision or send it back, and you have done neither yet.',
  );
  expect(mailOf('escalation', 'supervisor')).toContain(
    'A proposed decision has been neither confirmed nor sent back.',
  );
});

describe('an outcome that nobody decided', () => {
  test('is not called a written decision', () => {
    expect(of('decision-recorded', 'employee', 'decision', BY_RULE)).toMatchObject({
      subject: 'An outcome is recorded and ready for you to read',
      text: `Dear Jordan Reyes,

No decision was made in time. Under the rule that applies, the plan counts as met.

This is your link to read what is recorded and print it.

Read the record:
${THE_LINK}`,
    });
    expect(of('decision-recorded', 'employee', 'decision', BY_RULE).html).toContain(
      '>No decision was made in time.</div>',
    );
  });

  test('ends the chase for whoever was only asked to see to it', () => {
    expect(BY_RULE.at(-1)?.mail).toMatchObject({
      subject: 'A decision is no longer needed: nothing more to do',
      text: `Dear Priya Raman,

The decision you were asked to see to was not made in time, and a rule has settled it. Nothing more is needed from you.

It concerns Jordan Reyes.

${CLOSING}`,
    });
  });

  test('is not said of a decision that somebody made where the rule stood ready', () => {
    const settings = { onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'General Counsel' } };
    const scenario = Scenario.launched(dcDraft({ settings })).until('2027-02-19T15:00:00Z');
    const mails = mailsOf(scenario);
    scenario.answer('decision', 'supervisor', decided('met'));
    expect(of('decision-recorded', 'employee', 'decision', mails).subject).toBe(
      'A written decision is ready for you to read',
    );
  });
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
  const toThem = sent({ ...item, to: 'employee' }, { ...plan, draft: { ...plan.draft, participants } }).mail;
  expect(toThem.text).toMatch(/^Dear Jo Bcc: x@y\.example <b>R<\/b>,\n\nThere/);
  expect(toThem.html).toContain('>Dear Jo Bcc: x@y.example &lt;b>R&lt;/b>,</p>');
  const { mail } = sent(item, { ...plan, draft: { ...plan.draft, participants } });
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.text).toContain('It concerns Jo Bcc: x@y.example <b>R</b>.');
  expect(mail.html).toContain('It concerns Jo Bcc: x@y.example &lt;b>R&lt;/b>.');
});
