import { describe, expect, test } from 'vitest';
import { evolve, type MailTemplate, type Plan } from '../../domain/index.ts';
import type { RenderedMail } from '../../views/mails.ts';
import { Scenario } from '../support/scenario.ts';
import * as lived from './lived.ts';
import { afterSuccess, LINK, livesMailed, mailsOfLife, type Sent, sent } from './mailed.ts';

const LIVES = livesMailed();

function of(template: MailTemplate, to: string, requestId: string | undefined, mails: Sent[]): RenderedMail {
  const found = mails.find(
    ({ item }) =>
      item.template === template && item.to === to && (!requestId || item.requestId === requestId),
  );
  if (!found) throw new Error(`No ${template} to ${to} was owed.`);
  return found.mail;
}

describe('news of a plan', () => {
  const news = (template: MailTemplate, to: string): RenderedMail => of(template, to, undefined, LIVES);
  const said = ({ text }: RenderedMail): string[] => text.split('\n\n').slice(1, -2);

  test('that stands still says so, and from when it goes on if that is known', () => {
    expect(news('plan-paused', 'supervisor').subject).toBe('Nothing is asked of you for the time being');
    expect(said(of('plan-paused', 'supervisor', undefined, mailsOfLife(lived.everything())))).toEqual([
      'The plan that earlier messages were about stands still. Nothing is due meanwhile, and no day of it counts.',
      'It concerns Jordan Reyes.',
      'It goes on on Friday, January 22, 2027.',
    ]);
    expect(said(of('plan-paused', 'employee', undefined, mailsOfLife(lived.paused())))).toEqual([
      'The plan that earlier messages were about stands still. Nothing is due meanwhile, and no day of it counts.',
      'You hear from us when it goes on.',
    ]);
  });

  test('that stands still says to HR what still waits for them', () => {
    const scenario = lived.paused();
    const before = scenario.events.findIndex(({ type }) => type === 'PlanPaused');
    const asking = new Scenario();
    for (const event of scenario.events.slice(0, before)) asking.plan = evolve(asking.plan, event);
    asking.now = scenario.events[before]?.at ?? '';
    asking.when({ type: 'AskAccommodation', by: 'employee' });
    const { plan } = asking;
    if (!plan) throw new Error('Nothing was lived.');
    const paused: Plan = { ...plan, status: 'paused' };
    const to = (participant: string) =>
      sent({ kind: 'mail', key: 'k', template: 'plan-paused', to: participant }, paused).mail;
    expect(to('hr').subject).toBe('A question to Human Resources is still open');
    expect(said(to('hr'))[0]).toContain('What Human Resources was asked is still open');
    expect(to('supervisor').subject).toBe('Nothing is asked of you for the time being');
  });

  test('that goes on gives its new last day', () => {
    expect(said(news('plan-changed', 'employee'))).toEqual([
      'The dates of the plan that earlier messages were about are different now. Whatever you are asked from here on comes by the new ones.',
      'Its last day is now Friday, February 19, 2027.',
    ]);
  });

  test('that has stood still for long asks HR to look at it', () => {
    expect(said(news('pause-review', 'hr'))).toEqual([
      'A plan has stood still since Thursday, December 17, 2026, and nobody has said until when.',
      'It concerns Jordan Reyes.',
      'Please see whether it can go on. It does so as soon as it is resumed; until then nothing is asked of either side.',
      'Whoever runs the plans in your organisation does this with the command resume (see the API reference).',
    ]);
  });

  test('whose check-in all have answered opens the answers', () => {
    expect(news('answers-in', 'employee').text).toContain(
      `Everybody has answered the check-in of Friday, December 18, 2026.

With your link you can read now what each of you said, and respond to it.

Read the answers:
${LINK}
`,
    );
  });

  test('whose proposed decision came back asks for another', () => {
    const mail = news('decision-returned', 'supervisor');
    expect(mail.subject).toBe('Sent back to you: a decision is due on March 5');
    expect(mail.text).toContain(
      'The decision you proposed was sent back, with a reason. Please read it and decide again.',
    );
  });

  test('that is over is a letter to keep', () => {
    const letter = of('clean-period', 'employee', undefined, afterSuccess());
    expect(letter.subject).toBe('A letter for your records');
    expect(said(letter)).toEqual([
      'The time that was watched after your plan was met ended on Monday, December 6, 2027. Nothing was recorded in it. The plan is behind you, and nothing of it is open any more.',
      'Please keep this message: it is the letter that says so.',
    ]);
    expect(said(of('clean-period', 'hr', undefined, afterSuccess()))[0]).toMatch(
      /^The time that was watched after the plan of Jordan Reyes was met ended on/,
    );
  });
});

test('what waits for HR tells a shared inbox nothing of what it is', () => {
  const asked = of('request-opened', 'hr', 'accommodation-1', LIVES);
  expect(asked.subject).toBe('A question for Human Resources: please answer by December 16');
  expect(asked.text.split('\n\n').slice(1, 4)).toEqual([
    'Something waits for Human Resources to see to. Please read what it is, and answer when you have seen to it.',
    'It concerns Jordan Reyes.',
    'Please answer by Wednesday, December 16, 2026 at 5:00 PM Eastern Standard Time.',
  ]);
});

test('a coaching session is called one, from the invitation to the answers', () => {
  const mentor = LIVES.filter(({ item }) => item.to === 'mentor' && item.requestId === 'coaching-2026-12-23');
  const [invited] = mentor;
  expect(invited?.mail.subject).toBe('A coaching session is due on December 23');
  expect(invited?.mail.text.split('\n\n')[1]).toBe(
    'A coaching session is planned for Wednesday, December 23, 2026. Please say by Wednesday, December 23, 2026 at 5:00 PM Eastern Standard Time whether it was held, and what was done.',
  );
  expect(mentor.map(({ item }) => item.template)).toContain('request-missed');
  for (const { mail } of mentor) expect(mail.subject + mail.text).not.toMatch(/check-in/i);
});

test('nobody but HR is written to about an adjustment', () => {
  const about = LIVES.filter(
    ({ item, plan }) => plan.requests[item.requestId ?? '']?.kind === 'accommodation',
  );
  expect(new Set(about.map(({ item }) => item.to))).toEqual(new Set(['hr']));
});
