import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
