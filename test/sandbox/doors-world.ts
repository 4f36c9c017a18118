import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createClock } from '../../sandbox/clock.ts';
import { createDoors, type Doors, type DoorsOptions } from '../../sandbox/doors.ts';
import { createMeter } from '../../sandbox/meter.ts';
import {
  AwsError,
  type Caller,
  type InvokeResult,
  type Permission,
  type Resource,
} from '../../sandbox/types.ts';

export const START = Date.parse('2027-01-04T14:00:00Z');
export const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:PlanLifecycle';
export const EXECUTION = 'arn:aws:states:us-east-1:123456789012:execution:PlanLifecycle:pln1-r1';
export const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/plans';
export const BUS = 'arn:aws:events:us-east-1:123456789012:event-bus/pip';
export const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:LinkSecret-a1b2c3';

const functionArn = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;

const resource = (
  type: string,
  logicalId: string,
  arn: string,
  properties: Record<string, unknown>,
): Resource => ({
  stack: 'pip',
  logicalId,
  type,
  properties,
  arn,
  path: `pip/${logicalId}`,
});

export const route = (key: string, name: string, authorization = 'NONE'): Resource[] => {
  const id = `integration-${name}`;
  return [
    resource('AWS::ApiGatewayV2::Route', `Route${key}`, `arn:aws:apigateway:us-east-1::/routes/${key}`, {
      ApiId: 'api1',
      RouteKey: key,
      AuthorizationType: authorization,
      Target: `integrations/${id}`,
    }),
    resource('AWS::ApiGatewayV2::Integration', id, `arn:aws:apigateway:us-east-1::/integrations/${id}`, {
      ApiId: 'api1',
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: functionArn(name),
      PayloadFormatVersion: '2.0',
    }),
  ];
};

export const RESOURCES: Resource[] = [
  resource('AWS::DynamoDB::Table', 'Plans', TABLE, {
    TableName: 'plans',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  }),
  resource('AWS::StepFunctions::StateMachine', 'PlanLifecycle', MACHINE, {}),
  resource('AWS::Events::EventBus', 'Bus', BUS, { Name: 'pip' }),
  resource('AWS::SecretsManager::Secret', 'LinkSecret', SECRET, {
    Name: 'LinkSecret',
    GenerateSecretString: { PasswordLength: 40, ExcludePunctuation: true },
  }),
];

export const AT_MAILER: Caller = {
  name: 'MailerFunction1A2B3C4D',
  roleArn: 'arn:aws:iam::123456789012:role/Mailer',
};

export interface Handled {
  name: string;
  payload: unknown;
}

export interface WorldOptions {
  resources?: Resource[];
  functions?: Record<string, (event: APIGatewayProxyEventV2) => unknown>;
  /** What the role of the mailer may do; everything when absent. */
  allowed?: string[];
  more?: Partial<DoorsOptions>;
}

