import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { AlarmId } from '../alarm-list.ts';
import type { DoorName } from '../doors.ts';
import type { LogFigures } from './log-figures.ts';
import { FEEDS, type Watched, type WorkflowName } from './watched.ts';

/** When an alarm goes off. */
export interface Measure {
  /** Which one, of an alarm that there is one of for each. */
  which?: string;
  metric: IMetric;
  /** It goes off at this figure; `below` turns it round. */
  at: number;
  below?: true;
  /** Periods in a row; 1 when left out. */
  periods?: number;
  /** What no figure at all means: that all is well, that nothing is known, or the very trouble. `well` when left out. */
  silence?: 'unknown' | 'trouble';
}

type Measuring = (watched: Watched, figures: LogFigures) => Measure | Measure[];

const FIVE = { period: Duration.minutes(5) };
const HOUR = { period: Duration.hours(1) };

/** A figure of the sweeper's: between two rounds nobody knows better. */
const swept =
  (name: Parameters<LogFigures['metric']>[0], at: number): Measuring =>
  (_, figures) => ({
    metric: figures.metric(name, { statistic: 'Maximum', minutes: 15 }),
    at,
    silence: 'unknown',
  });

/** Counts lines of a log. */
const counted =
  (name: Parameters<LogFigures['metric']>[0]): Measuring =>
  (_, figures) => ({ metric: figures.metric(name, { statistic: 'Sum', minutes: 5 }), at: 1 });

/** SES counts per account and region, whoever sends. */
const ses = (metricName: string, statistic: 'Sum' | 'Maximum', minutes: number): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName, statistic, period: Duration.minutes(minutes) });

const eachWorkflow =
  (measure: (name: WorkflowName, watched: Watched, figures: LogFigures) => Measure): Measuring =>
  (watched, figures) =>
    (Object.keys(watched.workflows) as WorkflowName[]).map((name) => ({
      which: name,
      ...measure(name, watched, figures),
    }));

const eachFunction =
  (metric: (watched: Watched, name: DoorName) => IMetric): Measuring =>
  (watched) =>
    (Object.keys(watched.functions) as DoorName[]).map((which) => ({
      which,
      metric: metric(watched, which),
      at: 1,
    }));

/** Stopped by nobody's order that is in a log of ours. A few less exact seconds between log and metric must not count. */
const aborted = eachWorkflow((name, { workflows }, figures) => {
  const metric = workflows[name].metricAborted(HOUR);
  if (name === 'bulk-work') return { metric, at: 3 };
  const ordered = figures.metric('StopsOrdered', { statistic: 'Sum', minutes: 60 });
  const unordered = new MathExpression({
    expression: 'aborted - FILL(ordered, 0)',
    usingMetrics: { aborted: metric, ordered },
    ...HOUR,
  });
  return { metric: unordered, at: 3 };
});

/** All of them together, where some may have said nothing. */
const sumOf = (metrics: Record<string, IMetric>): string =>
  Object.keys(metrics)
    .map((name) => `FILL(${name}, 0)`)
    .join(' + ');

const throttled: Measuring = ({ table }) => {
  const events = (metricName: string, index?: string) =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      statistic: 'Sum',
      dimensionsMap: { TableName: table.tableName, ...(index && { GlobalSecondaryIndexName: index }) },
    });
  const usingMetrics = {
    reads: events('ReadThrottleEvents'),
    writes: events('WriteThrottleEvents'),
    due: events('WriteThrottleEvents', 'due'),
    plans: events('WriteThrottleEvents', 'plans'),
  };
  return { metric: new MathExpression({ expression: sumOf(usingMetrics), usingMetrics, ...FIVE }), at: 1 };
};

const USED = [
  ...[Operation.GET_ITEM, Operation.BATCH_GET_ITEM, Operation.QUERY, Operation.PUT_ITEM],
  ...[Operation.UPDATE_ITEM, Operation.TRANSACT_WRITE_ITEMS],
];

