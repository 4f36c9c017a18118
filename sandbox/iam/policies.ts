import type { Resource } from '../types.ts';
import { type ConditionBlock, unknownOperators } from './conditions.ts';

/** A statement of a synthesized policy, its lists made plain. */
export interface Statement {
  effect: 'Allow' | 'Deny';
  actions: string[];
  /** True when the statement is about every action, or resource, but those named. */
  notActions: boolean;
  resources: string[];
  notResources: boolean;
  condition: ConditionBlock;
}

/** A policy holds something that cannot be judged here; the message names the role. */
export class UnknownPolicy extends Error {}

type Raw = Record<string, unknown>;

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [`${value}`];

const OWN_LOG = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/** Policies AWS keeps, as far as roles here attach them. */
const KEPT_BY_AWS: Record<string, string[]> = {
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': OWN_LOG,
  'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess': ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
};

const statementOf = (raw: Raw, where: string): Statement => {
  const condition = (raw.Condition ?? {}) as ConditionBlock;
  const unknown = unknownOperators(condition);
  if (unknown.length > 0)
    throw new UnknownPolicy(`${where}: condition operator ${unknown.join(', ')} is not supported`);
  if (raw.Effect !== 'Allow' && raw.Effect !== 'Deny')
    throw new UnknownPolicy(`${where}: Effect ${raw.Effect}`);
  return {
    effect: raw.Effect,
    actions: list(raw.Action ?? raw.NotAction),
    notActions: raw.NotAction !== undefined,
    resources: list(raw.Resource ?? raw.NotResource),
    notResources: raw.NotResource !== undefined,
    condition,
  };
};

const statementsIn = (document: unknown, where: string): Statement[] => {
  const { Statement = [] } = document as { Statement?: Raw | Raw[] };
  return (Array.isArray(Statement) ? Statement : [Statement]).map((each) => statementOf(each, where));
};

const attached = (role: Resource, resources: Resource[]): Statement[] =>
  list(role.properties.ManagedPolicyArns).flatMap((arn) => {
    const actions = KEPT_BY_AWS[arn];
    if (actions)
      return [
        {
          effect: 'Allow' as const,
          actions,
          notActions: false,
          resources: ['*'],
          notResources: false,
          condition: {},
        },
      ];
    const own = resources.find((each) => each.type === 'AWS::IAM::ManagedPolicy' && each.arn === arn);
    if (!own) throw new UnknownPolicy(`${role.logicalId}: managed policy ${arn} is not known to the sandbox`);
    return statementsIn(own.properties.PolicyDocument, own.logicalId);
  });

/** What each synthesized role allows and denies, by the ARN of the role. @throws UnknownPolicy */
export const readPolicies = (
  resources: Resource[],
): Map<string, { role: Resource; statements: Statement[] }> => {
  const roles = resources.filter(({ type }) => type === 'AWS::IAM::Role');
  const policies = resources.filter(
    ({ type }) => type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy',
  );
  return new Map(
    roles.map((role) => {
      const inline = (role.properties.Policies ?? []) as { PolicyDocument: unknown }[];
      const name = role.arn.slice(role.arn.lastIndexOf('/') + 1);
      const statements = [
        ...inline.flatMap(({ PolicyDocument }) => statementsIn(PolicyDocument, role.logicalId)),
        ...policies
          .filter(({ properties }) => list(properties.Roles).includes(name))
          .flatMap(({ properties, logicalId }) => statementsIn(properties.PolicyDocument, logicalId)),
        ...attached(role, resources),
      ];
      return [role.arn, { role, statements }];
    }),
  );
};
