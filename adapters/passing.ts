import { PlanMovedOn } from '../domain/errors.ts';
import { StoreBusy } from './store-errors.ts';

const NAMES = [
  'InternalServerError',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TransactionConflictException',
  'TransactionInProgressException',
];
const CODES = ['EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

/** Whether the same may well succeed in a moment: others were faster, there were too many calls, or a line was lost. */
export function isPassing(error: unknown): boolean {
  if (error instanceof StoreBusy || error instanceof PlanMovedOn) return true;
  const { name = '', code = '', $fault } = (error ?? {}) as { name?: string; code?: string; $fault?: string };
  return NAMES.includes(name) || CODES.includes(code) || $fault === 'server';
}
