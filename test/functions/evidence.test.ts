import { describe, expect, test } from 'vitest';
import { planHash, sha256 } from '../../adapters/evidence-hash.ts';
import type { LinkRow } from '../../adapters/store.ts';
import {
  type AcknowledgementAnswer,
  type Answer,
  type DecisionAnswer,
  evolve,
  fold,
  type Instant,
  type Plan,
  type PlanEvent,
  pinnedRules,
  type Request,
  stamp,
} from '../../domain/index.ts';
import { evidenceOf } from '../../functions/pages/evidence.ts';
import {
  answerView,
  certificateOf,
  isSignedAnswer,
  signedDocument,
  type ViewContext,
} from '../../views/models.ts';
import { en } from '../../views/words/en.ts';
import { decided, REASONS, rated, signed } from '../support/answers.ts';
import { livedUntil } from '../support/lived.ts';
import { Scenario } from '../support/scenario.ts';

const AGENT = 'Mozilla/5.0 (iPhone)\u0007';
const opened = () => Scenario.launched().until('2026-12-01T15:00:00Z');

const contextOf = (plan: Plan, reader: string, { library }: Scenario): ViewContext => ({
  plan,
  ...pinnedRules(plan, library),
  reader,
  words: en,
  zone: 'America/New_York',
});

/** Answers half an hour after the question was read, as the door of the pages does. */
function give(
  scenario: Scenario,
  requestId: string,
  by: string,
  answer: Answer,
  issue: Partial<LinkRow & { shownAt: Instant }> = {},
) {
  const plan = scenario.require();
  const question = plan.requests[requestId] as Request;
  const shownAt = issue.shownAt ?? scenario.now;
  const link = question.respondents.find(({ participant }) => participant === by)?.link ?? '';
  const row: LinkRow = {
    link,
    planId: plan.id,
    participant: by,
    purpose: 'answer',
    requestId,
    seq: 1,
    generation: 2,
    ...(issue.generation && { generation: issue.generation }),
    ...(issue.seq && { seq: issue.seq }),
  };
  const evidence = evidenceOf({
    link: row,
    shownAt,
    seen: plan.version,
    question,
    answer,
    context: contextOf(plan, by, scenario),
    from: { sourceIp: '192.0.2.1', headers: { 'user-agent': AGENT } },
  });
  scenario.now = scenario.now.replace(':00:00Z', ':30:00Z');
  scenario.when({ type: 'AnswerRequest', requestId, by, answer, evidence });
  return { evidence, link, event: scenario.events.find(isAnswer(requestId, by)) as Answered };
}

type Answered = Extract<PlanEvent, { type: 'RequestAnswered' }>;
const isAnswer = (requestId: string, by: string) => (event: PlanEvent) =>
  event.type === 'RequestAnswered' && event.requestId === requestId && event.by === by;

/** What somebody makes who holds the record and this version of the software, and nothing else. */
function remade(scenario: Scenario, { answer, by, requestId, evidence }: Answered) {
  const plan = fold(scenario.events.slice(0, evidence?.seen));
  if (!isSignedAnswer(answer)) throw new Error('This is not a signature.');
  const question = plan.requests[requestId] as Request;
  return { plan, text: signedDocument(question, answer, contextOf(plan, by, scenario)) };
}

test('a signature keeps who was asked how, what they saw and agreed to, and where it came from', () => {
  const scenario = opened();
  const { event, link } = give(scenario, 'acknowledgement', 'employee', signed('Jordan Reyes'));
  const { plan, text } = remade(scenario, event);
  expect(event.evidence).toEqual({
    method: 'email_link',
    link: sha256(link),
    generation: 2,
    mail: plan.requests.acknowledgement?.respondents[0]?.mailed[0]?.key,
    shownAt: '2026-12-01T15:00:00Z',
    seen: plan.version,
    language: 'en',
    statement: `I have received and read this plan. ${
      pinnedRules(plan, scenario.library).pack.acknowledgement.meaning.is
    } Typing your name here stands for your signature on this answer.`,
    textHash: sha256(text),
    planHash: planHash(plan.draft),
    ip: '192.0.2.1',
    userAgent: 'Mozilla/5.0 (iPhone)',
  });
  expect(scenario.require().requests.acknowledgement?.respondents[0]?.evidence).toEqual(event.evidence);
  expect(JSON.stringify(event)).not.toContain(link);
});

