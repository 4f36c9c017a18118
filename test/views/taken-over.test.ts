import { describe, expect, test } from 'vitest';
import { owed } from '../../domain/index.ts';
import { acknowledgementModel, decisionModel, recordView } from '../../views/models.ts';
import { closedPage } from '../../views/pages.ts';
import { en } from '../../views/words/en.ts';
import { signed } from '../support/answers.ts';
import * as lived from './lived.ts';
import { mailsOfLife, type Sent, sent } from './mailed.ts';
import { MORE_PAGES } from './more-pages.ts';
import { contextOf, frame, requestOf } from './sample.ts';

const body = (mail: Sent | undefined): string[] => mail?.mail.text.split('\n\n').slice(1, -2) ?? [];
const about = (mails: Sent[], template: string, to: string, requestId?: string) =>
  mails.find(({ item }) => item.template === template && item.to === to && item.requestId === requestId);

describe('whoever has taken a plan over', () => {
  const scenario = lived.handedOver();
  const plan = scenario.require();
  const request = requestOf(plan, 'acknowledgement-2');
  const page = MORE_PAGES['acknowledgement-taken-over']?.() ?? '';

  test('is asked to confirm that, and not to have issued the plan', () => {
    expect(page).toContain('<h1>Please confirm that you have taken over this plan and have read it</h1>');
    expect(page).toContain('I have taken over this plan and have read it');
    expect(page).not.toMatch(/you issued|have issued/);
    const mail = about(mailsOfLife(scenario), 'request-opened', 'sam', 'acknowledgement-2');
    expect(mail?.mail.subject).toBe('Please confirm by December 10 that you have taken over a document');
    expect(body(mail)[0]).toBe(
      'From now on you are asked about a plan that somebody else supervised before. Please confirm that you have taken over this plan and have read it. What changed is at the top of the page.',
    );
  });

  test('reads the brief of whoever had it; the employee never does', () => {
    const handover = (reader: string) =>
      acknowledgementModel(request, scenario.now, contextOf(plan, reader)).handover;
    expect([handover('sam'), handover('employee')]).toEqual([lived.HANDOVER, undefined]);
    expect(page).toContain(lived.HANDOVER);
    const inView = (reader: string) =>
      JSON.stringify(decisionModel(request, scenario.now, contextOf(plan, reader)).fairness).includes(
        lived.HANDOVER,
      );
    expect(['sam', 'hr', 'employee', 'reviewer', 'rep'].filter(inView)).toEqual(['sam', 'hr']);
  });

  test('signs that in the record, and whoever issued the plan goes on having issued it', () => {
    const later = lived.handedOver();
    later.answer('acknowledgement-2', 'sam', signed('Sam Okafor'));
    const record = recordView(later.require(), contextOf(later.require(), 'hr').pack, en);
    const signatures = record.map(({ id, answers }) => [id, answers[0]?.said[0]?.value]);
    expect(signatures).toEqual([
      ['acknowledgement', 'I have issued and discussed this plan'],
      ['acknowledgement-2', 'I have taken over this plan and have read it'],
    ]);
  });
});

test('whoever supervised before hears once that they are asked nothing more, without a link', () => {
  const scenario = lived.handedOver();
  const event = scenario.events.find(({ type }) => type === 'ManagerChanged');
  if (!event) throw new Error('Nobody took over.');
  const items = owed(event, scenario.require()).filter((item) => item.kind === 'mail');
  expect(items.filter(({ to }) => to === 'supervisor').map(({ template, link }) => [template, link])).toEqual(
    [['plan-handed-over', undefined]],
  );
  const mail = about(mailsOfLife(scenario), 'plan-handed-over', 'supervisor');
  expect(mail?.mail.subject).toBe('Somebody else has taken over: you are asked nothing more');
  expect(body(mail)).toEqual([
    'You are no longer asked about a plan: somebody else supervises it from now on. The links you received about it do not open it any more.',
    'It concerns Jordan Reyes.',
    'What you have answered stays in its record, under your name. If you have something to add, write to the contact below.',
  ]);
});

test('a signature that a newer version put away is not said to have ended with the plan', () => {
  const plan = lived.handedOver().require();
  const [first] = recordView(plan, contextOf(plan, 'hr').pack, en);
  expect(first?.unanswered).toEqual([
    'Jordan Reyes was not given the time to answer: a newer version of the plan took its place.',
  ]);
  const page = closedPage(requestOf(plan, 'acknowledgement'), contextOf(plan, 'employee'), [], frame);
  expect(page).toContain('A newer version of the plan has taken its place.');
});

