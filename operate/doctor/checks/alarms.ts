import { DescribeAlarmsCommand, type MetricAlarm } from '@aws-sdk/client-cloudwatch';
import { isProduction } from '../../../infra/settings.ts';
import type { Aws } from '../../common/aws.ts';
import type { Deployment } from '../../common/deployment.ts';
import { expectThat, type Finding, ok, unclear, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

/** CloudWatch takes so many names in one call. */
const MOST = 100;

/** The alarms of a stage, as they stand. */
export async function alarmsOf(aws: Aws, deployment: Deployment): Promise<MetricAlarm[]> {
  const named = await deployment.resources('AWS::CloudWatch::Alarm');
  const names = named.flatMap(({ PhysicalResourceId }) => PhysicalResourceId ?? []);
  const found: MetricAlarm[] = [];
  for (let at = 0; at < names.length; at += MOST) {
    const AlarmNames = names.slice(at, at + MOST);
    const answer = await aws
      .cloudwatch()
      .send(new DescribeAlarmsCommand({ AlarmNames, AlarmTypes: ['MetricAlarm'], MaxRecords: MOST }));
    found.push(...(answer.MetricAlarms ?? []));
  }
  return found;
}

/** An alarm is called after its stack; the runbook after what is left without it. */
const short = (name: string, stage: string): string => name.replace(`pip-follow-up-${stage}-`, '');

/** Whether anybody is told when something is wrong. */
export const alarms: Check = {
  name: 'alarms',
  look: async ({ aws, deployment, stage, config }) => {
    const deploy = `npm run deploy -- --stage ${stage}`;
    const all = await alarmsOf(aws, deployment);
    if (all.length === 0)
      return [wrong('alarms.exist', 'There is no alarm: nobody would be told of anything.', deploy)];
    const names = (some: MetricAlarm[]) =>
      some.map(({ AlarmName = '' }) => short(AlarmName, stage)).join(', ');
    const mute = all.filter(
      ({ ActionsEnabled, AlarmActions = [] }) => !ActionsEnabled || AlarmActions.length === 0,
    );
    const ringing = all.filter(({ StateValue }) => StateValue === 'ALARM');
    const topic = deployment.outputs.get('AlarmTopicArn');
    const findings: Finding[] = [
      ok('alarms.exist', `There are ${all.length} alarms.`),
      expectThat(
        mute.length === 0,
        'alarms.actions',
        'Each of them tells somebody.',
        `${mute.length === 1 ? 'One alarm tells' : `${mute.length} alarms tell`} nobody: ${names(mute)}.`,
        `aws cloudwatch enable-alarm-actions --alarm-names …, or ${deploy}`,
      ),
      expectThat(
        ringing.length === 0,
        'alarms.state',
        'None of them is in ALARM.',
        `In ALARM now: ${names(ringing)}.`,
        'Open docs/runbooks/ by the name of the alarm: it says what it means and what to press.',
      ),
    ];
    const operators = config?.operators ?? [];
    findings.push(
      topic === undefined
        ? wrong('alarms.topic', 'There is no topic that alarms are told to.', deploy)
        : config && operators.length === 0 && !isProduction(stage)
          ? ok(
              'alarms.operators',
              'Nobody is named whom alarms are told to; outside production nobody has to be.',
            )
          : config && operators.length === 0
            ? wrong(
                'alarms.operators',
                'Nobody is named whom alarms are told to.',
                `Add "operators": ["platform@agency.org"] to the configuration, then ${deploy}`,
              )
            : unclear(
                'alarms.confirmed',
                'Each operator has to confirm one mail from AWS before any other reaches them; whether they did is not asked here.',
                `aws sns list-subscriptions-by-topic --topic-arn ${topic} --region ${aws.region}    (no SubscriptionArn may be PendingConfirmation)`,
              ),
    );
    return findings;
  },
};