test('the text can be made again from the record, and says all that was read', async () => {
  const scenario = opened();
  const { event } = give(scenario, 'acknowledgement', 'employee', signed('Jordan Reyes'));
  await expect(remade(scenario, event).text).toMatchFileSnapshot('expected/signed-document.txt');
});

test('another word, reader or answer makes another text', () => {
  const plan = opened().require();
  const text = (change: (plan: Plan) => void, by = 'employee', answer = signed('J')) => {
    const changed = structuredClone(plan);
    change(changed);
    const question = changed.requests.acknowledgement as Request;
    return signedDocument(question, answer, contextOf(changed, by, opened()));
  };
  const same = text(() => {});
  expect(text(() => {})).toBe(same);
  const others = [
    text(({ draft }) => Object.assign(draft, { title: 'x' })),
    text(({ draft }) => Object.assign(draft.reason, { summary: 'x' })),
    text(({ draft }) => Object.assign(draft.items[0] ?? {}, { deficiency: 'x' })),
    text(({ draft }) => Object.assign(draft.items[0]?.checkIns[0] ?? {}, { benchmark: 1 })),
    text(() => {}, 'supervisor'),
    text(() => {}, 'employee', { ...signed('J'), choice: 'decline' } as AcknowledgementAnswer),
  ];
  expect(new Set([same, ...others]).size).toBe(7);
});

test('a later version is signed with what is different in it', () => {
  const scenario = opened();
  scenario.when({ type: 'AmendPlan', changes: { title: 'Permit reviews' }, reason: 'Too long before.' });
  scenario.until('2026-12-03T15:00:00Z');
  const { event } = give(scenario, 'acknowledgement-2', 'employee', signed('Jordan Reyes'));
  const { text } = remade(scenario, event);
  expect(sha256(text)).toBe(event.evidence?.textHash);
  for (const said of ['Too long before.', 'Permit reviews: accuracy and timeliness | Permit reviews'])
    expect(text).toContain(said);
});

test('a decision is signed with its own words, and a confirmation with those of the proposal', () => {
  const scenario = livedUntil('2027-02-05T14:00:00Z');
  const answer: DecisionAnswer = decided('reassign', { reasons: REASONS });
  const { event } = give(scenario, 'decision', 'supervisor', answer);
  expect(event.evidence?.statement).toMatch(/^What is the outcome\? .+\. Typing your name here stands for/);
  const { text } = remade(scenario, event);
  expect(sha256(text)).toBe(event.evidence?.textHash);
  expect(text).toContain('Below the goal.');
});

test('whoever declines agrees to nothing but that', () => {
  const declined = { ...signed('Dana Whitfield'), choice: 'decline' as const };
  expect(give(opened(), 'acknowledgement', 'supervisor', declined).evidence.statement).toBe(
    'I decline to sign. Typing your name here stands for your signature on this answer.',
  );
});

test('an answer that is not signed keeps how it came, and nothing of the device', () => {
  const scenario = Scenario.launched().until('2026-12-18T15:00:00Z');
  const { evidence, link } = give(scenario, 'check-in-2026-12-18', 'employee', rated('near'));
  expect(evidence).toEqual({
    method: 'email_link',
    link: sha256(link),
    generation: 2,
    mail: scenario.require().requests['check-in-2026-12-18']?.respondents[0]?.mailed.at(-1)?.key,
    shownAt: '2026-12-18T15:00:00Z',
    seen: expect.any(Number),
    language: 'en',
  });
});

test('a mail that came back carried nothing', () => {
  const scenario = opened();
  const [mailed] = scenario.require().requests.acknowledgement?.respondents[0]?.mailed ?? [];
  const { key = '' } = mailed ?? {};
  const mail = { key, template: 'request-opened', to: 'employee', outcome: 'failed' } as const;
  scenario.when({ type: 'RecordUndelivered', mail: { ...mail, requestId: 'acknowledgement' } });
  expect(give(scenario, 'acknowledgement', 'employee', signed('J')).evidence).not.toHaveProperty('mail');
});

