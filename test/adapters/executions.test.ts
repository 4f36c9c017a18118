import { describe, expect, test } from 'vitest';
import { saidPlainly } from '../../adapters/executions/errors.ts';
import { itemOf, withoutTokens } from '../../adapters/executions/shapes.ts';
import { planKey } from '../../adapters/keys.ts';
import { createMemoryRows } from '../../adapters/memory-rows.ts';
import { createPlanPulses } from '../../adapters/plan-pulse.ts';
import { summarise } from '../../domain/index.ts';
import { Scenario } from '../support/scenario.ts';

const failing = (name: string, message = '') => Promise.reject(Object.assign(new Error(message), { name }));

describe('what Step Functions refuses', () => {
  test.each([
    ['ExecutionDoesNotExist', 'execution_gone'],
    ['StateMachineDoesNotExist', 'no_state_machine'],
    ['InvalidToken', 'stale_token'],
    ['ThrottlingException', 'states_busy'],
    ['AccessDeniedException', 'missing_right'],
  ])('%s is the refusal %s', async (name, code) => {
    await expect(saidPlainly(failing(name))).rejects.toMatchObject({ code });
  });

  test('names the right that is missing, as far as AWS names it', async () => {
    const said =
      'User: arn:aws:sts::1:assumed-role/x is not authorized to perform: states:StopExecution on resource: arn';
    await expect(saidPlainly(failing('AccessDeniedException', said))).rejects.toMatchObject({
      right: 'states:StopExecution',
      message: 'The role of the executions view may not call states:StopExecution.',
    });
    await expect(saidPlainly(failing('AccessDeniedException', 'No.'))).rejects.toMatchObject({
      right: undefined,
    });
  });

  test('any other error passes as it is', async () => {
    await expect(saidPlainly(failing('TimeoutError', 'slow'))).rejects.toThrow('slow');
  });
});

test('task tokens are taken out of whatever text they stand in', () => {
  const payload = { taskToken: 'AAAAKgAA+/==', planId: 'pln1', Task: { Token: 'BBBB' } };
  const nested = JSON.stringify({ parameters: JSON.stringify({ Payload: payload }) });
  for (const text of [JSON.stringify(payload), nested, JSON.stringify({ nested })]) {
    expect(withoutTokens(text)).not.toMatch(/AAAA|BBBB/);
    expect(withoutTokens(text)).toContain('pln1');
  }
  expect(JSON.parse(withoutTokens(JSON.stringify(payload)))).toEqual({
    taskToken: '(not shown)',
    planId: 'pln1',
    Task: { Token: '(not shown)' },
  });
});

test('an execution that waits to be tried again by AWS counts as failed', () => {
  const startDate = new Date('2026-12-01T14:00:00.900Z');
  expect(itemOf({ name: 'a', status: 'PENDING_REDRIVE', startDate })).toEqual({
    name: 'a',
    status: 'FAILED',
    startedAt: '2026-12-01T14:00:00Z',
  });
});

test('of a plan row only what is about nobody gets out', async () => {
  const rows = createMemoryRows();
  const plan = Scenario.launched().until('2026-12-18T16:00:00Z').require();
  const planId = `pln${'a'.repeat(20)}`;
  await rows.put({ ...planKey(planId), ...summarise(plan), planId }, {});
  const pulses = await createPlanPulses(rows).pulses([planId, planId, `pln${'b'.repeat(20)}`]);
  expect([...pulses.keys()]).toEqual([planId]);
  const pulse = pulses.get(planId);
  expect(Object.keys(pulse ?? {})).toEqual([
    'planId',
    'status',
    'run',
    'startDate',
    'timeZone',
    'nextDueAt',
    'openRequests',
  ]);
  expect(pulse?.openRequests.find(({ kind }) => kind === 'check_in')).toEqual({
    id: 'check-in-2026-12-18',
    kind: 'check_in',
    dueAt: '2026-12-18T22:00:00Z',
    waitingFor: ['employee', 'supervisor'],
  });
  const said = JSON.stringify([...pulses]);
  const people = plan.draft.participants.flatMap(({ name, email }) => [name, email]);
  expect([...people, plan.draft.title].filter((words) => said.includes(words))).toEqual([]);
});
