import { ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { stackName } from '../../common/deployment.ts';
import { type Finding, later, ok, wrong } from '../finding.ts';
import type { Check, World } from '../world.ts';
import { isHalfMade } from './half-made.ts';

async function tablesOf({ aws }: World, prefix: string): Promise<string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await aws
      .dynamodb()
      .send(new ListTablesCommand(after === undefined ? {} : { ExclusiveStartTableName: after }));
    found.push(...(page.TableNames ?? []));
    after = page.LastEvaluatedTableName;
  } while (after !== undefined);
  return found.filter((name) => name.startsWith(prefix));
}

/** The count that DynamoDB keeps of a table is hours old: one row is looked for. */
async function isEmpty({ aws }: World, TableName: string): Promise<boolean> {
  const { Count } = await aws.dynamodb().send(new ScanCommand({ TableName, Limit: 1, ConsistentRead: true }));
  return Count === 0;
}

const deletion = (table: string, region: string): string =>
  `aws dynamodb update-table --table-name ${table} --no-deletion-protection-enabled --region ${region} && aws dynamodb delete-table --table-name ${table} --region ${region}`;

async function examined(table: string, world: World): Promise<Finding> {
  const { stage, aws } = world;
  const data = stackName(stage, 'data');
  return (await isEmpty(world, table))
    ? later(
        'deploy.table',
        `There is the table ${table} of this stage, without its stack and without a row: a deployment that failed made it. Deploying makes a new one.`,
        deletion(table, aws.region),
      )
    : wrong(
        'deploy.table',
        `There is the table ${table} of this stage, without its stack: deploying would make an empty table beside it, and forget every plan.`,
        `Take it back into its stack: npx cdk import ${data} -c stage=${stage} --region ${aws.region}    (give ${table} for the table; docs/runbooks/restore-the-table.md), then deploy. Or choose another stage.`,
      );
}

/** What `deploy` has to be sure of. */
export const isTableKnown = (findings: readonly Finding[]): boolean => {
  const told = findings.filter(({ check }) => check === 'deploy.table');
  return told.length > 0 && told.every(({ is }) => is === 'ok' || is === 'to do');
};

/** The table outlives its stack. A new one beside it would be empty, and every plan in the old one forgotten. */
export const leftTable: Check = {
  name: 'deploy.table',
  look: async (world) => {
    if (!world.config) return [];
    const { data } = world.deployment.stacks;
    if (data && !isHalfMade(data.StackStatus)) return [ok('deploy.table', 'The record has its stack.')];
    const left = await tablesOf(world, `${stackName(world.stage, 'data')}-`);
    if (left.length === 0) return [ok('deploy.table', 'There is no record of this stage yet.')];
    return Promise.all(left.map((table) => examined(table, world)));
  },
};
