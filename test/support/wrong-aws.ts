import { openEndpoint } from '../../sandbox/wire/endpoint.ts';
import { type XmlTree, xml } from '../../sandbox/wire/xml.ts';

/** An answer: JSON, or what is thrown at the caller. */
type Answer = Record<string, unknown> | { refuse: string; says?: string; status?: number };

const ACCOUNT = '999999999999';
export const stack = (part: string, StackStatus: string, outputs: Record<string, string> = {}) => ({
  StackId: `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/pip-follow-up-prod-${part}/1`,
  StackName: `pip-follow-up-prod-${part}`,
  CreationTime: '2026-01-01T00:00:00Z',
  StackStatus,
  EnableTerminationProtection: false,
  Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
});

/** What is deployed, badly. */
const STACKS: Record<string, XmlTree> = {
  'pip-follow-up-prod-data': stack('data', 'UPDATE_ROLLBACK_COMPLETE', {
    SenderIdentity: 'agency.org',
    ConfigurationSet: 'prod',
  }),
  'pip-follow-up-prod-service': stack('service', 'UPDATE_ROLLBACK_FAILED', {
    TableName: 'plans',
    UserPoolId: 'us-east-1_pool',
    UndeliveredEffectsUrl: 'https://sqs.us-east-1.amazonaws.com/999999999999/effects',
    UndeliveredMailUrl: 'https://sqs.us-east-1.amazonaws.com/999999999999/mail',
    UndeliveredSweepsUrl: 'https://sqs.us-east-1.amazonaws.com/999999999999/sweeps',
  }),
};
const RESOURCES = [
  ['AWS::Lambda::Function', 'SweeperFunction1', 'sweeper'],
  ['AWS::SES::EmailIdentity', 'MailDomain1', 'agency.org'],
  ['AWS::CloudWatch::Alarm', 'Alarm1', 'pip-follow-up-prod-stuck-plans'],
  ['AWS::CloudWatch::Alarm', 'Alarm2', 'pip-follow-up-prod-mail-unknown'],
  ['AWS::Lambda::EventSourceMapping', 'MailFeed1', 'feed-1'],
  ['AWS::Events::Rule', 'MailFeedbackRule1', 'rule-1'],
].map(([ResourceType = '', LogicalResourceId = '', PhysicalResourceId = '']) => ({
  ...{ ResourceType, LogicalResourceId, PhysicalResourceId },
  LastUpdatedTimestamp: '2026-01-01T00:00:00Z',
  ResourceStatus: 'CREATE_COMPLETE',
}));

