import type { DoorName } from './doors.ts';

/** A figure that a function writes into its log and CloudWatch makes a metric of. */
export interface LogMetric {
  /** Whose log. */
  door: DoorName;
  /** The `message` of the line, which nothing else of this function says. */
  message: string;
  /** Only lines in which these fields have these values; `*` at either end stands for anything. */
  where?: Record<string, string>;
  /** The field that holds the figure; left out, lines are counted. */
  value?: string;
  /** A field that tells series of the same metric apart. It must have few values: each one is paid for. */
  by?: string;
}

const swept = (value: string): LogMetric => ({ door: 'sweeper', message: 'swept', value });

const pastTheEdge = (door: DoorName) =>
  ({ door, message: 'refused', where: { code: 'past_the_edge' } }) satisfies LogMetric;

/** Every metric of the namespace `PipFollowUp/<stage>`: a log line and a test of whoever writes it stand behind each. */
export const logMetrics = {
  OldestPendingMinutes: swept('oldestPendingMinutes'),
  OldestOverdueMinutes: swept('oldestOverdueMinutes'),
  StuckPlans: swept('stuckPlans'),
  OverduePlans: swept('plans'),
  MailsFoundUnknown: swept('unknown'),
  SendingQuotaPercent: swept('quotaPercent'),
  SendingPaused: swept('sendingPaused'),
  OrphanExecutions: { door: 'lifecycle', message: 'orphan' },
  Mails: { door: 'mailer', message: 'mail', by: 'status' },
  MailsUnknown: { door: 'mailer', message: 'mail', where: { status: 'UNKNOWN' } },
  MailsGivenUp: { door: 'mailer', message: 'mail', where: { status: 'FAILED' } },
  PastTheEdgePages: pastTheEdge('pages'),
  PastTheEdgeAdmin: pastTheEdge('admin'),
  PastTheEdgeExecutions: pastTheEdge('executions'),
  PastTheEdgeApi: pastTheEdge('api'),
  MailPaused: { door: 'mailer', message: 'mail_paused' },
  EffectsGivenUp: { door: 'effects', message: 'effect', where: { status: 'FAILED' } },
  StopsOrdered: { door: 'effects', message: 'effect', where: { effect: '*-stop', status: 'DONE' } },
} as const satisfies Record<string, LogMetric>;

export type LogMetricName = keyof typeof logMetrics;
export const logMetricNames = Object.keys(logMetrics) as LogMetricName[];

/** The CloudWatch namespace of a deployment's own metrics. */
export const namespaceOf = (stage: string): string => `PipFollowUp/${stage}`;

/** The filter pattern, in the syntax of CloudWatch Logs for JSON lines. */
export const patternOf = ({ message, where = {}, value, by }: LogMetric): string => {
  const is = Object.entries({ message, ...where }).map(([field, text]) => `($.${field} = "${text}")`);
  const has = [value, by].flatMap((field) => (field ? [`($.${field} = *)`] : []));
  return `{ ${[...is, ...has].join(' && ')} }`;
};
