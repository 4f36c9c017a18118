import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, test } from 'vitest';
import { readQueryInput } from '../../sandbox/wire/query-input.ts';
import { signatureOf } from '../../sandbox/wire/signature.ts';
import { clientFor, MACHINE, openWorld, type WorldOptions } from './doors-world.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
const open = async (options: WorldOptions = {}) => {
  world = await openWorld(options);
  return world;
};
afterEach(() => world?.doors.close());

const signed = (service: string, key = 'anybody') =>
  `AWS4-HMAC-SHA256 Credential=${key}/20270104/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`;

const start = (key = 'anybody') =>
  new SFNClient(clientFor(world.doors.url, key)).send(
    new StartExecutionCommand({ stateMachineArn: MACHINE }),
  );

const Raw = { Data: Buffer.from('From: a@pip.example.org\r\nTo: b@example.org\r\n\r\nText') };
const mail = (key = 'anybody') =>
  new SESv2Client(clientFor(world.doors.url, key)).send(new SendEmailCommand({ Content: { Raw } }));

describe('a service in the REST style that is not here', () => {
  const ask = (service: string, path: string, method = 'GET') =>
    fetch(`${world.doors.url}${path}`, { method, headers: { authorization: signed(service) } });

  test('is refused as any unknown operation, also at the path of the console', async () => {
    await open();
    for (const path of ['/', '/?x-id=ListBuckets', '/bucket/key']) {
      const reply = await ask('s3', path);
      const body = await reply.text();
      expect([path, reply.status, reply.headers.get('content-type')]).toEqual([path, 400, 'application/xml']);
      expect(body).toContain('<Error><Code>UnknownOperationException</Code>');
      expect(body).toContain('The sandbox does not support s3 GET ');
    }
    const lambda = await ask('lambda', '/2015-03-31/functions/');
    expect([lambda.status, lambda.headers.get('x-amzn-errortype')]).toEqual([
      400,
      'UnknownOperationException',
    ]);
  });

  test('the console goes on answering whoever signs nothing', async () => {
    await open();
    expect(await (await fetch(world.doors.url)).text()).toContain('PIP Follow-Up sandbox');
  });
});

describe('who calls', () => {
  test('a role that may not is refused by name before anything happens', async () => {
    const { handled } = await open({ allowed: [] });
    await expect(start('MAILER')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `MailerFunction1A2B3C4D is not authorized to perform states:StartExecution on ${MACHINE}`,
    });
    await expect(mail('MAILER')).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(handled).toEqual([]);
    expect(world.doors.inbox.list()).toEqual([]);
  });

  test('a role that may is served', async () => {
    await open({ allowed: [`states:StartExecution ${MACHINE}`] });
    await expect(start('MAILER')).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });

  test('STS tells a role and a person who they are', async () => {
    const { ask } = await open({ allowed: [] });
    const whoAmI = (key: string) =>
      ask('/', {
        method: 'POST',
        headers: { authorization: signed('sts', key), 'content-type': 'application/x-www-form-urlencoded' },
        body: 'Action=GetCallerIdentity&Version=2011-06-15',
      });
    expect((await whoAmI('MAILER')).body).toContain(
      '<Arn>arn:aws:sts::123456789012:assumed-role/Mailer/MailerFunction1A2B3C4D</Arn>',
    );
    expect((await whoAmI('me')).body).toContain('<Arn>arn:aws:iam::123456789012:user/sandbox-user</Arn>');
  });
});

