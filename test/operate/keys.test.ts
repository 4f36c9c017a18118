import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listKeys, retire, rotate } from '../../operate/admin/keys.ts';
import type { Office } from '../../operate/admin/office.ts';
import { type Endpoint, openEndpoint } from '../../sandbox/wire/endpoint.ts';
import { secretsService } from '../../sandbox/wire/secrets.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret';
let endpoint: Endpoint;
let now = Date.parse('2027-01-04T15:00:00Z');

const secret = (name: string, key: string, more = '') => ({
  type: 'AWS::SecretsManager::Secret',
  arn: `${ARN}:${name}-abcdef`,
  logicalId: name,
  properties: { Name: name, SecretString: `{${more}"${key}":"secret"}` },
});

beforeAll(async () => {
  endpoint = await openEndpoint();
  const secrets = secretsService({
    clock: { now: () => now },
    resources: [secret('links', 'k1', '"current":"k1",'), secret('origin', 'k1')] as never,
  });
  endpoint.serve(async ({ headers, body, ...request }) => {
    const action = headers['x-amz-target']?.split('.')[1] ?? '';
    const reply = await secrets.handle(action, JSON.parse(body.toString()), { name: 'tester' }, {
      ...request,
      headers,
      body,
    } as never);
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify(reply.body),
    };
  });
});
afterAll(() => endpoint.close());

/** A stage whose edge shows `shown`, and is to show `configured`. */
function office({ shown, configured }: { shown?: string; configured?: string } = {}) {
  const said: string[] = [];
  const client = new SecretsManagerClient({
    endpoint: endpoint.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const made = {
    stage: 'prod',
    aws: { secrets: () => client },
    deployment: {
      stacks: { edge: { Outputs: shown ? [{ OutputKey: 'OriginKey', OutputValue: shown }] : [] } },
      output: (name: string) => (name === 'OriginSecretName' ? 'origin' : 'links'),
    },
    config: configured ? { hosts: { originKey: configured } } : undefined,
    print: { say: (line: string) => said.push(line), complain: () => {} },
    now: async () => `${new Date(now).toISOString().slice(0, 19)}Z`,
  } as unknown as Office;
  return { office: made, said };
}

test('CDK-14: a key is used only when every function has read it: five minutes and a little after it was added', async () => {
  const { office: links, said } = office();
  await rotate(links, 'links', { step: 'add' });
  now += 5 * 60_000;
  await expect(rotate(links, 'links', { step: 'use' })).rejects.toMatchObject({
    message: expect.stringContaining('k2 is too new'),
    wayOut: 'Type the same in 15 seconds.',
  });
  now += 15_000;
  await rotate(links, 'links', { step: 'use' });
  expect(said.at(-1)).toContain('From now on k2 seals links in e-mails.');
});

test('the key that CloudFront shows stays, and so does the one it is to show next', async () => {
  const { office: edge, said } = office({ shown: 'k1', configured: 'k1' });
  await rotate(edge, 'origin', {});
  await rotate(edge, 'origin', {});
  expect(said.filter((line) => line.includes(' is added '))).toEqual(
    Array(2).fill(expect.stringMatching(/^k2 is added/)),
  );
  const refusal = { message: expect.stringContaining('every page would be answered 403') };
  await expect(retire(edge, 'origin', 'k1', { yes: true })).rejects.toMatchObject(refusal);
  const deploying = office({ shown: 'k1', configured: 'k2' });
  for (const key of ['k1', 'k2'])
    await expect(retire(deploying.office, 'origin', key, { yes: true })).rejects.toMatchObject(refusal);
  await expect(retire(office().office, 'origin', 'k1', { yes: true })).rejects.toMatchObject({
    message: expect.stringContaining('Which key CloudFront shows is not known'),
  });

  const deployed = office({ shown: 'k2', configured: 'k2' });
  await retire(deployed.office, 'origin', 'k1', { yes: true });
  await listKeys(deployed.office, 'origin');
  expect(deployed.said.at(-1)).toBe('k2  seals what is new');
});

test('a stage without hosts has no key of the edge, and says so', async () => {
  const { office: made } = office();
  const deployment = { stacks: {}, outputs: new Map(), output: made.deployment.output };
  const withoutHosts = { ...made, deployment } as unknown as Office;
  for (const doing of [listKeys(withoutHosts, 'origin'), rotate(withoutHosts, 'origin', {})])
    await expect(doing).rejects.toMatchObject({
      message: 'This stage has no `hosts`, so there is no such key.',
    });
});
