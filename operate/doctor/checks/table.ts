import { DescribeContinuousBackupsCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { expectThat, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

/** Whether the record can be lost. */
export const table: Check = {
  name: 'table',
  look: async ({ aws, deployment, stage }) => {
    const TableName = deployment.outputs.get('TableName');
    if (TableName === undefined)
      return [wrong('table.there', 'The stacks name no table.', `npm run deploy -- --stage ${stage}`)];
    const [{ Table }, backups] = await Promise.all([
      aws.dynamodb().send(new DescribeTableCommand({ TableName })),
      aws.dynamodb().send(new DescribeContinuousBackupsCommand({ TableName })),
    ]);
    const recovery = backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
    return [
      expectThat(
        Table?.TableStatus === 'ACTIVE',
        'table.there',
        'The table is there.',
        `The table ${TableName} is ${Table?.TableStatus}.`,
        'Wait, and look again.',
      ),
      expectThat(
        recovery?.PointInTimeRecoveryStatus === 'ENABLED',
        'table.recovery',
        'It can be restored to any second of the last weeks.',
        'It cannot be restored to an earlier moment (point-in-time recovery is off): a mistake could not be undone.',
        `aws dynamodb update-continuous-backups --table-name ${TableName} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true`,
      ),
      expectThat(
        Table?.DeletionProtectionEnabled === true,
        'table.protected',
        'It is protected from deletion.',
        'Anybody who may delete tables can delete it: its deletion protection is off.',
        `aws dynamodb update-table --table-name ${TableName} --deletion-protection-enabled`,
      ),
    ];
  },
};
