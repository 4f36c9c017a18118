import { stackName } from '../common/deployment.ts';
import { EXIT } from '../common/exit.ts';
import { exportPlans, verifiedIn } from './export.ts';
import type { Office } from './office.ts';

/** What to type, in this order; nothing of it is done here. */
function stepsFor(office: Office, isEmpty: boolean): string[] {
  const { stage, aws, deployment } = office;
  const at = `--region ${aws.region}`;
  const table = deployment.outputs.get('TableName') ?? 'TABLE';
  const pool = deployment.outputs.get('UserPoolId');
  const secrets = ['LinkSecretArn', 'SessionSecretArn'].flatMap((name) => deployment.outputs.get(name) ?? []);
  const key = deployment.outputs.get('KeyArn');
  const data = stackName(stage, 'data');
  return [
    `# 1. Everything that can be deployed anew. Running plans stop being followed up from here on.`,
    `aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stackName(stage, 'service')} ${at}`,
    `npx cdk destroy ${stackName(stage, 'service')} -c stage=${stage}`,
    ...(deployment.stacks.edge
      ? [
          `aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stackName(stage, 'edge')} --region us-east-1`,
          `npx cdk destroy ${stackName(stage, 'edge')} -c stage=${stage}`,
        ]
      : []),
    `# 2. The stack of the record. Table, people, secrets and key stay behind, on purpose.`,
    `aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${data} ${at}`,
    `npx cdk destroy ${data} -c stage=${stage}`,
    `# 3. ${isEmpty ? 'What stays behind. There is no plan in it.' : 'Only when no law or hold keeps the records any longer (docs/how-to/retention-and-legal-hold.md): what stays behind.'}`,
    `aws dynamodb create-backup --table-name ${table} --backup-name last-${stage} ${at}`,
    `aws dynamodb update-table --table-name ${table} --no-deletion-protection-enabled ${at}`,
    `aws dynamodb delete-table --table-name ${table} ${at}`,
    ...(pool
      ? [
          `aws cognito-idp update-user-pool --user-pool-id ${pool} --deletion-protection INACTIVE ${at}`,
          `aws cognito-idp delete-user-pool --user-pool-id ${pool} ${at}`,
        ]
      : []),
    ...secrets.map((arn) => `aws secretsmanager delete-secret --secret-id ${arn} ${at}`),
    ...(key
      ? [
          '# 4. Only when the backup is not needed either: nothing that this key encrypted can be read without it.',
        ]
      : []),
    ...(key ? [`aws kms schedule-key-deletion --key-id ${key} --pending-window-in-days 30 ${at}`] : []),
  ];
}

/** Exports every record, verifies each, and says what to type to take the stage down. Deletes nothing. */
export async function teardown(office: Office, folder: string): Promise<number> {
  const { print } = office;
  const { exported, left } = await exportPlans(office, 'all', folder);
  print.say(verifiedIn(folder, exported.length));
  if (left.length > 0) {
    for (const { planId, why } of left) print.say(`NOT EXPORTED ${planId}: ${why}`);
    print.say('\nNothing is to be taken down before every record is exported.');
    return EXIT.found;
  }
  print.say('\nNothing was deleted. To take the stage down, type in this order:\n');
  for (const step of stepsFor(office, exported.length === 0)) print.say(step);
  return EXIT.fine;
}
