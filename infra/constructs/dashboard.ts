import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard as Board,
  GraphWidget,
  type IMetric,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { DoorName } from '../doors.ts';
import type { LogFigures } from './log-figures.ts';
import { FEEDS, type Watched, type WorkflowName } from './watched.ts';

export interface DashboardProps {
  watched: Watched;
  figures: LogFigures;
  alarms: Alarm[];
}

const QUARTER = { period: Duration.minutes(15) };
const HOUR = { period: Duration.hours(1) };
const DAY = { period: Duration.days(1) };

const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, left, right, width: 8, height: 6, liveData: false });

/** One page that answers: is everybody being followed up, does mail arrive, does anything fail, what does it cost? */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { watched, figures, alarms }: DashboardProps) {
    super(scope, id);
    const { stage } = watched;
    const board = new Board(this, 'Board', {
      dashboardName: `pip-follow-up-${stage}`,
      defaultInterval: Duration.days(7),
    });
    board.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 5 }));
    board.addWidgets(heading('Is everybody being followed up?'));
    board.addWidgets(...followUp(watched, figures));
    board.addWidgets(heading('Does mail arrive?'));
    board.addWidgets(...mail(figures));
    board.addWidgets(heading('Does anything fail?'));
    board.addWidgets(...failures(watched));
    board.addWidgets(heading('What is paid for'));
    board.addWidgets(...costs(watched));
  }
}

const heading = (text: string) => new TextWidget({ markdown: `## ${text}`, width: 24, height: 1 });

const followUp = ({ workflows }: Watched, figures: LogFigures) => {
  const swept = (name: Parameters<LogFigures['metric']>[0], label: string) =>
    figures.metric(name, { statistic: 'Maximum', minutes: 15, label });
  return [
    graph(
      'Late plans',
      [swept('OverduePlans', 'due for ten minutes'), swept('StuckPlans', 'due for half an hour')],
      [swept('OldestOverdueMinutes', 'longest, in minutes')],
    ),
    graph('Waiting to leave', [swept('OldestPendingMinutes', 'longest, in minutes')]),
    graph(
      'Executions',
      (Object.keys(workflows) as WorkflowName[]).flatMap((name) => [
        workflows[name].metricStarted({ ...HOUR, label: `${name}: started` }),
        workflows[name].metricSucceeded({ ...HOUR, label: `${name}: ended well` }),
        workflows[name].metricFailed({ ...HOUR, label: `${name}: failed` }),
        workflows[name].metricTimedOut({ ...HOUR, label: `${name}: took too long` }),
      ]),
    ),
  ];
};

const mail = (figures: LogFigures) => {
  const ended = (status: string, label: string) =>
    figures.metric('Mails', { statistic: 'Sum', minutes: 60, of: { status }, label });
  const ses = (metricName: string, label: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum', label, ...HOUR });
  const rate = (metricName: string, label: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Maximum', label, ...HOUR });
  return [
    graph('Mails, by how they ended here', [
      ended('SENT', 'sent'),
      ended('PENDING', 'put off'),
      ended('SKIPPED', 'not needed any more'),
      ended('FAILED', 'given up'),
      ended('UNKNOWN', 'nobody knows'),
    ]),
    graph('Mails, by what SES says of the account', [
      ses('Delivery', 'delivered'),
      ses('Bounce', 'came back'),
      ses('Complaint', 'marked as spam'),
      ses('Reject', 'refused'),
    ]),
    graph(
      'Reputation and quota',
      [rate('Reputation.BounceRate', 'bounce rate'), rate('Reputation.ComplaintRate', 'complaint rate')],
      [figures.metric('SendingQuotaPercent', { statistic: 'Maximum', minutes: 15, label: 'quota used, %' })],
    ),
  ];
};

const failures = ({ functions, queues, api }: Watched) => [
  graph(
    'Functions that failed',
    (Object.keys(functions) as DoorName[]).map((name) =>
      functions[name].metricErrors({ ...QUARTER, label: name }),
    ),
  ),
  graph(
    'Given up, and how far behind',
    Object.entries(queues).map(([name, queue]) =>
      queue.metricApproximateNumberOfMessagesVisible({
        ...QUARTER,
        statistic: 'Maximum',
        label: `given up: ${name}`,
      }),
    ),
    FEEDS.map((name) =>
      functions[name].metric('IteratorAge', {
        ...QUARTER,
        statistic: 'Maximum',
        label: `${name}: behind, ms`,
      }),
    ),
  ),
  graph(
    'Pages and API',
    [
      api.metricCount({ ...QUARTER, label: 'requests' }),
      api.metricClientError({ ...QUARTER, label: 'refused' }),
      api.metricServerError({ ...QUARTER, label: 'failed' }),
    ],
    [api.metricLatency({ ...QUARTER, statistic: 'p95', label: '95 % within, ms' })],
  ),
];

const costs = ({ functions, workflows, table }: Watched) => [
  graph(
    'Calls of functions a day',
    (Object.keys(functions) as DoorName[]).map((name) =>
      functions[name].metricInvocations({ ...DAY, label: name }),
    ),
  ),
  graph('Reads and writes a day', [
    table.metricConsumedReadCapacityUnits({ ...DAY, statistic: 'Sum', label: 'reads' }),
    table.metricConsumedWriteCapacityUnits({ ...DAY, statistic: 'Sum', label: 'writes' }),
  ]),
  graph(
    'Executions started a day',
    (Object.keys(workflows) as WorkflowName[]).map((name) =>
      workflows[name].metricStarted({ ...DAY, label: name }),
    ),
  ),
];
