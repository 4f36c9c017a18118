import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DoorName } from '../doors.ts';
import {
  type LogMetric,
  type LogMetricName,
  logMetricNames,
  logMetrics,
  namespaceOf,
  patternOf,
} from '../log-metrics.ts';

export interface LogFiguresProps {
  stage: string;
  functions: Record<DoorName, Lambda>;
}

/** How a figure is read: which statistic, over how many minutes, of which series. */
export interface Reading {
  statistic: 'Maximum' | 'Sum' | 'SampleCount';
  minutes: number;
  of?: Record<string, string>;
  label?: string;
}

/** The metrics of infra/log-metrics.ts, taken from the logs of the functions: nothing for it runs inside them. */
export class LogFigures extends Construct {
  private readonly namespace: string;

  constructor(scope: Construct, id: string, { stage, functions }: LogFiguresProps) {
    super(scope, id);
    this.namespace = namespaceOf(stage);
    for (const metricName of logMetricNames) {
      const metric: LogMetric = logMetrics[metricName];
      new MetricFilter(this, metricName, {
        logGroup: functions[metric.door].logGroup,
        metricNamespace: this.namespace,
        metricName,
        filterPattern: FilterPattern.literal(patternOf(metric)),
        metricValue: metric.value ? `$.${metric.value}` : '1',
        ...(metric.by && { dimensions: { [metric.by]: `$.${metric.by}` } }),
      });
    }
  }

  metric(metricName: LogMetricName, { statistic, minutes, of, label }: Reading): Metric {
    return new Metric({
      namespace: this.namespace,
      metricName,
      statistic,
      period: Duration.minutes(minutes),
      ...(of && { dimensionsMap: of }),
      ...(label && { label }),
    });
  }
}