describe('what the sandbox does not have', () => {
  test('an unknown action is named, with those there are', async () => {
    const { ask } = await open();
    const headers = { 'x-amz-target': 'AWSStepFunctions.CreateActivity', authorization: signed('states') };
    const { status, body } = await ask('/', { method: 'POST', headers, body: '{}' });
    expect([status, body]).toEqual([
      400,
      {
        __type: 'UnknownOperationException',
        message: expect.stringContaining(
          'does not support states:CreateActivity. It supports StartExecution',
        ),
      },
    ]);
  });

  test('an unknown service is named, whatever its protocol', async () => {
    const { ask } = await open();
    const json = await ask('/', {
      method: 'POST',
      headers: { 'x-amz-target': 'Kinesis_20131202.PutRecord' },
      body: '{}',
    });
    expect(json.body).toMatchObject({
      message: expect.stringContaining('does not support Kinesis_20131202'),
    });
    const rest = await ask('/v2/email/contact-lists', {
      method: 'POST',
      headers: { authorization: signed('ses') },
      body: '{}',
    });
    expect(rest.body).toMatchObject({
      message: expect.stringContaining('ses POST /v2/email/contact-lists'),
    });
  });

  test('a missing member and a body that is no JSON are refused in AWS words', async () => {
    const { ask } = await open();
    const call = (body: string) =>
      ask('/', { method: 'POST', headers: { 'x-amz-target': 'AWSStepFunctions.StopExecution' }, body });
    expect((await call('{}')).body).toMatchObject({
      __type: 'ValidationException',
      message: expect.stringContaining("Value null at 'executionArn'"),
    });
    expect((await call('{')).body).toMatchObject({ __type: 'SerializationException' });
  });

  test('a call under a foreign host name is refused', async () => {
    const { doors } = await open();
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      const headers = { host: 'evil.example', 'x-amz-target': 'AWSStepFunctions.ListStateMachines' };
      request(doors.url, { method: 'POST', headers }, (reply) => resolve(reply.statusCode)).end('{}');
    });
    expect(status).toBe(403);
  });
});

describe('faults on calls', () => {
  const faults = (...list: object[]) => world.post('/_sandbox/faults', { faults: list });

  test('throttle refuses before the call, in the words of the service, as often as told', async () => {
    await open();
    await faults({ name: 'throttle', service: 'ses', times: 1 });
    await expect(mail()).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Maximum sending rate exceeded.',
      $metadata: { httpStatusCode: 429 },
    });
    expect(world.doors.inbox.list()).toEqual([]);
    await mail();
    expect(world.doors.inbox.list()).toHaveLength(1);
  });

  test('error answers 500 and spares other services', async () => {
    await open();
    await faults({ name: 'error', service: 'ses' });
    await expect(mail()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    await expect(start()).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });

  test('a lost response has its effect, and the caller hears nothing', async () => {
    await open();
    await faults({ name: 'lost_response', service: 'ses', function: 'mailer' });
    await mail();
    await expect(mail('MAILER')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(world.doors.inbox.list()).toHaveLength(2);
  });

  test.each([
    ['quota', 'LimitExceededException', 'Daily message quota exceeded.'],
    ['sending_paused', 'SendingPausedException', 'Email sending is disabled for this account.'],
  ] as const)('%s refuses mail, as often as told', async (name, error, message) => {
    await open();
    await faults({ name, times: 1 });
    await expect(mail()).rejects.toMatchObject({ name: error, message, $metadata: { httpStatusCode: 400 } });
    expect(world.doors.inbox.list()).toEqual([]);
    await mail();
    expect(world.doors.inbox.list()).toHaveLength(1);
  });

  test('a bounce is accepted and marked; nothing more is sent to its address', async () => {
    await open();
    await faults({ name: 'bounce', times: 1 });
    await mail();
    await mail();
    const ends = world.doors.inbox.list().map(({ bounced, suppressed }) => [bounced, suppressed]);
    expect(ends).toEqual([
      [true, undefined],
      [true, true],
    ]);
  });

  test('calls are counted by service', async () => {
    await open();
    await mail();
    await start();
    expect(world.meter.read()).toEqual({ 'calls.ses': 1, 'calls.states': 1, mails: 1 });
  });
});

test('the query protocol nests by dots and lists by member', () => {
  const form = new URLSearchParams(
    'Action=X&Version=1&A=1&B.C=2&L.member.2=b&L.member.1=a&M.member.1.Name=n',
  );
  expect(readQueryInput(form)).toEqual({ A: '1', B: { C: '2' }, L: ['a', 'b'], M: [{ Name: 'n' }] });
});

test('a signature tells key, region and service', () => {
  expect(signatureOf({ authorization: signed('states', 'AKIA1') })).toEqual({
    accessKeyId: 'AKIA1',
    region: 'us-east-1',
    service: 'states',
  });
  expect(signatureOf({ authorization: 'Bearer x' })).toBeUndefined();
});
