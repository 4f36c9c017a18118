import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { only, service, target } from './templates.ts';

const [id, { Properties }] = only(service, 'AWS::StepFunctions::StateMachine');

test('CDK-4: the state machine keeps its id, because another one would strand every plan it drives', () => {
  expect(id).toBe('PlanLifecycle');
});

test('CDK-4: what is deployed is the workflow as it is written, with every placeholder bound', () => {
  const written = readFileSync('workflows/plan-lifecycle.asl.json', 'utf8');
  const placeholders = new Set([...written.matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name));
  expect(Properties.DefinitionString).toBe(written);
  expect(Object.keys(Properties.DefinitionSubstitutions)).toEqual([...placeholders]);
  expect(target(Properties.DefinitionSubstitutions.LifecycleFunctionArn)).toMatch(/^LifecycleFunction/);
});

test('CDK-2, CDK-4: every step is logged without its data, in a log that needs no policy of its own, and traced', () => {
  expect(Properties.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
  expect(Properties.TracingConfiguration).toEqual({ Enabled: true });
  const [destination] = Properties.LoggingConfiguration.Destinations;
  const log = service.toJSON().Resources[target(destination.CloudWatchLogsLogGroup.LogGroupArn) ?? ''];
  expect(log.Properties.LogGroupName).toMatch(/^\/aws\/vendedlogs\/states\//);
});
