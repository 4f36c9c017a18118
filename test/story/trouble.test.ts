import { expect, test } from 'vitest';
import { troubleIn } from '../../sandbox/story/trouble.ts';

const refusal = { caller: 'MailerFunction', action: 'ses:SendRawEmail', resource: 'arn:aws:ses:identity' };
const poison = {
  at: '2027-03-15T14:04:15.000Z',
  source: 'MailFeed',
  function: 'Mailer',
  records: [{}, {}],
  error: 'Error: broken',
};
const world = (denied: (typeof refusal)[], poisoned: (typeof poison)[]) => ({
  iam: { denied: () => denied },
  poisoned: () => poisoned,
});

test('nothing is said of a story in which nothing was refused or given up', () => {
  expect(troubleIn(world([], []))).toEqual([]);
});

test('every refused call and every record given up is a line; a call refused again is counted', () => {
  const other = { ...refusal, action: 'dynamodb:Query' };
  expect(troubleIn(world([refusal, other, refusal], [poison]))).toEqual([
    'AccessDenied: MailerFunction may not ses:SendRawEmail on arn:aws:ses:identity (2 times)',
    'AccessDenied: MailerFunction may not dynamodb:Query on arn:aws:ses:identity',
    'Given up at 2027-03-15T14:04:15.000Z: MailFeed, 2 records for Mailer (Error: broken)',
  ]);
});
