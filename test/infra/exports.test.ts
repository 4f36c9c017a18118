import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { loadStage } from '../../infra/config.ts';
import { DataStack } from '../../infra/data-stack.ts';
import { data, type Json, service } from './templates.ts';

const STACK = 'pip-follow-up-dev-data';
const PINNED = [
  `${STACK}:ExportsOutputFnGetAttDataKeyArn811A16D9`,
  `${STACK}:ExportsOutputFnGetAttPlanTableArn8EBD5250`,
  `${STACK}:ExportsOutputFnGetAttPlanTableStreamArnD1F70ECA`,
  `${STACK}:ExportsOutputRefAccountsPoolPrograms0155A2483F5BB2D0`,
  `${STACK}:ExportsOutputRefLinkSecret7AA0A84B`,
  `${STACK}:ExportsOutputRefPeopleA0856F0F`,
  `${STACK}:ExportsOutputRefPlanTable3C3909E5`,
  `${STACK}:ExportsOutputRefSessionSecretEC69A012`,
];

const exportsOf = (template: Template): string[] =>
  Object.values<Json>(template.toJSON().Outputs ?? {})
    .flatMap(({ Export }) => Export?.Name ?? [])
    .sort();

test('CDK-21: the data stack exports the same names even when no other stack imports them', () => {
  const alone = new DataStack(new App(), STACK, { config: loadStage('dev') });
  expect(exportsOf(Template.fromStack(alone))).toEqual(PINNED);
  expect(exportsOf(data)).toEqual(PINNED);
});

test('CDK-21: the service stack imports nothing that is not pinned', () => {
  const imported = [...JSON.stringify(service.toJSON()).matchAll(/"Fn::ImportValue":"([^"]+)"/g)];
  expect([...new Set(imported.map(([, name]) => name))].sort()).toEqual(PINNED);
});