/** Doors before a world of stand-ins that write down what reaches them. */
export const openWorld = async ({
  resources = RESOURCES,
  functions = {},
  allowed,
  more = {},
}: WorldOptions = {}) => {
  const clock = createClock(START);
  const meter = createMeter();
  const handled: Handled[] = [];
  const checked: (Permission & { caller: string })[] = [];
  const rows: Record<string, unknown>[] = [];
  const write = (name: string, answer: unknown) => (payload: unknown) => {
    handled.push({ name, payload });
    return answer;
  };
  const seconds = START / 1000;
  const execution = {
    executionArn: EXECUTION,
    stateMachineArn: MACHINE,
    name: 'pln1-r1',
    startDate: seconds,
  };
  const states = {
    startExecution: (input: { stateMachineArn: string; name?: string }) => {
      handled.push({ name: 'startExecution', payload: input });
      if (input.name === 'taken')
        throw new AwsError('ExecutionAlreadyExists', 'Execution Already Exists: taken');
      return { executionArn: EXECUTION, startDate: seconds };
    },
    stopExecution: write('stopExecution', { stopDate: seconds }),
    describeExecution: write('describeExecution', { ...execution, status: 'RUNNING', input: '{}' }),
    listExecutions: write('listExecutions', { executions: [{ ...execution, status: 'RUNNING' }] }),
    getExecutionHistory: write('getExecutionHistory', {
      events: [
        {
          id: 1,
          previousEventId: 0,
          timestamp: seconds,
          type: 'ExecutionStarted',
          executionStartedEventDetails: { input: '{}' },
        },
        {
          id: 2,
          previousEventId: 0,
          timestamp: seconds,
          type: 'WaitStateEntered',
          stateEnteredEventDetails: { name: 'Wait for the start date' },
        },
      ],
    }),
    listStateMachines: write('listStateMachines', { stateMachines: [] }),
    describeStateMachine: write('describeStateMachine', {}),
    describeStateMachineForExecution: write('describeStateMachineForExecution', {}),
    redriveExecution: write('redriveExecution', {}),
    sendTaskSuccess: write('sendTaskSuccess', undefined),
    sendTaskFailure: write('sendTaskFailure', {}),
    sendTaskHeartbeat: write('sendTaskHeartbeat', {}),
    overview: () => [
      {
        arn: EXECUTION,
        name: 'pln1-r1',
        stateMachine: 'PlanLifecycle',
        status: 'RUNNING',
        state: 'Wait for the start date',
        startedAt: START,
        stoppedAt: undefined,
      },
    ],
  };
  const doors: Doors = await createDoors({
    clock,
    meter,
    resources,
    ignored: [],
    states,
    iam: {
      check: (caller, permission) => {
        checked.push({ caller: caller.name, ...permission });
        if (caller.roleArn && allowed && !allowed.includes(`${permission.action} ${permission.resource}`)) {
          throw new AwsError(
            'AccessDeniedException',
            `${caller.name} is not authorized to perform ${permission.action} on ${permission.resource}`,
          );
        }
      },
      unused: () => [{ role: 'Mailer', action: 'ses:SendEmail', resource: '*' }],
      denied: () => [],
    },
    functions: {
      invoke: async (arn, payload): Promise<InvokeResult> => {
        const name = arn.slice(arn.lastIndexOf(':') + 1);
        handled.push({ name, payload });
        const run = functions[name];
        if (!run) throw new Error(`There is no function ${name}.`);
        try {
          return { payload: await run(payload as APIGatewayProxyEventV2) };
        } catch (error) {
          return { payload: null, error: { errorType: 'Error', errorMessage: String(error) } };
        }
      },
      logs: () => [
        { at: START, function: 'MailerFunction1A2B3C4D', line: 'sent' },
        { at: START, function: 'PagesFunction5E6F7A8B', line: 'served' },
      ],
    },
    dynamodb: {
      target: 'DynamoDB_20120810',
      signingName: 'dynamodb',
      permissions: (action) => [{ action: `dynamodb:${action}`, resource: TABLE }],
      handle: async (action, input) => {
        handled.push({ name: action, payload: input });
        const { ExclusiveStartKey, ExpressionAttributeValues } = input as {
          ExclusiveStartKey?: object;
          ExpressionAttributeValues?: { ':pk': { S: string } };
        };
        const wanted = rows.filter(
          ({ pk }) =>
            !ExpressionAttributeValues || (pk as { S: string }).S === ExpressionAttributeValues[':pk'].S,
        );
        // One item to a page, so that whoever reads must follow the pages.
        const from = ExclusiveStartKey ? Number((ExclusiveStartKey as { n: string }).n) : 0;
        const Items = wanted.slice(from, from + 1);
        const more = from + 1 < wanted.length;
        return { status: 200, body: { Items, ...(more ? { LastEvaluatedKey: { n: `${from + 1}` } } : {}) } };
      },
    },
    callerOf: (key) => (key === 'MAILER' ? AT_MAILER : undefined),
    reset: async () => {
      clock.reset(START);
      rows.length = 0;
    },
    ...more,
  });

  const ask = async (path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> => {
    const reply = await fetch(`${doors.url}${path}`, init);
    const text = await reply.text();
    const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
    return { status: reply.status, body: isJson ? JSON.parse(text) : text };
  };
  const post = (path: string, body: unknown) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  return { clock, doors, meter, handled, checked, rows, ask, post };
};

/** What an SDK client needs to reach the sandbox. */
export const clientFor = (url: string, accessKeyId = 'anybody') => ({
  endpoint: url,
  region: 'us-east-1',
  credentials: { accessKeyId, secretAccessKey: 'anything' },
  maxAttempts: 1,
});
