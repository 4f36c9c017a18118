import { expect, test } from 'vitest';
import { record } from '../../adapters/chain.ts';
import { planHash } from '../../adapters/evidence-hash.ts';
import type { SentMail } from '../../adapters/record-packet.ts';
import { sealRecord } from '../../adapters/record-packet.ts';
import { draftAt } from '../../adapters/signatures-in.ts';
import type { OutboxRow, RecordedEvent } from '../../adapters/store.ts';
import { verdictOn } from '../../adapters/verify-record.ts';
import {
  type AcknowledgementAnswer,
  type AnswerEvidence,
  type Fact,
  fold,
  type PlanEvent,
  planText,
  stamp,
} from '../../domain/index.ts';
import { signed } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import { PLAN, sealedRecord } from '../support/sealed-record.ts';

const MAIL: OutboxRow = {
  kind: 'mail',
  key: '000004-mail-employee',
  template: 'request-opened',
  to: 'employee',
  requestId: 'acknowledgement',
  link: 'secret-link',
  planId: PLAN,
  status: 'SENT',
  createdAt: '2026-12-01T15:00:00Z',
  settledAt: '2026-12-01T15:00:02Z',
  attempts: 1,
  messageId: 'ses-1',
};

/** A plan launched, amended and signed for by the employee, with what is said of the signature. */
function signedPlan(evidence?: Partial<AnswerEvidence>, answer = signed('Jordan Reyes')): PlanEvent[] {
  const scenario = Scenario.launched().until('2026-12-02T15:00:00Z');
  scenario.when({
    type: 'AmendPlan',
    changes: { title: 'Permit reviews' },
    reason: 'The title was too long.',
  });
  scenario.until('2026-12-03T15:00:00Z');
  const { draft, version } = scenario.require();
  const given: AnswerEvidence = {
    method: 'email_link',
    link: 'b'.repeat(64),
    generation: 1,
    mail: MAIL.key,
    shownAt: '2026-12-03T14:58:00Z',
    seen: version,
    language: 'en',
    statement: 'I have received and read this plan.',
    textHash: 'a'.repeat(64),
    planHash: planHash(draft),
    ip: '192.0.2.1',
    userAgent: 'Browser',
    ...evidence,
  };
  const command = { type: 'AnswerRequest', requestId: 'acknowledgement-2', by: 'employee', answer } as const;
  scenario.when(evidence ? { ...command, evidence: given } : command);
  return scenario.events;
}

function sealed(events: PlanEvent[], outbox: OutboxRow[] = [MAIL]) {
  const chained: RecordedEvent[] = [];
  const { events: some, pack } = sealedRecord();
  for (const event of events) chained.push(record(event, chained.at(-1)?.hash ?? (some[0]?.prev as string)));
  return sealRecord(PLAN, chained, pack.text, '2027-03-01T09:00:00Z', outbox);
}

const verdict = (events: PlanEvent[], outbox?: OutboxRow[]) =>
  verdictOn(Buffer.from(JSON.stringify(sealed(events, outbox))));

test('every signature has its certificate: who, what, when, in which language, and how it came', () => {
  const events = signedPlan({});
  const { head } = sealed(events);
  const draft = fold(events).draft;
  expect(verdict(events)).toEqual({
    exit: 0,
    text: `${events.length} events, unbroken, head ${head}.

Signature at event ${events.length}
  Signed by   Jordan Reyes (employee)
  Name given  Jordan Reyes
  Answer      acknowledgement: sign
  Document    Permit reviews
  Question    acknowledgement-2
  When (UTC)  2026-12-03T15:00:00Z
  Language    en
  Agreed to   I have received and read this plan.
  Text        SHA-256 ${'a'.repeat(64)}
  Plan        SHA-256 ${planHash(draft)}
  Link        SHA-256 ${'b'.repeat(64)}, generation 1
  Shown       2026-12-03T14:58:00Z, after event ${events.length - 1}
  From        192.0.2.1, Browser
  How it came by a link made for them alone, asked by mail 000004-mail-employee, sent to employee on 2026-12-01T15:00:02Z, message ses-1
  Standing    stands
  Checked     it fits the plan as it read then`,
  });
});

test('a signature that was given for another plan than it says does not fit, however unbroken the record', () => {
  const events = signedPlan({ seen: 4 });
  const said = verdict(events);
  expect(said.exit).toBe(1);
  const why = 'it was given for another plan than the one that read so at event 4';
  expect(said.text.split('\n')[1]).toBe(`The signature at event ${events.length} DOES NOT FIT: ${why}.`);
  expect(said.text).toContain(`  Checked     DOES NOT FIT: ${why}`);
});

test.each([0, -1, 1.5, 99])('a signature for the plan as it read at event %d was for none', (seen) => {
  expect(verdict(signedPlan({ seen })).text).toContain(
    `DOES NOT FIT: it names event ${seen}, before which there was no plan to sign`,
  );
});

