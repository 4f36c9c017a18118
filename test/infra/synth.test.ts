import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Template } from 'aws-cdk-lib/assertions';
import { afterAll, expect, test } from 'vitest';
import { ensureAssembly, runSynth } from '../../sandbox/assembly.ts';
import { hosted } from './hosted.ts';
import { all, assembly, data, type Json, service } from './templates.ts';

const scratch = await mkdtemp(join(tmpdir(), 'pip-follow-up-synth-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

const filesIn = async (directory: string): Promise<string[]> =>
  (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length))
    .sort();

test('CDK-24: two synths, without credentials, write the same bytes', { timeout: 120_000 }, async () => {
  const again = join(scratch, 'again');
  await runSynth(again);
  const files = await filesIn(assembly);
  expect(await filesIn(again)).toEqual(files);
  for (const file of files) {
    const [first, second] = await Promise.all([readFile(assembly + file), readFile(again + file)]);
    expect(first.equals(second), file).toBe(true);
  }
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

/** Which functions' bundles hold the rules of `acmePack`. */
async function doorsWithAcme(template: Template, outdir: string): Promise<string[]> {
  const doors = [];
  for (const [id, { Properties }] of all(template, 'AWS::Lambda::Function')) {
    const bundle = join(outdir, `asset.${Properties.Code.S3Key.replace(/\.zip$/, '')}`);
    const parts = (await readdir(bundle)).filter((name) => name.endsWith('.mjs'));
    const code = await Promise.all(parts.map((part) => readFile(join(bundle, part), 'utf8')));
    if (code.join().includes('Acme handbook, 4.2')) doors.push(id.replace(/Function.*$/, '').toLowerCase());
  }
  return doors.sort();
}

const { app, stacks, service: template } = hosted();

test('another configuration reaches names, addresses and defaults, and its packs every bundle that knows rules', async () => {
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
  expect(await doorsWithAcme(template, app.outdir)).toEqual(
    expect.arrayContaining(['api', 'lifecycle', 'mailer', 'pages', 'sweeper']),
  );
  expect(await doorsWithAcme(service, assembly)).toEqual([]);
});
