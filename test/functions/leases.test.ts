import { expect, test } from 'vitest';
import { EFFECT_LEASE_SECONDS } from '../../functions/effects/perform.ts';
import { MAIL_LEASE_SECONDS } from '../../functions/mailer/deliver.ts';
import { doors } from '../../infra/doors.ts';

test('a lease outlives the function that holds it, so that one that is over means a worker that is gone', () => {
  expect(MAIL_LEASE_SECONDS).toBeGreaterThan(doors.mailer.seconds);
  expect(EFFECT_LEASE_SECONDS).toBeGreaterThan(doors.effects.seconds);
});
