import { createTriggers, type Triggers } from '../triggers.ts';
import { AwsError, type Permission, type Resource, type WireReply } from '../types.ts';
import { jsonReply, requireMembers } from './protocol.ts';

export const RULE_ACTIONS = ['DescribeRule', 'EnableRule', 'DisableRule', 'ListTargetsByRule'];

const nameOf = ({ arn }: Resource): string => arn.slice(arn.lastIndexOf('/') + 1);

/** Of Amazon EventBridge what looks at the rules of the default bus, and switches them. */
export const ruleActions = (resources: readonly Resource[], triggers: Triggers = createTriggers()) => {
  const find = (wanted: unknown): Resource | undefined =>
    resources.find((one) => one.type === 'AWS::Events::Rule' && nameOf(one) === wanted);
  return {
    permission: (action: string, { Name, Rule }: Record<string, unknown>): Permission => ({
      action: `events:${action}`,
      resource: find(Name ?? Rule)?.arn ?? '*',
    }),
    /** @throws AwsError for a rule there is not */
    answer: (action: string, input: Record<string, unknown>): WireReply => {
      const member = action === 'ListTargetsByRule' ? 'Rule' : 'Name';
      requireMembers(input, [member]);
      const rule = find(input[member]);
      if (!rule)
        throw new AwsError('ResourceNotFoundException', `Rule ${String(input[member])} does not exist.`);
      if (action === 'ListTargetsByRule') return jsonReply({ Targets: rule.properties.Targets ?? [] });
      if (action !== 'DescribeRule') {
        triggers.turn(rule, action === 'EnableRule');
        return jsonReply({});
      }
      const { Description, ScheduleExpression, EventPattern } = rule.properties;
      return jsonReply({
        ...{ Name: nameOf(rule), Arn: rule.arn, Description, ScheduleExpression, EventBusName: 'default' },
        ...(EventPattern === undefined ? {} : { EventPattern: JSON.stringify(EventPattern) }),
        State: triggers.isOn(rule) ? 'ENABLED' : 'DISABLED',
      });
    },
  };
};
