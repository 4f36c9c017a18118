import { requestId } from '../lambda/function-spec.ts';
import { ACCOUNT, REGION, type Resource } from '../types.ts';

/** What a schedule calls. */
export interface ScheduleTarget {
  schedule: Resource;
  functionArn: string;
  /** The role EventBridge Scheduler takes to call it; rules need none. */
  roleArn?: string;
  /** Attempts after the first. */
  retries: number;
  /** The event of the run that was due at this moment (epoch milliseconds). */
  payload(due: number): unknown;
}

/** A schedule calls something, or in a way, that the sandbox does not do; the message names the schedule. */
export class UnknownTarget extends Error {}

const KNOWN = ['Arn', 'Id', 'Input', 'RoleArn', 'RetryPolicy', 'DeadLetterConfig'];
const DEFAULT_RETRIES = 2;

const scheduledEvent = (schedule: Resource, due: number) => ({
  version: '0',
  id: requestId(schedule.arn, due),
  'detail-type': 'Scheduled Event',
  source: schedule.type === 'AWS::Scheduler::Schedule' ? 'aws.scheduler' : 'aws.events',
  account: ACCOUNT,
  time: new Date(due).toISOString().replace('.000Z', 'Z'),
  region: REGION,
  resources: [schedule.arn],
  detail: {},
});

/** The retries Lambda was told to make of asynchronous invocations of this function. */
const invokeRetries = (functionArn: string, resources: readonly Resource[]): number => {
  const config = resources.find(
    ({ type, properties }) =>
      type === 'AWS::Lambda::EventInvokeConfig' &&
      [functionArn, functionArn.slice(functionArn.lastIndexOf(':') + 1)].includes(
        `${properties.FunctionName}`,
      ),
  );
  return Number(config?.properties.MaximumRetryAttempts ?? DEFAULT_RETRIES);
};

/** @throws UnknownTarget */
export const targetOf = (
  schedule: Resource,
  raw: Record<string, unknown>,
  resources: readonly Resource[],
): ScheduleTarget => {
  const functionArn = `${raw.Arn}`;
  const unknown = Object.keys(raw).filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0)
    throw new UnknownTarget(`${schedule.logicalId}: ${unknown.join(', ')} of its target`);
  if (!functionArn.startsWith('arn:aws:lambda:'))
    throw new UnknownTarget(`${schedule.logicalId}: it calls ${functionArn} (supported: a function)`);
  return {
    schedule,
    functionArn,
    ...(schedule.type === 'AWS::Scheduler::Schedule' ? { roleArn: `${raw.RoleArn}` } : {}),
    retries: invokeRetries(functionArn, resources),
    payload: (due) => (raw.Input === undefined ? scheduledEvent(schedule, due) : JSON.parse(`${raw.Input}`)),
  };
};
