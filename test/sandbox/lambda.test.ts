import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import { createFunctions, type Mishap } from '../../sandbox/lambda/pool.ts';
import { createMeter } from '../../sandbox/meter.ts';
import { AwsError, type Resource } from '../../sandbox/types.ts';

const START = Date.parse('2027-03-28T09:30:00.000Z');
const HANDLERS = join(import.meta.dirname, 'fixtures/handlers');
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const lambda = (logicalId: string, properties: Record<string, unknown> = {}): Resource => ({
  stack: 'app',
  logicalId,
  type: 'AWS::Lambda::Function',
  arn: `arn:aws:lambda:us-east-1:123456789012:function:app-${logicalId}`,
  path: `app/${logicalId}`,
  properties: {
    Code: { S3Key: 'esm' },
    Handler: 'index.handler',
    Role: `arn:aws:iam::123456789012:role/${logicalId}Role`,
    Timeout: 1,
    ...properties,
  },
});

const pool = (resources: Resource[], intercept?: (name: string) => Mishap | undefined) => {
  const clock = createClock(START);
  const meter = createMeter();
  const functions = createFunctions({
    clock,
    meter,
    resources,
    asset: (key) => join(HANDLERS, key),
    url: 'http://127.0.0.1:4020',
    ...(intercept ? { intercept } : {}),
  });
  closing.push(functions.close);
  return { clock, meter, functions };
};

test('a handler gets its event and its answer comes back; functions go by ARN, name, logical id or its beginning', async () => {
  const { functions, meter } = pool([lambda('Echo')]);
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:app-Echo';
  for (const name of [arn, `${arn}:$LATEST`, 'app-Echo', 'Echo', 'ech'])
    expect(await functions.invoke(name, { do: 'echo', deep: [1, { a: null }] })).toEqual({
      payload: { do: 'echo', deep: [1, { a: null }] },
    });
  expect(meter.read()).toEqual({ 'invocations.Echo': 5 });
});

test('a function nobody synthesized is refused', async () => {
  const { functions } = pool([lambda('EchoOne'), lambda('EchoTwo')]);
  for (const name of ['Nobody', 'Echo'])
    await expect(functions.invoke(name, {})).rejects.toThrow(
      new AwsError('ResourceNotFoundException', `Function not found: ${name}`, 404),
    );
});

test('Date in a handler is the virtual clock, and moves with it', async () => {
  const { clock, functions } = pool([lambda('Clock')]);
  const { payload } = await functions.invoke('Clock', { do: 'time' });
  expect(payload).toEqual({
    now: '2027-03-28T09:30:00.000Z',
    same: true,
    text: new Date(START).toString(),
    parsed: '2020-02-29T00:00:00.000Z',
    isDate: true,
    formatted: '11:30',
  });
  await clock.advanceTo(START + 86_400_000);
  expect((await functions.invoke('Clock', { do: 'time' })).payload).toMatchObject({
    now: '2027-03-29T09:30:00.000Z',
  });
});

test('the environment is that of the template and of Lambda, and nothing of the host', async () => {
  process.env.SANDBOX_TEST_SECRET = 'of the host';
  const { functions } = pool([lambda('Env', { Environment: { Variables: { TABLE_NAME: 'plans' } } })]);
  const { payload } = await functions.invoke('Env', { do: 'environment' });
  expect(payload).toEqual({
    TABLE_NAME: 'plans',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:4020',
    AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA[A-Z0-9]{16}$/),
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: 'app-Env',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/app-Env',
    AWS_LAMBDA_LOG_STREAM_NAME: 'sandbox',
    _HANDLER: 'index.handler',
    LAMBDA_TASK_ROOT: join(HANDLERS, 'esm'),
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TZ: ':UTC',
  });
});

test('an access key tells whose call it is', async () => {
  const { functions } = pool([lambda('One'), lambda('Two')]);
  const { AWS_ACCESS_KEY_ID } = (await functions.invoke('Two', { do: 'environment' })).payload as Record<
    string,
    string
  >;
  expect(functions.callerOf(`${AWS_ACCESS_KEY_ID}`)).toEqual({
    name: 'Two',
    roleArn: 'arn:aws:iam::123456789012:role/TwoRole',
  });
  expect(functions.callerOf('AKIASOMEBODY')).toBeUndefined();
});

test('the context is as Lambda makes it', async () => {
  const { functions } = pool([lambda('Context', { MemorySize: 512 })]);
  expect((await functions.invoke('Context', { do: 'context' })).payload).toEqual({
    awsRequestId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'app-Context',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:app-Context',
    logGroupName: '/aws/lambda/app-Context',
    logStreamName: 'sandbox',
    memoryLimitInMB: '512',
    timeLeft: true,
  });
});

test('a CommonJS bundle runs as it does on Lambda, though a package.json further up says module', async () => {
  const { functions } = pool([lambda('Old', { Code: { S3Key: 'cjs' } })]);
  expect((await functions.invoke('Old', 7)).payload).toEqual({ style: 'CommonJS', folder: 'cjs', event: 7 });
});

test('inline code runs too', async () => {
  const ZipFile = 'exports.handler = async () => "inline";';
  const { functions } = pool([lambda('Inline', { Code: { ZipFile } })]);
  expect((await functions.invoke('Inline', {})).payload).toBe('inline');
});

