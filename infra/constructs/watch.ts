import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Budget } from './budget.ts';
import { Dashboard } from './dashboard.ts';
import { CertificateAlarm } from './edge-alarms.ts';
import { ExecutionNews } from './execution-news.ts';
import { KeyNews } from './key-news.ts';
import { LogFigures } from './log-figures.ts';
import { OperatorsTopic } from './operators-topic.ts';
import { Undelivered, undeliveredIn } from './undelivered.ts';
import type { Watched } from './watched.ts';

export interface WatchProps {
  operators: readonly string[];
  /** US dollars; false for no budget. */
  monthlyBudget: number | false;
  watched: Omit<Watched, 'queues'>;
  /** A certificate that the configuration names. */
  certificate?: string | undefined;
}

/** Whatever tells people that something is wrong, or may soon be. To be made last: it looks for the queues of its stack. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, { operators, monthlyBudget, watched, certificate }: WatchProps) {
    super(scope, id);
    const { topic } = new OperatorsTopic(this, 'Operators', { operators });
    const undelivered = new Undelivered(this, 'UndeliveredNews').queue;
    const everything = { ...watched, queues: undeliveredIn(Stack.of(this)) };
    const figures = new LogFigures(this, 'Figures', watched);
    const { all } = new Alarms(this, 'Alarms', { watched: everything, figures, operators: topic });
    new Dashboard(this, 'Dashboard', { watched: everything, figures, alarms: all });
    if (certificate)
      new CertificateAlarm(this, 'Expiry', {
        stage: watched.stage,
        which: 'api',
        arn: certificate,
        operators: topic,
      });
    const told = { operators: topic, undelivered };
    new ExecutionNews(this, 'Executions', { workflows: Object.values(watched.workflows), ...told });
    if (watched.key) new KeyNews(this, 'Key', { key: watched.key, ...told });
    if (monthlyBudget !== false)
      new Budget(this, 'Budget', { stage: watched.stage, amount: monthlyBudget, operators: topic });
    new CfnOutput(this, 'AlarmTopicArn', {
      value: topic.topicArn,
      description: 'Where operators hear of trouble',
    }).overrideLogicalId('AlarmTopicArn');
  }
}
