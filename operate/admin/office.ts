import { createDynamoStore } from '../../adapters/dynamo-store.ts';
import { createExecutions, type Executions } from '../../adapters/executions.ts';
import { newLinkId } from '../../adapters/ids.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import type { PlanStore } from '../../adapters/store.ts';
import type { Context } from '../../domain/commands.ts';
import type { RuleLibrary } from '../../domain/pack.ts';
import type { Instant, PlanId } from '../../domain/plan.ts';
import type { Config } from '../../infra/settings.ts';
import type { Aws } from '../common/aws.ts';
import type { Terminal, Where } from '../common/command-line.ts';
import { whatIsMeant } from '../common/configuration.ts';
import { type Deployment, deploymentOf } from '../common/deployment.ts';
import { Cannot } from '../common/exit.ts';

/** What every admin command works with: one deployment, its record, and who asks. */
export interface Office {
  stage: string;
  aws: Aws;
  deployment: Deployment;
  /** What would be deployed, where it is known. */
  config: Config | undefined;
  print: Terminal;
  store: PlanStore;
  library: RuleLibrary;
  executions: Executions;
  now(): Promise<Instant>;
  /** For a command to a plan: the record says that this caller of AWS gave it. */
  context(planId: PlanId): Promise<Context>;
  /** The same for many plans in a row. */
  contexts(): Promise<(planId: PlanId) => Context>;
}

/** @throws Cannot when there is no such deployment */
export async function openOffice(where: Where, print: Terminal): Promise<Office> {
  const { stage, aws, found } = await whatIsMeant(where);
  const deployment = await deploymentOf(aws, stage);
  const library = ruleLibrary(found?.config.packs);
  const contexts = async () => {
    const [now, { arn }] = [await aws.now(), await aws.caller()];
    return (planId: PlanId): Context => ({
      now,
      actor: { kind: 'principal', id: arn },
      newLinkId: () => newLinkId(planId),
      library,
      get defaults(): never {
        throw new Error('No command here drafts a plan.');
      },
    });
  };
  return {
    stage,
    aws,
    deployment,
    config: found?.config,
    print,
    store: createDynamoStore({ client: aws.dynamodb(), tableName: deployment.output('TableName') }),
    library,
    executions: createExecutions({
      client: aws.sfn(),
      machines: {
        'plan-lifecycle': deployment.output('StateMachineArn'),
        'bulk-work': deployment.output('BulkStateMachineArn'),
      },
    }),
    now: aws.now,
    contexts,
    context: async (planId) => (await contexts())(planId),
  };
}

/** @throws Cannot for what cannot be the id of a plan */
export function planIdIn(text: string): PlanId {
  if (/^pln[a-z2-7]{20}$/.test(text)) return text;
  throw new Cannot(
    `"${text}" is not the id of a plan: pln and 20 letters and digits.`,
    'Take it from npm run admin -- plans, or from the address of the plan on the admin site.',
  );
}

/** What is owed at this very moment is owed as well, and lists of what is owed end before the moment they are asked for. */
export const justAfter = (now: Instant): Instant => minutesBefore(now, -1);

/** `2027-03-16T13:00:00Z` that many minutes earlier. */
export const minutesBefore = (now: Instant, minutes: number): Instant =>
  `${new Date(Date.parse(now) - minutes * 60_000).toISOString().slice(0, 19)}Z`;
