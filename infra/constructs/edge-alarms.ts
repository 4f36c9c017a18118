import { Duration } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { descriptionOf, EDGE_ALARMS } from '../alarm-list.ts';
import type { Host } from '../routes.ts';

type EdgeAlarmId = (typeof EDGE_ALARMS)[number]['id'];
type Measured = Pick<AlarmProps, 'metric' | 'threshold' | 'evaluationPeriods' | 'comparisonOperator'>;

function alarm(
  scope: Construct,
  stage: string,
  id: EdgeAlarmId,
  which: string,
  operators: ITopic,
  measured: Measured,
): void {
  const note = EDGE_ALARMS.find((each) => each.id === id) as (typeof EDGE_ALARMS)[number];
  const name = `${id}-${which}`;
  const made = new Alarm(scope, name, {
    alarmName: `pip-follow-up-${stage}-${name}`,
    alarmDescription: descriptionOf(note),
    treatMissingData: TreatMissingData.NOT_BREACHING,
    ...measured,
  });
  made.addAlarmAction(new SnsAction(operators));
  made.addOkAction(new SnsAction(operators));
}

export interface EdgeAlarmsProps {
  stage: string;
  distributions: Readonly<Record<Host, Distribution>>;
  operators: ITopic;
}

/** What CloudFront answers, seen from where it counts: all its figures are in us-east-1. */
export class EdgeAlarms extends Construct {
  constructor(scope: Construct, id: string, { stage, distributions, operators }: EdgeAlarmsProps) {
    super(scope, id);
    for (const [host, { distributionId }] of Object.entries(distributions))
      alarm(this, stage, 'edge-errors', host, operators, {
        metric: new Metric({
          namespace: 'AWS/CloudFront',
          metricName: '5xxErrorRate',
          dimensionsMap: { DistributionId: distributionId, Region: 'Global' },
          statistic: 'Average',
          period: Duration.minutes(5),
        }),
        threshold: 10,
        evaluationPeriods: 3,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      });
  }
}

export interface CertificateAlarmProps {
  stage: string;
  /** Which one, as the configuration calls it. */
  which: 'edge' | 'api';
  arn: string;
  operators: ITopic;
}

/** A certificate that somebody else made: whether it renews itself is up to records that are not ours. */
export class CertificateAlarm extends Construct {
  constructor(scope: Construct, id: string, { stage, which, arn, operators }: CertificateAlarmProps) {
    super(scope, id);
    alarm(this, stage, 'certificate-expires', which, operators, {
      metric: new Metric({
        namespace: 'AWS/CertificateManager',
        metricName: 'DaysToExpiry',
        dimensionsMap: { CertificateArn: arn },
        statistic: 'Minimum',
        period: Duration.days(1),
      }),
      threshold: 30,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    });
  }
}