describe('a link that was renewed', () => {
  function renewed() {
    const scenario = opened();
    scenario.now = '2026-12-01T16:00:00Z';
    const link = scenario.require().requests.acknowledgement?.respondents[0]?.link ?? '';
    const asked = { link, participant: 'employee', requestId: 'acknowledgement', purpose: 'answer' } as const;
    scenario.when({ type: 'RenewLink', ...asked });
    const { version: seq } = scenario.require();
    return { scenario, issue: { seq, generation: 2 }, key: `${String(seq).padStart(6, '0')}-mail-employee` };
  }

  test('was mailed by what renewed it, and the certificate says when they were asked so', () => {
    const { scenario, issue, key } = renewed();
    const { evidence } = give(scenario, 'acknowledgement', 'employee', signed('J'), issue);
    expect(evidence).toMatchObject({ generation: 2, mail: key });
    const plan = scenario.require();
    const request = plan.requests.acknowledgement as Request;
    const [person] = request.respondents;
    const certificate = person && certificateOf(request, person, contextOf(plan, 'employee', scenario));
    expect(certificate?.facts.at(-1)?.value).toBe(
      'With a link made for this person alone, asked by mail on Tuesday, December 1, 2026 at 11:00 AM Eastern Standard Time',
    );
  });

  test('was mailed by the newest reminder after that', () => {
    const { scenario, issue } = renewed();
    scenario.until('2026-12-04T16:00:00Z');
    const newest = scenario.events.findLast(({ type }) => type === 'Reminded')?.seq ?? 0;
    const { evidence } = give(scenario, 'acknowledgement', 'employee', signed('J'), issue);
    expect(newest).toBeGreaterThan(issue.seq);
    expect(evidence.mail).toBe(`${String(newest).padStart(6, '0')}-mail-employee`);
  });

  test('was not mailed by a reminder that came after the form was shown, nor by a new link of somebody else', () => {
    const { scenario, issue, key } = renewed();
    const shownAt = scenario.now;
    const link = scenario.require().requests.acknowledgement?.respondents[1]?.link ?? '';
    const asked = { link, participant: 'supervisor', requestId: 'acknowledgement' } as const;
    scenario.when({ type: 'RenewLink', ...asked, purpose: 'answer' });
    scenario.until('2026-12-04T16:00:00Z');
    const seen = { ...issue, shownAt };
    expect(give(scenario, 'acknowledgement', 'employee', signed('J'), seen).evidence.mail).toBe(key);
  });

  test('because the address was right all along was mailed with the question', () => {
    const scenario = opened();
    const participant = 'employee';
    scenario.when({ type: 'ReportWrongPerson', participant, requestId: 'acknowledgement' });
    scenario.when({ type: 'CorrectAddress', participant, email: 'jordan.reyes@agency.example' });
    const seq = scenario.events.findLast(({ type }) => type === 'AddressCorrected')?.seq ?? 0;
    const issue = { seq, generation: 2 };
    const { evidence } = give(scenario, 'acknowledgement', 'employee', signed('J'), issue);
    expect(evidence.mail).toBe(`${String(seq).padStart(6, '0')}-mail-employee-acknowledgement`);
  });

  test('was in none of the mails before it, when the mail that renewed it was lost', () => {
    const { scenario, issue, key } = renewed();
    const mail = { key, template: 'link-renewed', to: 'employee', outcome: 'failed' } as const;
    scenario.when({ type: 'RecordUndelivered', mail: { ...mail, requestId: 'acknowledgement' } });
    const { evidence } = give(scenario, 'acknowledgement', 'employee', signed('J'), issue);
    expect(evidence).not.toHaveProperty('mail');
  });
});

