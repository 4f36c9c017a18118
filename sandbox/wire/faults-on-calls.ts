import { AwsError } from '../types.ts';

const THROTTLED: Record<string, [code: string, message: string, status?: number]> = {
  dynamodb: ['ProvisionedThroughputExceededException', 'The level of configured throughput was exceeded.'],
  ses: ['TooManyRequestsException', 'Maximum sending rate exceeded.', 429],
};

const BROKEN: Record<string, string> = {
  dynamodb: 'InternalServerError',
  ses: 'InternalServiceErrorException',
  secretsmanager: 'InternalServiceError',
  events: 'InternalException',
};

/** The refusal a service gives when it is called too fast. */
export const throttled = (service: string): AwsError => {
  const [code, message, status] = THROTTLED[service] ?? ['ThrottlingException', 'Rate exceeded'];
  return new AwsError(code, message, status);
};

/** The failure a service answers with when it is broken itself. */
export const broken = (service: string): AwsError =>
  new AwsError(BROKEN[service] ?? 'InternalServerError', 'The sandbox was told to fail this call.', 500);
