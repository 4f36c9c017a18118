import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Instant } from '../../domain/plan.ts';

export interface Caller {
  account: string;
  arn: string;
}

/** AWS as the commands see it: one region, one endpoint, the caller's own credentials. Clients are made when first used. */
export interface Aws {
  region: string;
  /** Set when it is not AWS itself: the sandbox, or anything compatible. */
  endpoint?: string;
  /** The same in another region. */
  in(region: string): Aws;
  /** Who calls; asked once. */
  caller(): Promise<Caller>;
  /** What AWS's own clock said in its last answer, to the second: the clock of this machine may be wrong. */
  now(): Promise<Instant>;
  cloudformation(): CloudFormationClient;
  cloudwatch(): CloudWatchClient;
  cognito(): CognitoIdentityProviderClient;
  dynamodb(): DynamoDBClient;
  events(): EventBridgeClient;
  lambda(): LambdaClient;
  logs(): CloudWatchLogsClient;
  secrets(): SecretsManagerClient;
  ses(): SESv2Client;
  sfn(): SFNClient;
  sqs(): SQSClient;
  ssm(): SSMClient;
}

export interface Connection {
  region: string;
  /** Default: AWS_ENDPOINT_URL, and AWS itself without it. */
  endpoint?: string | undefined;
}

/** Whether an endpoint is on the machine this runs on. */
export const isThisMachine = (endpoint: string | undefined): boolean =>
  endpoint !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(URL.parse(endpoint)?.hostname ?? '');

/** An endpoint on this machine takes anybody, so nobody has to invent credentials for it. */
const credentialsFor = (endpoint: string | undefined) =>
  isThisMachine(endpoint) && !process.env.AWS_ACCESS_KEY_ID && !process.env.AWS_PROFILE
    ? { credentials: { accessKeyId: 'sandbox-user', secretAccessKey: 'sandbox-user' } }
    : {};

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

export function connect({ region, endpoint = process.env.AWS_ENDPOINT_URL }: Connection): Aws {
  const settings = {
    region,
    ...(endpoint && { endpoint }),
    ...credentialsFor(endpoint),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
  };
  const sts = once(() => new STSClient(settings));
  /** Also of a refusal: its date is as good. */
  const identity = async () => {
    const client = sts();
    let date: string | undefined;
    client.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        date = (result.response as { headers?: Record<string, string> }).headers?.date;
        return result;
      },
      { step: 'deserialize', name: 'dateOfAnswer', override: true },
    );
    const { Account = '', Arn = '' } = await client.send(new GetCallerIdentityCommand({}));
    return { caller: { account: Account, arn: Arn }, date };
  };
  const caller = once(async () => (await identity()).caller);
  return {
    region,
    ...(endpoint && { endpoint }),
    in: (other) => connect({ region: other, endpoint }),
    caller,
    now: async () => {
      const { date } = await identity();
      const moment = date === undefined ? Date.now() : Date.parse(date);
      return `${new Date(moment).toISOString().slice(0, 19)}Z`;
    },
    cloudformation: once(() => new CloudFormationClient(settings)),
    cloudwatch: once(() => new CloudWatchClient(settings)),
    cognito: once(() => new CognitoIdentityProviderClient(settings)),
    dynamodb: once(() => new DynamoDBClient(settings)),
    events: once(() => new EventBridgeClient(settings)),
    lambda: once(() => new LambdaClient(settings)),
    logs: once(() => new CloudWatchLogsClient(settings)),
    secrets: once(() => new SecretsManagerClient(settings)),
    ses: once(() => new SESv2Client(settings)),
    sfn: once(() => new SFNClient(settings)),
    sqs: once(() => new SQSClient(settings)),
    ssm: once(() => new SSMClient(settings)),
  };
}