test('evidence goes with its answer: to the one that takes its place, and away with one sent back', () => {
  const scenario = opened();
  give(scenario, 'acknowledgement', 'employee', signed('Jordan Reyes'));
  scenario.answer('acknowledgement', 'employee', signed('Somebody Else'));
  expect(scenario.require().requests.acknowledgement?.respondents[0]).not.toHaveProperty('evidence');

  give(scenario, 'acknowledgement', 'employee', signed('Jordan Reyes'));
  const about = { requestId: 'acknowledgement', to: 'employee', by: 'hr', reason: 'Please look again.' };
  const returned = stamp(
    { type: 'AnswerReturned', ...about },
    scenario.require(),
    scenario.now,
    scenario.context.actor,
  );
  const [person] = evolve(scenario.plan, returned).requests.acknowledgement?.respondents ?? [];
  expect(person).not.toHaveProperty('answer');
  expect(person).not.toHaveProperty('evidence');
});

const DOCUMENT = {
  label: 'Document',
  value: 'Permit reviews: accuracy and timeliness, version 1',
  said: 'plan',
  parts: ['Permit reviews: accuracy and timeliness'],
};

test('the certificate says who, what, when and how, with a fingerprint that can be compared', () => {
  const scenario = opened();
  const { evidence } = give(scenario, 'acknowledgement', 'employee', signed('J. Reyes'));
  const plan = scenario.require();
  const request = plan.requests.acknowledgement as Request;
  const [person, other] = request.respondents;
  const certificate = person && certificateOf(request, person, contextOf(plan, 'employee', scenario));
  expect(certificate).toEqual({
    facts: [
      { label: 'Signed by', value: 'Jordan Reyes' },
      { label: 'Name as typed', value: 'J. Reyes' },
      DOCUMENT,
      { label: 'Language it was shown in', value: 'English' },
      { label: 'What was agreed to', value: evidence.statement, said: 'en' },
      {
        label: 'When',
        value: 'Tuesday, December 1, 2026 at 10:30 AM Eastern Standard Time (2026-12-01T15:30:00Z UTC)',
      },
      {
        label: 'Reference',
        value: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4} \(plan-1 \/ acknowledgement \/ employee\)$/),
      },
      {
        label: 'How it came',
        value:
          'With a link made for this person alone, asked by mail on Tuesday, December 1, 2026 at 10:00 AM Eastern Standard Time',
      },
    ],
    fingerprint: expect.stringMatching(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/),
  });
  expect(certificate?.fingerprint?.replaceAll(' ', '')).toBe(evidence.textHash);
  expect(other && certificateOf(request, other, contextOf(plan, 'supervisor', scenario))).toBeUndefined();
});

test('of what was signed on paper, the certificate says when and who saw it', () => {
  const scenario = opened();
  const paper = { requestId: 'acknowledgement', to: 'employee', on: '2026-12-01', witness: 'Sam Ortiz' };
  scenario.when({ type: 'ServeOnPaper', ...paper, signed: true, typedName: 'Jordan Reyes' });
  const plan = scenario.require();
  const request = plan.requests.acknowledgement as Request;
  const [person] = request.respondents;
  const context = contextOf(plan, 'employee', scenario);
  const { pack, words } = context;
  const certificate = person && certificateOf(request, person, context);
  expect(certificate?.fingerprint).toBeUndefined();
  expect(certificate?.facts.slice(1, 3)).toEqual([
    { label: 'Name as written', value: 'Jordan Reyes' },
    DOCUMENT,
  ]);
  // Nobody who signs with a pen signs for having read it.
  expect(certificate?.facts[3]).toEqual({ label: 'What it stands for', value: 'Received on paper' });
  expect(certificate?.facts.map(({ label }) => label)).not.toContain('What was agreed to');
  expect(person?.answer && answerView(person.answer, 'employee', plan, pack, words, request)).toEqual([
    { label: words.receipt.answer.choice, value: 'Received on paper' },
    { label: 'Name as written', value: 'Jordan Reyes' },
    {
      label: 'On paper',
      value: 'Signed on paper on Tuesday, December 1, 2026, witnessed by Sam Ortiz',
    },
  ]);
  expect(certificate?.facts.at(-1)).toEqual({
    label: 'How it came',
    value: 'Signed on paper on Tuesday, December 1, 2026, witnessed by Sam Ortiz',
  });
});