describe('a decision that is not to be made yet', () => {
  const scenario = lived.calledOff();
  const mails = mailsOfLife(scenario);

  test('is called off to whoever was asked for it and to whoever waits for it', () => {
    const told = mails.filter(({ item }) => item.template === 'plan-changed');
    expect(told.map(({ item }) => [item.to, item.requestId])).toEqual([
      ['employee', 'decision'],
      ['supervisor', 'decision'],
    ]);
    expect(body(told[1])).toEqual([
      'The plan that earlier messages were about goes on, so the decision about it is not to be made for now. It is asked for again when the days of the plan are over.',
      'It concerns Jordan Reyes.',
      'Its last day is now Sunday, February 21, 2027.',
    ]);
  });

  test('says behind its link that the plan goes on', () => {
    const plan = scenario.require();
    expect(closedPage(requestOf(plan, 'decision'), contextOf(plan, 'supervisor'), [], frame)).toContain(
      'The plan goes on: no decision is to be made for now. It is asked for again when the days of the plan are over.',
    );
  });

  test('had said before that HR first has to answer, and not what', () => {
    const before = lived.lived('2027-02-08T15:00:00Z');
    const plan = before.require();
    const waits = (known: typeof plan) =>
      decisionModel(requestOf(known, 'decision'), before.now, contextOf(known, 'supervisor')).waitsForHr;
    expect(waits(plan)).toBe(true);
    expect(waits(lived.settled(before).require())).toBe(false);
    const asked = lived.lived('2026-12-11T15:00:00Z');
    asked.when({ type: 'AskAccommodation', by: 'employee' });
    const open = requestOf(asked.require(), 'acknowledgement');
    expect(decisionModel(open, asked.now, contextOf(asked.require(), 'supervisor')).waitsForHr).toBe(true);
  });
});

describe('the mail about a new version', () => {
  const mails = mailsOfLife(lived.amended());

  test('says that the plan reads differently and where, to each in their part', () => {
    const employee = about(mails, 'request-opened', 'employee', 'acknowledgement-2');
    expect(employee?.mail.subject).toBe('A document has changed: please sign for it by December 18');
    expect(body(employee)[0]).toBe(
      'The plan that earlier messages were about reads differently from now on. What changed is at the top of the page. Please read it and say whether you have received it. Receiving it does not mean that you agree with it.',
    );
    expect(body(about(mails, 'request-opened', 'supervisor', 'acknowledgement-2'))[0]).toBe(
      'The plan that earlier messages were about reads differently from now on. What changed is at the top of the page. Please discuss it, and confirm that you have discussed it as it reads now.',
    );
  });
});

test('the days in total are those that count, before and after, whatever stood still meanwhile', () => {
  const scenario = lived.lived('2026-12-17T15:00:00Z');
  scenario.when({ type: 'PausePlan', from: '2026-12-17', until: '2026-12-23', reason: 'approved_absence' });
  scenario.until('2027-01-05T15:00:00Z');
  scenario.when({ type: 'ExtendPlan', endDate: '2027-03-13', reason: 'The course was moved.' });
  scenario.until('2027-01-05T15:00:01Z');
  const plan = scenario.require();
  const request = requestOf(plan, 'acknowledgement-3');
  const model = acknowledgementModel(request, scenario.now, contextOf(plan, 'employee'));
  const total = (facts: { label: string; value: string }[] = []) =>
    facts.find(({ label }) => label === 'Days in total')?.value;
  expect(total(model.changes?.facts)).toBe('90 days (before: 60 days), approved absence not counted');
  expect(total(model.plan.facts)).toBe('90, approved absence not counted');
});

describe('HR', () => {
  const scenario = lived.lived('2026-12-31T15:00:00Z').until('2027-01-12T15:00:00Z');
  const mails = mailsOfLife(scenario);

  test('is not told of their own silence as of somebody else’s', () => {
    const mail = mails.find(
      ({ item }) => item.template === 'escalation' && item.requestId === `attribution-${lived.CHECK_IN}`,
    );
    expect(mail?.item.to).toBe('hr');
    expect(body(mail).slice(0, 3)).toEqual([
      'A question to Human Resources is still open.',
      'It is about the check-in of Friday, December 18, 2026.',
      'It concerns Jordan Reyes.',
    ]);
  });

  test('hears of a missed check-in that a question about it follows', () => {
    const told = scenario.events.find(
      (event) => event.type === 'Escalated' && event.requestId === lived.CHECK_IN,
    );
    const plan = scenario.require();
    const [item] = told ? owed(told, plan).filter((each) => each.kind === 'mail' && each.to === 'hr') : [];
    if (item?.kind !== 'mail') throw new Error('HR was not told.');
    expect(sent(item, plan).mail.text).toContain('A question about it comes in a mail of its own.');
  });
});