test('what a handler prints is kept, in order and before its answer, and counted', async () => {
  const { functions, meter } = pool([lambda('Log')]);
  expect((await functions.invoke('Log', { do: 'log' })).payload).toBe('logged');
  expect(functions.logs()).toEqual(
    ['one line', 'an error line', '{"level":"INFO"}', 'and another'].map((line) => ({
      at: START,
      function: 'Log',
      line,
    })),
  );
  expect(meter.read()['log.bytes']).toBe(52);
});

test('a handler that answers nothing answers null', async () => {
  const { functions } = pool([lambda('Nothing')]);
  expect(await functions.invoke('Nothing', { do: 'nothing' })).toEqual({ payload: null });
});

test('a thrown error comes back by type and message, and the environment lives on', async () => {
  const { functions } = pool([lambda('Fail')]);
  await functions.invoke('Fail', { do: 'count' });
  const { error, payload } = await functions.invoke('Fail', { do: 'fail' });
  expect(error).toMatchObject({ errorType: 'RangeError', errorMessage: 'no such plan' });
  expect(payload).toMatchObject({
    errorType: 'RangeError',
    errorMessage: 'no such plan',
    trace: error?.stackTrace,
  });
  expect(error?.stackTrace?.[0]).toBe('RangeError: no such plan');
  expect((await functions.invoke('Fail', { do: 'count' })).payload).toBe(2);
});

test.each([
  ['hang', 'Sandbox.Timedout', /^RequestId: \S+ Error: Task timed out after 1\.00 seconds$/],
  ['exit', 'Runtime.ExitError', /Runtime exited with error: exit status 3$/],
  ['reject', 'Error', /^forgotten$/],
])(
  'a handler that %ss fails as %s, and the next call gets a new environment',
  async (what, errorType, errorMessage) => {
    const { functions } = pool([lambda('Bad')]);
    await functions.invoke('Bad', { do: 'count' });
    const { error } = await functions.invoke('Bad', { do: what });
    expect(error).toMatchObject({ errorType, errorMessage: expect.stringMatching(errorMessage) });
    expect((await functions.invoke('Bad', { do: 'count' })).payload).toBe(1);
  },
);

test('a bundle that does not load says why', async () => {
  const { functions } = pool([lambda('Broken', { Code: { S3Key: 'broken' } })]);
  const { error } = await functions.invoke('Broken', {});
  expect(error).toMatchObject({
    errorType: 'Runtime.Error',
    errorMessage: expect.stringContaining('missing.mjs'),
  });
});

test('a function without code is refused at once, by name', () => {
  expect(() => pool([lambda('Gone', { Code: { S3Key: 'nowhere' } })])).toThrow(
    /^Gone: its code .*nowhere is not a folder/,
  );
  expect(() => pool([lambda('Odd', { Handler: 'main.run' })])).toThrow(
    /There is no main\.mjs, \.cjs or \.js in/,
  );
});

test('one environment takes one invocation at a time; more run beside it, up to the limit', async () => {
  const { functions } = pool([lambda('Slow', { ReservedConcurrentExecutions: 2 })]);
  const answers = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map((name) => functions.invoke('Slow', { do: 'slow', name })),
  );
  expect(answers.map(({ payload }) => payload)).toEqual(['a', 'b', 'c', 'd', 'e']);
  const counts = await Promise.all([1, 2, 3].map(() => functions.invoke('Slow', { do: 'count' })));
  expect(counts.map(({ payload }) => payload as number).sort()).toEqual([1, 1, 2]);
});

test('the clock stands still while a handler runs', async () => {
  const { clock, functions } = pool([lambda('Slow')]);
  const answered: number[] = [];
  void functions.invoke('Slow', { do: 'slow', name: 'x' }).then(() => answered.push(clock.now()));
  clock.at(START + 1000, 'later', () => void answered.push(clock.now()));
  await clock.advanceTo(START + 1000);
  expect(answered).toEqual([START, START + 1000]);
});

test('an environment killed in mid-work fails the invocation, and only that one', async () => {
  const { functions } = pool([lambda('Victim', { Timeout: 20 })]);
  await functions.invoke('Victim', { do: 'count' });
  const hanging = functions.invoke('Victim', { do: 'hang' });
  functions.kill('Victim');
  expect((await hanging).error).toMatchObject({
    errorType: 'Runtime.ExitError',
    errorMessage: expect.stringMatching(/signal: killed$/),
  });
  expect((await functions.invoke('Victim', { do: 'count' })).payload).toBe(1);
});

test('mishaps: an error runs nothing; a lost answer has done its work; a kill takes the environment with it', async () => {
  const mishaps: (Mishap | undefined)[] = [undefined, 'error', 'lost_response', undefined, 'kill', undefined];
  const { functions } = pool([lambda('Unlucky')], () => mishaps.shift());
  const results = [];
  for (let n = 0; n < 6; n++) results.push(await functions.invoke('Unlucky', { do: 'count' }));
  expect(results.map(({ payload, error }) => error?.errorType ?? payload)).toEqual([
    1,
    'Lambda.ServiceException',
    'Lambda.SdkClientException',
    3,
    'Lambda.SdkClientException',
    1,
  ]);
});