/** What each alarm of infra/alarm-list.ts measures. */
export const measures: Record<AlarmId, Measuring> = {
  'sweep-missing': (_, figures) => ({
    metric: figures.metric('OldestPendingMinutes', { statistic: 'SampleCount', minutes: 45 }),
    at: 1,
    below: true,
    silence: 'trouble',
  }),
  'plans-stuck': swept('StuckPlans', 1),
  'plans-overdue': swept('OldestOverdueMinutes', 60),
  'outbox-late': swept('OldestPendingMinutes', 15),
  'effects-given-up': counted('EffectsGivenUp'),

  // The mailer meets it first, when it sends; the sweeper asks whether anybody sends or not.
  'mail-paused': (_, figures) => ({
    metric: new MathExpression({
      expression: 'MAX([FILL(asked, 0), FILL(met, 0)])',
      usingMetrics: {
        asked: figures.metric('SendingPaused', { statistic: 'Maximum', minutes: 15 }),
        met: figures.metric('MailPaused', { statistic: 'Sum', minutes: 15 }),
      },
      period: Duration.minutes(15),
    }),
    at: 1,
  }),
  'mail-quota': swept('SendingQuotaPercent', 80),
  'mail-bounce-rate': () => ({
    metric: ses('Reputation.BounceRate', 'Maximum', 60),
    at: 0.05,
    silence: 'unknown',
  }),
  'mail-complaint-rate': () => ({
    metric: ses('Reputation.ComplaintRate', 'Maximum', 60),
    at: 0.001,
    silence: 'unknown',
  }),
  'mail-complaint': () => ({ metric: ses('Complaint', 'Sum', 5), at: 1 }),
  'mail-rejected': () => ({ metric: ses('Reject', 'Sum', 5), at: 1 }),
  'mail-unknown': (_, figures) => ({
    metric: new MathExpression({
      expression: 'FILL(atOnce, 0) + FILL(later, 0)',
      usingMetrics: {
        atOnce: figures.metric('MailsUnknown', { statistic: 'Sum', minutes: 15 }),
        later: figures.metric('MailsFoundUnknown', { statistic: 'Sum', minutes: 15 }),
      },
      period: Duration.minutes(15),
    }),
    at: 1,
  }),
  'mail-given-up': counted('MailsGivenUp'),

  'executions-failed': eachWorkflow((name, { workflows }) => ({
    metric: workflows[name].metricFailed(FIVE),
    at: 1,
  })),
  'executions-timed-out': eachWorkflow((name, { workflows }) => ({
    metric: workflows[name].metricTimedOut(FIVE),
    at: 1,
  })),
  'executions-aborted': aborted,
  'executions-orphaned': (_, figures) => ({
    metric: figures.metric('OrphanExecutions', { statistic: 'Sum', minutes: 60 }),
    at: 3,
  }),
  'executions-throttled': eachWorkflow((name, { workflows }) => ({
    metric: workflows[name].metricThrottled(FIVE),
    at: 1,
  })),

  'queue-not-empty': ({ queues }) =>
    Object.entries(queues).map(([which, queue]) => ({
      which,
      metric: queue.metricApproximateNumberOfMessagesVisible({ ...FIVE, statistic: 'Maximum' }),
      at: 1,
    })),
  'function-errors': eachFunction(({ functions }, name) => functions[name].metricErrors(FIVE)),
  'function-throttled': eachFunction(({ functions }, name) => functions[name].metricThrottles(FIVE)),
  'feed-behind': ({ functions }) =>
    FEEDS.map((which) => ({
      which,
      metric: functions[which].metric('IteratorAge', { ...FIVE, statistic: 'Maximum' }),
      at: 5 * 60_000,
    })),
  'api-errors': ({ api }) => ({ metric: api.metricServerError(FIVE), at: 1 }),
  'past-the-edge': (_, figures) => {
    const usingMetrics = {
      pages: figures.metric('PastTheEdgePages', { statistic: 'Sum', minutes: 5 }),
      admin: figures.metric('PastTheEdgeAdmin', { statistic: 'Sum', minutes: 5 }),
      executions: figures.metric('PastTheEdgeExecutions', { statistic: 'Sum', minutes: 5 }),
      api: figures.metric('PastTheEdgeApi', { statistic: 'Sum', minutes: 5 }),
    };
    return { metric: new MathExpression({ expression: sumOf(usingMetrics), usingMetrics, ...FIVE }), at: 10 };
  },
  'api-slow': ({ api }) => ({
    metric: api.metricLatency({ ...FIVE, statistic: 'p95' }),
    at: 5_000,
    periods: 3,
  }),
  'table-errors': ({ table }) => ({
    metric: table.metricSystemErrorsForOperations({ operations: USED, ...FIVE }),
    at: 1,
  }),
  'table-throttled': throttled,
};