const QUERIES: Record<string, (input: URLSearchParams) => XmlTree | undefined> = {
  GetCallerIdentity: () => ({ Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/op`, UserId: 'AIDA' }),
  ListStackResources: (input) => ({
    StackResourceSummaries: RESOURCES.filter(
      ({ ResourceType }) =>
        input.get('StackName')?.endsWith('-data') === (ResourceType === 'AWS::SES::EmailIdentity'),
    ),
  }),
};

const CALLS: Record<string, Answer> = {
  GetParameter: { refuse: 'ParameterNotFound', status: 400 },
  ListTables: { TableNames: ['pip-follow-up-prod-data-PlanTable1', 'plans-at-20270105140000', 'other'] },
  DescribeTable: { Table: { TableName: 'plans', TableStatus: 'ACTIVE', DeletionProtectionEnabled: false } },
  DescribeContinuousBackups: {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
    },
  },
  Scan: { Count: 1, ScannedCount: 1, Items: [{ pk: { S: 'PLAN#p1' }, sk: { S: 'PLAN' } }] },
  ListUsersInGroup: { Users: [] },
  DescribeUserPoolDomain: { DomainDescription: { UserPoolId: 'us-east-1_left', Status: 'ACTIVE' } },
  DescribeAlarms: {
    MetricAlarms: [
      {
        AlarmName: 'pip-follow-up-prod-stuck-plans',
        ActionsEnabled: false,
        AlarmActions: [],
        StateValue: 'ALARM',
      },
    ],
  },
  GetQueueAttributes: { Attributes: { ApproximateNumberOfMessages: '3' } },
  FilterLogEvents: { events: [] },
  DescribeRule: { Name: 'rule-1', State: 'ENABLED' },
  ListTargetsByRule: { Targets: [] },
};

const PATHS: [path: RegExp, answer: Answer][] = [
  [
    /^\/v2\/email\/account$/,
    {
      ProductionAccessEnabled: false,
      SendingEnabled: false,
      EnforcementStatus: 'PROBATION',
      SendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 190 },
    },
  ],
  [/^\/v2\/email\/identities\/[^/]+%40/, { refuse: 'NotFoundException', status: 404 }],
  [
    /^\/v2\/email\/identities\//,
    {
      VerifiedForSendingStatus: false,
      DkimAttributes: { Status: 'PENDING', SigningEnabled: true },
      MailFromAttributes: { MailFromDomain: 'bounce.agency.org', MailFromDomainStatus: 'FAILED' },
    },
  ],
  [
    /event-destinations$/,
    {
      EventDestinations: [
        {
          Name: 'somebody',
          Enabled: true,
          MatchingEventTypes: ['BOUNCE', 'OPEN', 'CLICK'],
          EventBridgeDestination: { EventBusArn: `arn:aws:events:us-east-1:${ACCOUNT}:event-bus/default` },
        },
      ],
    },
  ],
  [
    /^\/v2\/email\/configuration-sets\//,
    { SendingOptions: { SendingEnabled: false }, SuppressionOptions: { SuppressedReasons: [] } },
  ],
  [/^\/2015-03-31\/event-source-mappings\//, { UUID: 'feed-1', State: 'Disabled' }],
  [/^\/2015-03-31\/functions\/sweeper\/configuration$/, { LoggingConfig: { LogGroup: 'sweeper' } }],
];

const json = (answer: Answer, type: string) =>
  'refuse' in answer
    ? {
        status: Number(answer.status ?? 400),
        headers: { 'content-type': type, 'x-amzn-errortype': `${answer.refuse}` },
        body: JSON.stringify({ __type: answer.refuse, message: answer.says ?? 'no' }),
      }
    : { status: 200, headers: { 'content-type': type }, body: JSON.stringify(answer) };

export interface WrongAws {
  url: string;
  close(): Promise<void>;
}

/**
 * An AWS where everything is wrong that can be, speaking AWS's protocols.
 *
 * @param empty nothing is deployed, and something was left behind
 * @param stacks what is deployed instead, by the names of the stacks
 * @param calls answers to calls of the JSON protocol that are otherwise than they would be
 * @param paths the same, of those that are told apart by their path
 */
export async function wrongAws({
  empty = false,
  stacks = empty ? {} : STACKS,
  calls = {},
  paths = [],
}: {
  empty?: boolean;
  stacks?: Record<string, XmlTree>;
  calls?: Record<string, Answer>;
  paths?: typeof PATHS;
} = {}): Promise<WrongAws> {
  const endpoint = await openEndpoint();
  endpoint.serve(async ({ headers, body, path }) => {
    const target = headers['x-amz-target'];
    if (target !== undefined) {
      const answer = { ...CALLS, ...calls }[target.split('.')[1] ?? ''] ?? {
        refuse: 'UnknownOperationException',
        says: target,
      };
      return json(answer, 'application/x-amz-json-1.1');
    }
    const form = new URLSearchParams(body.toString());
    const action = form.get('Action');
    if (action !== null) {
      const named = stacks[form.get('StackName') ?? ''];
      const found = action === 'DescribeStacks' ? named && { Stacks: [named] } : QUERIES[action]?.(form);
      const says = `Stack with id ${form.get('StackName')} does not exist`;
      return {
        status: found ? 200 : 400,
        headers: { 'content-type': 'text/xml' },
        body: found
          ? `<${action}Response><${action}Result>${xml(found)}</${action}Result></${action}Response>`
          : `<ErrorResponse>${xml({ Error: { Type: 'Sender', Code: 'ValidationError', Message: says } })}</ErrorResponse>`,
      };
    }
    const answer = [...paths, ...PATHS].find(([matches]) => matches.test(path))?.[1];
    return json(answer ?? { refuse: 'NotFoundException', says: path, status: 404 }, 'application/json');
  });
  return { url: endpoint.url, close: () => endpoint.close() };
}