test('what was signed on paper says so, and by whom it was seen', () => {
  const onPaper = { on: '2026-12-03', witness: 'Sam Ortiz' };
  const paper: AcknowledgementAnswer = { ...signed('Jordan Reyes'), onPaper };
  const { exit, text } = verdict(signedPlan(undefined, paper));
  expect(exit).toBe(0);
  expect(text).toContain('\n  Stands for  Received on paper\n');
  expect(text.split('\n').slice(-3)).toEqual([
    '  How it came on paper on 2026-12-03, witnessed by Sam Ortiz',
    '  Standing    stands',
    '  Checked     the record has nothing to compare it with but its place',
  ]);
});

test('a name cannot make the terminal say something else', () => {
  const { text } = verdict(
    signedPlan({ statement: 'Yes.\n  Checked \u001b[2J' }, signed('Jordan\u200f Reyes')),
  );
  expect(text).toContain('  Name given  Jordan? Reyes\n');
  expect(text).toContain('  Agreed to   Yes. Checked ?[2J\n');
});

test('of mails the record says to whom by their id, when, and what the mail service called them', () => {
  const others: OutboxRow[] = [
    { ...MAIL, key: '000004-mail-supervisor', to: 'supervisor', status: 'UNKNOWN' },
    {
      kind: 'start-workflow',
      key: '000003-start',
      run: 1,
      planId: PLAN,
      status: 'DONE',
      createdAt: '',
      attempts: 1,
    },
  ];
  const sent: SentMail = {
    key: '000004-mail-employee',
    template: 'request-opened',
    to: 'employee',
    requestId: 'acknowledgement',
    owedAt: '2026-12-01T15:00:00Z',
    sentAt: '2026-12-01T15:00:02Z',
    messageId: 'ses-1',
  };
  expect(sealed(signedPlan({}), [MAIL, ...others]).mails).toEqual([sent]);
  const altered = JSON.stringify(sealed(signedPlan({}))).replace('ses-1', 'ses-2');
  expect(verdictOn(Buffer.from(altered)).text).toBe(
    'BROKEN: something beside the events was altered: pack, mails, dates or manifest.',
  );
});

test('of a mail that the record does not show as sent, no more is said than that it asked', () => {
  const unknown: OutboxRow = { ...MAIL, status: 'UNKNOWN' };
  expect(verdict(signedPlan({}), [unknown]).text).toContain(
    '  How it came by a link made for them alone, asked by mail 000004-mail-employee, which the record does not show as sent\n',
  );
});

test('the plan at every event is the one that folding the events gives, but for addresses', () => {
  const events = [...signedPlan({})];
  const plan = fold(events);
  const email = 'new@agency.example';
  const corrected: Fact = { type: 'AddressCorrected', participant: 'hr', email, handed: [] };
  events.push(stamp(corrected, plan, plan.updatedAt, { kind: 'principal', id: 'hr-system' }));
  for (const { seq } of events) {
    const [said, folded] = [draftAt(events as RecordedEvent[], seq), fold(events.slice(0, seq)).draft];
    expect(said && planText(said)).toEqual(planText(folded));
  }
});

/** Signs what is read at `seen`, after whatever happens in between. */
function signing(before: (scenario: Scenario) => void, between: (scenario: Scenario) => void = () => {}) {
  const scenario = Scenario.launched().until('2026-12-02T15:00:00Z');
  before(scenario);
  const { draft, version: seen } = scenario.require();
  between(scenario);
  const hash = planHash(scenario.require().draft);
  const evidence: AnswerEvidence = {
    method: 'email_link',
    link: 'b'.repeat(64),
    generation: 1,
    shownAt: scenario.now,
    seen,
    language: 'en',
    planHash: hash,
  };
  const answer = signed('Jordan Reyes');
  scenario.when({ type: 'AnswerRequest', requestId: 'acknowledgement', by: 'employee', answer, evidence });
  return { ...verdict(scenario.events), same: hash === planHash(draft) };
}
const corrects = (participant: string) => (scenario: Scenario) => {
  scenario.when({ type: 'CorrectAddress', participant, email: 'new@agency.example' });
};

test.each([
  ['after their own address was corrected', signing(corrects('employee'))],
  ['on a form that was shown before HR’s address was corrected', signing(() => {}, corrects('hr'))],
])('a signature given %s fits the plan', (_, { exit, text, same }) => {
  expect([exit, same]).toEqual([0, true]);
  expect(text).toContain('it fits the plan as it read then');
});

test('a word of the plan, a name among its people, or their part makes another hash; where and how they read does not', () => {
  const draft = dcDraft();
  const changed = (change: (draft: ReturnType<typeof dcDraft>) => void): boolean => {
    const other = structuredClone(draft);
    change(other);
    return planHash(other) !== planHash(draft);
  };
  expect(changed(({ items }) => Object.assign(items[0] ?? {}, { deficiency: 'x' }))).toBe(true);
  expect(changed(({ participants }) => Object.assign(participants[0] ?? {}, { name: 'x' }))).toBe(true);
  expect(changed(({ participants }) => Object.assign(participants[0] ?? {}, { role: 'mentor' }))).toBe(true);
  const reading = { email: 'x@agency.example', language: 'es', timeZone: 'Europe/Madrid' };
  expect(changed(({ participants }) => Object.assign(participants[0] ?? {}, reading))).toBe(false);
});
