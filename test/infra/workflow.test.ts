import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everSent } from '../workflows/asl.ts';
import { all, type Json, service, target } from './templates.ts';

const machines = all(service, 'AWS::StepFunctions::StateMachine');

test('CDK-4: the state machines keep their ids, because another one would strand whatever it drives', () => {
  expect(machines.map(([id]) => id).sort()).toEqual(['BulkWork', 'PlanLifecycle']);
});

const WRITTEN: Record<string, { file: string; asks: RegExp }> = {
  PlanLifecycle: { file: 'plan-lifecycle', asks: /^LifecycleFunction/ },
  BulkWork: { file: 'bulk-work', asks: /^JobsFunction/ },
};

test.each(machines)(
  'CDK-4: what is deployed of %s is the workflow as it is written, with every placeholder bound',
  (id, { Properties }) => {
    const { file, asks } = WRITTEN[id] ?? { file: '', asks: /^$/ };
    const written = readFileSync(`workflows/${file}.asl.json`, 'utf8');
    const placeholders = new Set([...written.matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name));
    expect(Properties.DefinitionString).toBe(written);
    expect(Object.keys(Properties.DefinitionSubstitutions)).toEqual([...placeholders]);
    for (const arn of Object.values(Properties.DefinitionSubstitutions))
      expect(target(arn as Json)).toMatch(asks);
  },
);

test.each(machines)(
  'CDK-2, CDK-4: every step of %s is logged without its data, in a log that needs no policy of its own, and traced',
  (_, { Properties }) => {
    expect(Properties.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
    expect(Properties.TracingConfiguration).toEqual({ Enabled: true });
    const [destination] = Properties.LoggingConfiguration.Destinations;
    const log = service.toJSON().Resources[target(destination.CloudWatchLogsLogGroup.LogGroupArn) ?? ''];
    expect(log.Properties.LogGroupName).toMatch(/^\/aws\/vendedlogs\/states\//);
  },
);

test.each(machines)(
  'CDK-4: the definition and the histories of %s are encrypted with the key of the deployment, which is asked as seldom as can be',
  (_, { Properties }) => {
    expect(Properties.EncryptionConfiguration).toEqual({
      Type: 'CUSTOMER_MANAGED_KMS_KEY',
      KmsKeyId: { 'Fn::ImportValue': expect.stringMatching(/GetAttDataKeyArn/) },
      KmsDataKeyReusePeriodSeconds: 900,
    });
  },
);

test.each(machines)('CDK-4: should %s ever be replaced, what it drives goes on', (_, machine) => {
  expect(machine.UpdateReplacePolicy).toBe('Retain');
});

test.each(machines)(
  'CDK-4, SFN-8: each definition of %s that was deployed is kept under a number, and says which file it was',
  (id, { Properties }) => {
    const version = service.toJSON().Resources[`${id}Version`];
    const { file } = WRITTEN[id] ?? {};
    const hash = createHash('sha256').update(Properties.DefinitionString).digest('hex');
    expect(version).toMatchObject({
      Type: 'AWS::StepFunctions::StateMachineVersion',
      // Another revision makes another one, and this one stays.
      Properties: {
        StateMachineArn: { Ref: id },
        StateMachineRevisionId: { 'Fn::GetAtt': [id, 'StateMachineRevisionId'] },
        Description: `workflows/${file}.asl.json, sha256 ${hash}`,
      },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  },
);

test('executions are started of the state machines themselves: there is no alias that could stay behind', () => {
  expect(all(service, 'AWS::StepFunctions::StateMachineAlias')).toEqual([]);
});

/** What a role may invoke, by logical id; a version or an alias would not be a plain one. */
const invoked = (role: string): (string | undefined)[] =>
  all(service, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => Properties.Roles.some((each: Json) => target(each) === role))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .filter(({ Action }: Json) => [Action].flat().includes('lambda:InvokeFunction'))
    .flatMap(({ Resource }: Json) => [Resource].flat().map(target));

test.each(machines)(
  'SFN-8: %s may still do all that any of its definitions ever asked for: the plain function, under the same word',
  (id, { Properties }) => {
    const { calls, sent } = everSent(WRITTEN[id]?.file ?? '');
    expect(new Set(sent.map(({ resource }) => resource.split('.')[0]))).toEqual(new Set(['lambda:invoke']));
    const called = target(Properties.DefinitionSubstitutions[calls]);
    expect(called).toBeTruthy();
    expect(invoked(target(Properties.RoleArn) ?? '')).toEqual([called]);
  },
);
