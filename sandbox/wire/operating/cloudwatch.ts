import type { DeployedStack } from '../../template/deployed-stack.ts';
import type { WireService } from '../../types.ts';
import { jsonReply, unknownAction } from '../protocol.ts';

const TYPES = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];

/** Amazon CloudWatch: the alarms of the templates. Nothing is measured here, so none of them is in ALARM. */
export const cloudwatchService = ({ stacks }: { stacks: readonly DeployedStack[] }): WireService => {
  // A deployment may bring others.
  const alarms = () =>
    stacks
      .flatMap(({ resources }) => resources)
      .filter(({ type }) => TYPES.includes(type))
      .map(({ physicalId, arn, properties }) => ({
        AlarmName: physicalId,
        AlarmArn: arn,
        AlarmDescription: properties.AlarmDescription,
        ActionsEnabled: properties.ActionsEnabled ?? true,
        AlarmActions: properties.AlarmActions ?? [],
        OKActions: properties.OKActions ?? [],
        StateValue: 'OK',
        StateReason: 'The sandbox measures nothing.',
      }));
  return {
    target: 'GraniteServiceVersion20100801',
    signingName: 'monitoring',
    permissions: (action) => [{ action: `cloudwatch:${action}`, resource: '*' }],
    handle: async (action, { AlarmNames, AlarmNamePrefix = '' }) => {
      if (action !== 'DescribeAlarms') throw unknownAction('cloudwatch', action, ['DescribeAlarms']);
      const wanted = Array.isArray(AlarmNames) ? new Set(AlarmNames) : undefined;
      const found = alarms().filter(
        ({ AlarmName }) => (wanted?.has(AlarmName) ?? true) && AlarmName.startsWith(String(AlarmNamePrefix)),
      );
      return jsonReply({ MetricAlarms: found, CompositeAlarms: [] });
    },
  };
};
