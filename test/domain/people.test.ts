import { expect, test } from 'vitest';
import { peopleFor } from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';

test('what is asked of the employee is asked of whoever heads the department a plan is about', () => {
  const [employee, ...others] = dcDraft().participants;
  const lead = { ...(employee as NonNullable<typeof employee>), id: 'lead', role: 'lead' as const };
  const draft = dcDraft({
    subject: { type: 'department', participant: 'lead' },
    participants: [lead, ...others],
  });
  expect(peopleFor(['employee', 'supervisor'], draft)).toEqual(['lead', 'supervisor']);
});

test('whoever issued the plan stands where the supervisor would', () => {
  const draft = dcDraft({ issuer: { participant: 'reviewer', absenceReason: 'On leave.' } });
  expect(peopleFor(['supervisor', 'reviewer'], draft)).toEqual(['reviewer']);
});
