import { expect, test } from 'vitest';
import { type RenderedMail, renderDigest } from '../../views/mails.ts';
import { LANGUAGES, wordsIn } from '../../views/words.ts';
import { Scenario } from '../support/scenario.ts';
import { LINK, modelOf, sent } from './mailed.ts';

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

test('among other news it is something to do, and comes first', () => {
  const part = (template: 'recognition' | 'wrong-person') => ({
    template,
    model: modelOf({ kind: 'mail', key: 'k', template, to: 'hr', about: 'employee' }, plan),
  });
  const { subject, text } = renderDigest([part('recognition'), part('wrong-person')]);
  expect(subject).toBe(wordsIn('en').mails.digest.subject.open(2));
  expect(text.match(/^\d\. .*$/gm)).toEqual([
    '1. Please check an e-mail address',
    '2. Something that went well is on the record',
  ]);
});

test.each(LANGUAGES)(
  'a mail with a link says what to do when it was meant for somebody else (%s)',
  (language) => {
    const words = wordsIn(language);
    const said = `${words.linkHelp.mail.notYours}\n${LINK}/in/wrong-person`;
    const lines = `${words.mails.personal}\n\n${said}\n\n${words.mails.contact('people-team@agency.example')}`;
    const { link: _, ...unlinked } = RENEWED;
    const model = (item: typeof unlinked) => modelOf(item, plan, plan.updatedAt, words);
    const part = (item: typeof unlinked) => ({ template: item.template, model: model(item) });
    const [linked, without] = [RENEWED, unlinked].map((item) => [
      sent(item, plan, plan.updatedAt, words).mail,
      renderDigest([part(item), part(item)]),
    ]) as [RenderedMail[], RenderedMail[]];
    for (const { text, html } of linked) {
      expect(text).toContain(lines);
      expect(text.split(said)).toHaveLength(2);
      expect(html.split(words.linkHelp.mail.notYours)).toHaveLength(2);
      expect(html.split(`href="${LINK}/in/wrong-person"`)).toHaveLength(2);
    }
    for (const { text, html } of without) expect(text + html).not.toContain('wrong-person');
  },
);

test.each(LANGUAGES)('no subject of them gives away what it is about (%s)', (language) => {
  const words = wordsIn(language);
  for (const template of ['link-renewed', 'wrong-person'] as const) {
    const { mail } = sent({ ...RENEWED, template, about: 'employee' }, plan, plan.updatedAt, words);
    expect(mail.subject).not.toMatch(/\bPIP\b|\bplan\b|improvement|mejora|Jordan/i);
  }
});
