import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type AlarmNote, descriptionOf, SERVICE_ALARMS } from '../alarm-list.ts';
import { type Measure, measures } from './alarm-measures.ts';
import type { LogFigures } from './log-figures.ts';
import type { Watched } from './watched.ts';

export interface AlarmsProps {
  watched: Watched;
  figures: LogFigures;
  /** Told when one goes off, and when all is well again. */
  operators: ITopic;
}

const SILENCE = {
  well: TreatMissingData.NOT_BREACHING,
  unknown: TreatMissingData.IGNORE,
  trouble: TreatMissingData.BREACHING,
};

/** The alarms of infra/alarm-list.ts that are about the service. */
export class Alarms extends Construct {
  readonly all: Alarm[];

  constructor(scope: Construct, id: string, { watched, figures, operators }: AlarmsProps) {
    super(scope, id);
    const action = new SnsAction(operators);
    this.all = SERVICE_ALARMS.flatMap((note) =>
      [measures[note.id](watched, figures)].flat().map((measure) => this.alarm(watched.stage, note, measure)),
    );
    for (const alarm of this.all) {
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
  }

  private alarm(stage: string, note: AlarmNote, measure: Measure): Alarm {
    const { which, metric, at, below, periods = 1, silence = 'well' } = measure;
    const name = [note.id, which].filter(Boolean).join('-');
    return new Alarm(this, name, {
      // A name of its own: it is the subject of the mail that operators get, and what runbooks are found by.
      alarmName: `pip-follow-up-${stage}-${name}`,
      alarmDescription: descriptionOf(note),
      metric,
      threshold: at,
      evaluationPeriods: periods,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: SILENCE[silence],
    });
  }
}
