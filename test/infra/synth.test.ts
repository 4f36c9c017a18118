import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadStage } from '../../infra/config.ts';
import { addFollowUp } from '../../infra/follow-up.ts';
import { ensureAssembly } from '../../sandbox/assembly.ts';
import { acmePack } from '../support/acme-pack.ts';
import { appAsTheCli, bundlesThere } from './as-the-cli.ts';
import { hosted, hostedConfig } from './hosted.ts';
import { all, assembly, data, type Json, service } from './templates.ts';

const { app, stacks, service: template } = hosted();

/** What is deployed of an assembly; beside it stand the findings of a check, and which line of code asked for what. */
const filesIn = async (directory: string): Promise<string[]> =>
  (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/(\.metadata|^validation-report)\.json$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length))
    .sort();

/** Byte by byte. */
async function expectTheSame(one: string, other: string): Promise<void> {
  const files = await filesIn(one);
  expect(await filesIn(other)).toEqual(files);
  for (const file of files) {
    const [first, second] = await Promise.all([readFile(one + file), readFile(other + file)]);
    expect(first.equals(second), file).toBe(true);
  }
}

// That the bundles in it are the same as well is shown in bundles.test.ts.
test('CDK-24: two synths write the same bytes: by the command line without credentials, and in this process', async () => {
  const again = appAsTheCli();
  addFollowUp(again, loadStage('dev'), bundlesThere);
  again.synth();
  await expectTheSame(assembly, again.outdir);
});

test('CDK-24: so do two synths of a production with hosts', async () => {
  const again = appAsTheCli();
  addFollowUp(again, hostedConfig, bundlesThere);
  again.synth();
  const files = await filesIn(again.outdir);
  expect(files).toEqual(
    expect.arrayContaining(
      ['data', 'edge', 'service'].map((stack) => `/pip-follow-up-prod-2-${stack}.template.json`),
    ),
  );
  await expectTheSame(app.outdir, again.outdir);
});

test('CDK-24: nothing is looked up in an account, and no account is written down', async () => {
  const manifest = JSON.parse(await readFile(join(assembly, 'manifest.json'), 'utf8'));
  expect(manifest).not.toHaveProperty('missing');
  for (const id of ['pip-follow-up-dev-data', 'pip-follow-up-dev-service']) {
    expect(manifest.artifacts[id].environment).toBe('aws://unknown-account/us-east-1');
  }
});

test('an assembly is made once for the same sources, however many ask', async () => {
  const said: string[] = [];
  const ask = () => ensureAssembly({ log: (line) => said.push(line) });
  expect(await Promise.all([ask(), ask()])).toEqual([assembly, assembly]);
  expect(said).toEqual([]);
});

test('CDK-21: the record stands in a stack of its own, which cannot be deleted by mistake', async () => {
  const manifest = JSON.parse(await readFile(join(assembly, 'manifest.json'), 'utf8'));
  expect(manifest.artifacts['pip-follow-up-dev-data'].properties.terminationProtection).toBe(true);
});

test('CDK-21: everything that can be is tagged with what it belongs to', () => {
  for (const template of [data, service]) {
    for (const [id, { Properties }] of Object.entries<Json>(template.toJSON().Resources)) {
      if (!Properties.Tags) continue;
      const tags = Array.isArray(Properties.Tags)
        ? Object.fromEntries(Properties.Tags.map(({ Key, Value }: Json) => [Key, Value]))
        : Properties.Tags;
      expect(tags, id).toEqual({ application: 'pip-follow-up', stage: 'dev' });
    }
  }
});

test('CDK-21: names are left to CloudFormation, so that a second deployment fits beside the first', () => {
  const names = [data, service].flatMap((template) =>
    // An authorizer's name is one within its own API.
    Object.values<Json>(template.toJSON().Resources)
      .filter(
        ({ Type }) =>
          !['AWS::ApiGatewayV2::Authorizer', 'AWS::Cognito::UserPoolResourceServer'].includes(Type),
      )
      .flatMap(({ Properties }) =>
        Object.entries(Properties)
          .filter(([key]) =>
            /^(TableName|FunctionName|RoleName|QueueName|LogGroupName|StateMachineName|Name)$/.test(key),
          )
          .filter(([, value]) => typeof value === 'string')
          .map(([, value]) => value as string),
      ),
  );
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !/pip-?follow-?up-?dev/.test(name))).toEqual([]);
});

test('a deployment says where it is', () => {
  const outputs = service.toJSON().Outputs;
  expect(Object.keys(outputs).sort()).toEqual([
    'AdminUrl',
    'AlarmTopicArn',
    'BaseUrl',
    'BulkStateMachineArn',
    'EventBusName',
    'Issuer',
    'KeyArn',
    'LinkSecretArn',
    'ProgramsClientId',
    'RecordersClientId',
    'SessionSecretArn',
    'StateMachineArn',
    'TableName',
    ...['Effects', 'Feedback', 'Mail', 'News', 'Sweeps'].map((what) => `Undelivered${what}Url`),
    'UserPoolId',
  ]);
  for (const { Value } of [outputs.BaseUrl, outputs.AdminUrl])
    expect(Value).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^FrontApi/), 'ApiEndpoint'] });
});

test('another configuration reaches names, addresses and defaults, and its packs the bundles', () => {
  expect([stacks.data.stackName, stacks.service.stackName]).toEqual([
    'pip-follow-up-prod-2-data',
    'pip-follow-up-prod-2-service',
  ]);
  const pages = all(template, 'AWS::Lambda::Function').find(([id]) => id.startsWith('Pages'))?.[1];
  expect(pages.Properties.Environment.Variables).toMatchObject({
    BASE_URL: 'https://follow-up.agency.example.org',
    DEFAULT_PACK: 'general',
    DEFAULT_TIME_ZONE: 'Europe/Berlin',
  });
  expect(
    new Set(all(template, 'AWS::Logs::LogGroup').map(([, log]) => log.Properties.RetentionInDays)),
  ).toEqual(new Set([365]));
  const bundled: unknown[] = [];
  addFollowUp(appAsTheCli(), hostedConfig, (packs) => {
    bundled.push(packs);
    return bundlesThere(packs);
  });
  expect(bundled).toEqual([[acmePack()]]);
});
