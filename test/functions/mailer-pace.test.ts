import { expect, test } from 'vitest';
import type { Mail, SendResult } from '../../adapters/mailer.ts';
import { APART, paced } from '../../functions/mailer/pace.ts';

const mail = (subject: string) => ({ subject }) as Mail;

const world = () => {
  const sent: [string, number][] = [];
  let now = 1_000;
  const mailer = {
    send: async ({ subject }: Mail): Promise<SendResult> => {
      sent.push([subject, now]);
      now += 100;
      if (subject === 'broken') throw new Error('broken');
      return { outcome: 'sent', messageId: subject };
    },
  };
  const wait = async (milliseconds: number) => {
    now += milliseconds;
  };
  const clock = { now: () => now, wait };
  return { sent, mailer: paced(mailer, APART, clock), rest: clock.wait };
};

test('SES-7: four workers together stay below fourteen mails a second', () =>
  expect((4 * 1000) / APART).toBeLessThan(14));

test('SES-7: a worker sends one mail after the other, none begun sooner than that after the one before', async () => {
  const { sent, mailer } = world();
  const answers = await Promise.all(['one', 'two', 'three'].map((subject) => mailer.send(mail(subject))));
  expect(answers).toEqual(['one', 'two', 'three'].map((messageId) => ({ outcome: 'sent', messageId })));
  expect(sent).toEqual([
    ['one', 1_000],
    ['two', 1_300],
    ['three', 1_600],
  ]);
});

test('SES-7: a worker that has rested sends at once, and one that breaks holds nobody up', async () => {
  const { sent, mailer, rest } = world();
  await expect(mailer.send(mail('broken'))).rejects.toThrow('broken');
  await mailer.send(mail('two'));
  await rest(5_000);
  await mailer.send(mail('three'));
  expect(sent).toEqual([
    ['broken', 1_000],
    ['two', 1_300],
    ['three', 6_400],
  ]);
});
