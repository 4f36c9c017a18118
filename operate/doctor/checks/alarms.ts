import { DescribeAlarmsCommand, type MetricAlarm } from '@aws-sdk/client-cloudwatch';
import { EDGE_REGION } from '../../../infra/edge-region.ts';
import { isProduction } from '../../../infra/settings.ts';
import type { Aws } from '../../common/aws.ts';
import type { Deployment } from '../../common/deployment.ts';
import { expectThat, type Finding, ok, unclear, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

/** CloudWatch takes so many names in one call. */
const MOST = 100;

/** Where alarms are, and what they are called there by the stacks. */
async function named(aws: Aws, deployment: Deployment): Promise<[where: Aws, names: string[]][]> {
  const [home, edge] = await Promise.all([
    deployment.resources('AWS::CloudWatch::Alarm'),
    deployment.edgeResources('AWS::CloudWatch::Alarm'),
  ]);
  const names = (some: typeof home) => some.flatMap(({ PhysicalResourceId }) => PhysicalResourceId ?? []);
  return [
    [aws, names(home)],
    [aws.in(EDGE_REGION), names(edge)],
  ];
}

/** The alarms of a stage, as they stand. */
export async function alarmsOf(aws: Aws, deployment: Deployment): Promise<MetricAlarm[]> {
  const found = (await named(aws, deployment)).map(([where, names]) => described(where, names));
  return (await Promise.all(found)).flat();
}

async function described(aws: Aws, names: string[]): Promise<MetricAlarm[]> {
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

const HOUR = 3_600_000;

/** Whether the sweeper can have been missed for the one reason that it was not there yet. */
async function isYoung(aws: Aws, { stacks }: Deployment): Promise<boolean> {
  const made = stacks.service?.CreationTime?.getTime() ?? 0;
  return Date.parse(await aws.now()) - made < HOUR;
}

/** The slowest of what they measure is told once a day. */
const SILENT_FOR_MS = 86_400_000;

function stateOf(
  ringing: MetricAlarm[],
  silent: MetricAlarm[],
  names: (some: MetricAlarm[]) => string,
): Finding {
  if (ringing.length > 0)
    return wrong(
      'alarms.state',
      `In ALARM now: ${names(ringing)}.`,
      'Open docs/runbooks/ by the name of the alarm: it says what it means and what to press.',
    );
  if (silent.length > 0)
    return unclear(
      'alarms.state',
      `None is in ALARM; these have had no figure for a day or longer, and cannot ring: ${names(silent)}.`,
      'Look at their metric in the CloudWatch console. What is counted of mail has no figure before the first mail.',
    );
  return ok('alarms.state', 'None of them is in ALARM.');
}

/** Whether anybody is told when something is wrong. */
export const alarms: Check = {
  name: 'alarms',
  look: async ({ aws, deployment, stage, config }) => {
    const deploy = `npm run deploy -- --stage ${stage}`;
    const all = await alarmsOf(aws, deployment);
    const wanted = (await named(aws, deployment)).flatMap(([, names]) => names);
    const gone = wanted.filter((name) => !all.some(({ AlarmName }) => AlarmName === name));
    if (all.length === 0)
      return [wrong('alarms.exist', 'There is no alarm: nobody would be told of anything.', deploy)];
    const names = (some: MetricAlarm[]) =>
      some.map(({ AlarmName = '' }) => short(AlarmName, stage)).join(', ');
    const mute = all.filter(
      ({ ActionsEnabled, AlarmActions = [] }) => !ActionsEnabled || AlarmActions.length === 0,
    );
    const isNew = await isYoung(aws, deployment);
    const ringing = all.filter(
      ({ StateValue, AlarmName = '' }) =>
        StateValue === 'ALARM' && !(isNew && short(AlarmName, stage) === 'sweep-missing'),
    );
    const longAgo = Date.parse(await aws.now()) - SILENT_FOR_MS;
    const silent = all.filter(
      ({ StateValue, StateUpdatedTimestamp }) =>
        StateValue === 'INSUFFICIENT_DATA' && (StateUpdatedTimestamp?.getTime() ?? 0) < longAgo,
    );
    const topic = deployment.outputs.get('AlarmTopicArn');
    const findings: Finding[] = [
      expectThat(
        gone.length === 0,
        'alarms.exist',
        `There are ${all.length} alarms.`,
        `${gone.length} of ${wanted.length} alarms were deleted by hand: ${gone.map((name) => short(name, stage)).join(', ')}.`,
        'A deployment that changes nothing of them does not bring them back: create them again in the CloudWatch console, under the same name, as cdk.out says (Resources of type AWS::CloudWatch::Alarm).',
      ),
      expectThat(
        mute.length === 0,
        'alarms.actions',
        'Each of them is told to the topic of alarms.',
        `${mute.length === 1 ? 'One alarm tells' : `${mute.length} alarms tell`} nobody: ${names(mute)}.`,
        `aws cloudwatch enable-alarm-actions --alarm-names …, or ${deploy}`,
      ),
      stateOf(ringing, silent, names),
    ];
    const operators = config?.operators ?? [];
    findings.push(
      topic === undefined
        ? wrong('alarms.topic', 'There is no topic that alarms are told to.', deploy)
        : config && operators.length === 0 && !isProduction(stage)
          ? ok(
              'alarms.operators',
              'Nobody is named who hears that topic; outside production nobody has to be.',
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
