import type { Poisoned } from '../dynamodb/streams.ts';
import type { DeployedStack } from '../template/deployed-stack.ts';
import type { Triggers } from '../triggers.ts';
import type { Clock, Functions, Resource, WireService } from '../types.ts';
import { cloudformationService } from './operating/cloudformation.ts';
import { cloudwatchService } from './operating/cloudwatch.ts';
import { cognitoService } from './operating/cognito.ts';
import { lambdaService } from './operating/lambda.ts';
import { logsService } from './operating/logs.ts';
import { sqsService } from './operating/sqs.ts';
import { ssmService } from './operating/ssm.ts';

/** The services by which a deployment is looked after, rather than run: `npm run doctor`, `npm run admin`. */
export const operatingServices = (options: {
  clock: Pick<Clock, 'now'>;
  functions: Functions;
  resources: readonly Resource[];
  stacks: readonly DeployedStack[];
  poisoned(): readonly Poisoned[];
  triggers?: Triggers;
  region: string;
  account: string;
}): WireService[] => [
  cloudformationService(options),
  ssmService(options),
  cognitoService(options),
  cloudwatchService(options),
  logsService(options),
  sqsService(options),
  lambdaService(options),
];
