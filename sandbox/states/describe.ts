import type { Execution } from './execution.ts';
import type { Machine } from './machine.ts';
import type { HistoryEvent } from './types.ts';

/** The shapes of the Step Functions API, ready for the wire: times are epoch seconds. */

export function executionItem(execution: Execution) {
  const { arn, machine, name, status, startedAt, stoppedAt } = execution;
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    name,
    status,
    startDate: startedAt / 1000,
    ...(stoppedAt === undefined ? {} : { stopDate: stoppedAt / 1000 }),
    redriveCount: execution.redrives,
  };
}

export function executionDescription(execution: Execution) {
  const { inputText, outcome, status } = execution;
  return {
    ...executionItem(execution),
    input: inputText,
    inputDetails: { included: true },
    ...outcome,
    ...(outcome.output === undefined ? {} : { outputDetails: { included: true } }),
    ...(status === 'RUNNING' || status === 'SUCCEEDED'
      ? {
          redriveStatus: 'NOT_REDRIVABLE',
          redriveStatusReason: `Execution is ${status} and cannot be redriven`,
        }
      : { redriveStatus: 'REDRIVABLE' }),
  };
}

export function machineItem({ arn, name, createdAt }: Machine) {
  return { stateMachineArn: arn, name, type: 'STANDARD', creationDate: createdAt / 1000 };
}

export function machineDescription(machine: Machine) {
  const { definitionText: definition, roleArn } = machine;
  return { ...machineItem(machine), status: 'ACTIVE', definition, roleArn };
}

/** The event without what states and tasks were given and answered. */
export function withoutData(event: HistoryEvent): HistoryEvent {
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => {
      if (value === null || typeof value !== 'object') return [key, value];
      const {
        input: _input,
        output: _output,
        parameters: _parameters,
        ...details
      } = value as Record<string, unknown>;
      return [key, details];
    }),
  ) as HistoryEvent;
}
