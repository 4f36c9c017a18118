import { expect, test } from 'vitest';
import { LANGUAGES, wordsIn } from '../../views/words.ts';
import { Scenario } from '../support/scenario.ts';
import { LINK, sent } from './mailed.ts';

const plan = Scenario.launched().until('2026-12-01T15:00:00Z').require();
const RENEWED = {
  kind: 'mail',
  key: 'k',
  template: 'link-renewed',
  to: 'employee',
  requestId: 'acknowledgement',
  link: 'link-1',
} as const;

test('the mail with a new link says that it was asked for, what becomes of the old one, and where it leads', () => {
  const { mail } = sent(RENEWED, plan);
  expect(mail.subject).toBe('Your new link');
  for (const said of [
    'You asked for a new link. Here it is.',
    'Links in older messages about the same thing do not open any more.',
    'If you did not ask for it, you need not do anything.',
    LINK,
  ]) {
    expect(mail.text).toContain(said);
  }
});

test('the mail about a wrong address says whose it is, and opens nothing', () => {
  const { mail } = sent(
    { kind: 'mail', key: 'k', template: 'wrong-person', to: 'hr', about: 'employee' },
    plan,
  );
  expect(mail.subject).toBe('Please check an e-mail address');
  expect(mail.text).toContain(
    'Somebody who opened a message for Jordan Reyes says that it was not meant for them.',
  );
  expect(mail.text).not.toContain('/l/');
});

test.each(LANGUAGES)('no subject of them gives away what it is about (%s)', (language) => {
  const words = wordsIn(language);
  for (const template of ['link-renewed', 'wrong-person'] as const) {
    const { mail } = sent({ ...RENEWED, template, about: 'employee' }, plan, plan.updatedAt, words);
    expect(mail.subject).not.toMatch(/\bPIP\b|\bplan\b|improvement|mejora|Jordan/i);
  }
});
