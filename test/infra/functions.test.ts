import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { doorNames } from '../../infra/doors.ts';
import { bundleIn } from './as-the-cli.ts';
import { hosted, hostedConfig } from './hosted.ts';
import { all, data, doorOf, service, target } from './templates.ts';

const functions = all(service, 'AWS::Lambda::Function');
const production = hosted();
const byDoor = new Map(functions.map(([, lambda]) => [doorOf(lambda), lambda]));

test('there is one function for each directory of handlers', () => {
  expect([...byDoor.keys()].sort()).toEqual([...doorNames].sort());
});

/** API Gateway waits for nobody longer than 29 seconds. */
const BEHIND_THE_API = ['pages', 'api', 'admin', 'executions'];

test.each(functions)(
  'CDK-1: %s runs on Node 24 on ARM with a time limit, traces and a log of its own',
  (_, lambda) => {
    const { Properties } = lambda;
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 512,
      TracingConfig: { Mode: 'Active' },
    });
    expect(Properties.Timeout).toBeLessThanOrEqual(BEHIND_THE_API.includes(doorOf(lambda)) ? 29 : 60);
    expect(Properties.LoggingConfig.LogGroup.Ref).toMatch(new RegExp(`^${doorOf(lambda)}Log`, 'i'));
  },
);

test('CDK-1: no two functions share a role or a log', () => {
  const roles = functions.map(([, { Properties }]) => target(Properties.Role));
  const logs = functions.map(([, { Properties }]) => target(Properties.LoggingConfig.LogGroup));
  expect(new Set(roles).size).toBe(functions.length);
  expect(new Set(logs).size).toBe(functions.length);
});

test('CDK-1: no secret stands in an environment, only where it is kept', () => {
  for (const [, { Properties }] of functions) {
    const names = Object.keys(Properties.Environment.Variables);
    expect(names.filter((name) => /SECRET|PASSWORD|TOKEN|KEY/.test(name) && !name.endsWith('_ARN'))).toEqual(
      [],
    );
  }
});

const common = ['TABLE_NAME', 'POWERTOOLS_SERVICE_NAME', 'LOG_LEVEL'];
const defaults = ['DEFAULT_PACK', 'DEFAULT_TIME_ZONE'];
const site = [
  ...['ISSUER', 'CLIENT_ID', 'GROUPS_CLAIM', 'ROLE_GROUPS', 'EMAILS_VOUCHED_FOR', 'SESSION_SECRET_ARN'],
  ...['ORGANISATION', 'BASE_URL', 'BULK_STATE_MACHINE_ARN', ...defaults],
];

test.each([
  [
    'pages',
    ['LINK_SECRET_ARN', 'BASE_URL', 'ORGANISATION', 'CONTACT_EMAIL', 'DEFAULT_LANGUAGE', ...defaults],
  ],
  ['api', [...defaults, 'BULK_STATE_MACHINE_ARN', 'GROUPS_CLAIM', 'ROLE_GROUPS', 'EMAILS_VOUCHED_FOR']],
  ['admin', site],
  ['executions', [...site, 'STATE_MACHINE_ARN']],
  ['jobs', defaults],
  ['lifecycle', defaults],
  ['effects', ['STATE_MACHINE_ARN', 'EVENT_BUS_NAME']],
  [
    'mailer',
    [
      ...['LINK_SECRET_ARN', 'BASE_URL', 'ORGANISATION', 'CONTACT_EMAIL', 'DEFAULT_LANGUAGE'],
      ...['SENDER_ADDRESS', 'SENDER_NAME', 'REPLY_TO', 'QUIET_HOURS', 'MAIL_CONFIGURATION_SET'],
      ...['RECIPIENT_DOMAINS', 'RECIPIENT_INSTEAD'],
    ],
  ],
  ['feedback', []],
  ['sweeper', defaults],
])('%s is told exactly what it needs', (door, settings) => {
  expect(Object.keys(byDoor.get(door)?.Properties.Environment.Variables).sort()).toEqual(
    [...common, ...settings].sort(),
  );
});

test('with hosts, whoever answers people and programs is told which key a request from the edge carries', () => {
  const told = all(production.service, 'AWS::Lambda::Function').filter(
    ([, { Properties }]) => 'ORIGIN_SECRET_ARN' in Properties.Environment.Variables,
  );
  expect(told.map(([id]) => id.replace(/Function.*/, '').toLowerCase()).sort()).toEqual(
    [...BEHIND_THE_API].sort(),
  );
});

test('CDK-2: every log is kept for the configured time, and none for ever', () => {
  const daysOf = (...templates: Template[]) => [
    ...new Set(
      templates
        .flatMap((template) => all(template, 'AWS::Logs::LogGroup'))
        .map(([, log]) => log.Properties.RetentionInDays),
    ),
  ];
  expect(daysOf(service, data)).toEqual([90]);
  expect(daysOf(production.data, production.edge, production.service)).toEqual([
    hostedConfig.logRetentionDays,
  ]);
});

test('CDK-2: logs of workflows and of the API are called as AWS delivers to without a policy for each', () => {
  const named = all(service, 'AWS::Logs::LogGroup').flatMap(([, log]) => log.Properties.LogGroupName ?? []);
  expect(named.sort()).toEqual(
    [
      'apis/pip-follow-up-dev-service',
      ...['bulk-work', 'plan-lifecycle'].map((name) => `states/pip-follow-up-dev-service-${name}`),
    ].map((name) => `/aws/vendedlogs/${name}`),
  );
});

test('every bundle loads on Node alone and has a handler', async () => {
  const urls = functions.map(([, lambda]) => pathToFileURL(join(bundleIn(lambda), 'index.mjs')).href);
  const script = `for (const url of ${JSON.stringify(urls)}) console.log(typeof (await import(url)).handler);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: tmpdir(),
    env: {},
  });
  expect(stdout.trim().split('\n')).toEqual(functions.map(() => 'function'));
  expect(functions.map(([, { Properties }]) => Properties.Handler)).toEqual(
    functions.map(() => 'index.handler'),
  );
});

test.each(functions)('%s ships a source map that says where, but not what, the sources are', (_, lambda) => {
  const map = JSON.parse(readFileSync(join(bundleIn(lambda), 'index.mjs.map'), 'utf8'));
  expect(map.sources).toContain(`../../functions/${doorOf(lambda)}/handler.ts`);
  expect(map).not.toHaveProperty('sourcesContent');
});

test.each(functions)('%s carries nothing from the infrastructure, the sandbox or the tests', (_, lambda) => {
  const { sources } = JSON.parse(readFileSync(join(bundleIn(lambda), 'index.mjs.map'), 'utf8'));
  expect(
    sources.filter((source: string) => /^\.\.\/\.\.\/(infra|sandbox|test|bench)\//.test(source)),
  ).toEqual([]);
  expect(existsSync(join(bundleIn(lambda), 'node_modules'))).toBe(false);
});
