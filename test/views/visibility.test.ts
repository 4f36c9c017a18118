import { describe, expect, test } from 'vitest';
import { isDeciding, maySee, partOf, sees } from '../../views/visibility.ts';
import { Scenario } from '../support/scenario.ts';
import * as lived from './lived.ts';

describe('the part somebody has in a plan', () => {
  test('is the one they are written down with', () => {
    const plan = lived.lived('2026-12-02T15:00:00Z').require();
    const parts = ['employee', 'supervisor', 'reviewer', 'hr', 'mentor', 'rep', 'one'].map((id) =>
      partOf(plan, id),
    );
    expect(parts).toEqual([
      'employee',
      'supervisor',
      'reviewer',
      'hr',
      'mentor',
      'representative',
      'stakeholder',
    ]);
  });

  test('is the supervisor’s of whoever issued it', () => {
    const plan = Scenario.launched().require();
    const issued = { ...plan, draft: { ...plan.draft, issuer: { participant: 'reviewer' } } };
    expect(partOf(issued, 'reviewer')).toBe('supervisor');
  });

  test('is none of whoever has left it', () => {
    const plan = lived.handedOver().require();
    expect(partOf(plan, 'supervisor')).toBeUndefined();
    expect(sees({ plan, reader: 'supervisor' }, 'goals')).toBe(false);
  });
});

describe('a condition of the table', () => {
  test('holds only when it does: a brief is for whoever it was written for', () => {
    expect(maySee('supervisor', 'handover', { theirs: true })).toBe(true);
    expect(maySee('supervisor', 'handover', { asked: true, deciding: true })).toBe(false);
  });

  test('of check-ins holds of their own, and of all for whoever is to decide', () => {
    expect(
      [{}, { asked: true }, { deciding: true }].map((now) => maySee('reviewer', 'answers_closed', now)),
    ).toEqual([false, true, true]);
  });

  test('nobody sees the other side’s answer while a check-in is open, whatever they are', () => {
    expect(maySee('hr', 'answers_open', { asked: true, deciding: true, theirs: true })).toBe(false);
  });
});

describe('who is to decide', () => {
  test('is nobody before the decision is asked for', () => {
    const plan = lived.checkedIn().require();
    expect(['supervisor', 'reviewer', 'hr'].filter((id) => isDeciding(plan, id))).toEqual([]);
  });

  test('is whoever proposed and whoever is to confirm it', () => {
    const plan = lived.proposed().require();
    expect(
      ['employee', 'supervisor', 'reviewer', 'hr', 'mentor'].filter((id) => isDeciding(plan, id)),
    ).toEqual(['supervisor', 'reviewer', 'hr']);
  });
});
