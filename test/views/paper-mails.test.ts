import { expect, test } from 'vitest';
import { LANGUAGES, wordsIn } from '../../views/words.ts';
import { signed } from '../support/answers.ts';
import { Scenario } from '../support/scenario.ts';
import { LINK, mailsOfLife, modelOf, sent } from './mailed.ts';

const paper = {
  type: 'ServeOnPaper',
  requestId: 'acknowledgement',
  to: 'employee',
  on: '2026-12-02',
  witness: 'Sam Ortiz',
} as const;
const served = (said: { signed?: boolean; typedName?: string; to?: string }): Scenario =>
  Scenario.launched()
    .until('2026-12-02T15:00:00Z')
    .after({ ...paper, ...said });
const mailOf = (scenario: Scenario) => {
  const found = mailsOfLife(scenario).findLast(({ item }) => item.template === 'served-on-paper');
  if (!found) throw new Error('No mail was owed.');
  // It leaves after everything that was committed with it.
  return sent(found.item, scenario.require());
};
const textOf = (scenario: Scenario): string => mailOf(scenario).mail.text.replaceAll(/\s+/g, ' ');

const HANDED =
  'Human Resources recorded that something was handed to you on paper on Wednesday, December 2, 2026. It was about a document to acknowledge.';
const SIGNED = 'It is recorded that you signed to say that you received it.';
const NOT_SIGNED = 'It is recorded that you received it and did not sign it.';

test.each([
  ['only received it', {}, [], [SIGNED, NOT_SIGNED, 'Read what is recorded'], 'Read what you are asked'],
  ['signed', { signed: true, typedName: 'Jordan Reyes' }, [SIGNED], [NOT_SIGNED], 'Read what is recorded'],
  ['did not sign', { signed: false }, [NOT_SIGNED], [SIGNED], 'Read what is recorded'],
])(
  'whoever, as HR says, %s is told that and how to say that it is not right',
  (_, said, told, untold, label) => {
    const { mail } = mailOf(served(said));
    expect(mail.subject).toBe('Something was recorded for you: please have a look');
    const text = textOf(served(said));
    const right = 'If this is not right, write to the contact below; it can be added to the record.';
    for (const part of [HANDED, right, label, LINK, ...told]) expect(text).toContain(part);
    for (const part of untold) expect(text).not.toContain(part);
    expect(mail.html).not.toContain('Ortiz');
    expect(text).not.toContain('Ortiz');
  },
);

test('what is recorded by the time it leaves is what it says', () => {
  const scenario = served({ signed: true, typedName: 'Jordan Reyes' });
  const { item } = mailOf(scenario);
  const now = scenario.after({ ...paper, signed: false }).require();
  expect(sent(item, now).mail.text.replaceAll(/\s+/g, ' ')).toContain(NOT_SIGNED);
});

test('whoever else got it on paper is told whom it concerns', () => {
  expect(textOf(served({ to: 'supervisor' }))).toContain('It concerns Jordan Reyes.');
  expect(textOf(served({}))).not.toContain('Jordan Reyes.');
});

test('an answer by link is what there is to read, whatever the paper says', () => {
  const scenario = Scenario.launched().until('2026-12-02T15:00:00Z');
  scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
  const { item, plan } = mailOf(scenario.after(paper));
  expect(modelOf(item, plan).served).toEqual({
    day: 'Wednesday, December 2, 2026',
    signed: undefined,
    answered: true,
  });
});

test('Human Resources learns that it got lost, and is not asked to hand over again what was handed over', () => {
  const scenario = served({});
  const { item } = mailOf(scenario);
  const { key } = item;
  const mail = { key, template: 'served-on-paper', to: 'employee', outcome: 'failed' } as const;
  scenario.when({ type: 'RecordUndelivered', mail: { ...mail, requestId: 'acknowledgement' } });
  const told = mailsOfLife(scenario).findLast((each) => each.item.template === 'mail-undelivered');
  expect(told?.item.to).toBe('hr');
  expect(told?.mail.text).toContain('It told them what is recorded as handed to them on paper');
  expect(told?.mail.text).not.toContain('If you hand it over on paper');
});

test.each(LANGUAGES)('its subject gives nothing away (%s)', (language) => {
  const { item, plan } = mailOf(served({}));
  const { mail } = sent(item, plan, plan.updatedAt, wordsIn(language));
  expect(mail.subject).not.toMatch(/\bPIP\b|\bplan\b|improvement|mejora|Jordan|sign|firm/i);
});
