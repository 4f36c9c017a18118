import { isDeepStrictEqual } from 'node:util';
import type { Resource } from '../types.ts';

/** A running system cannot become what these templates say; `problems` names each thing. Nothing has changed. */
export class CannotDeploy extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`This cannot be deployed over what runs:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'CannotDeploy';
    this.problems = problems;
  }
}

/** An execution that runs, and the workflow it runs. */
export interface Running {
  name: string;
  stateMachineArn: string;
  definition: string;
}

const KEPT_FOR_WHAT_THEY_HOLD = ['AWS::DynamoDB::Table', 'AWS::SecretsManager::Secret'];
const FIXED_IN_A_TABLE = [
  ...['KeySchema', 'GlobalSecondaryIndexes', 'LocalSecondaryIndexes', 'StreamSpecification'],
];
const SIGN_IN = 'AWS::Cognito::';

const nameOf = ({ stack, logicalId, type }: Resource): string => `${stack}: ${logicalId} (${type})`;

const isSame = (one: Resource, other: Resource): boolean =>
  one.stack === other.stack && one.logicalId === other.logicalId && one.type === other.type;

/** Why what runs cannot be changed in place into what is wanted, thing by thing. */
export const whyNot = (
  before: readonly Resource[],
  next: readonly Resource[],
  running: readonly Running[],
): string[] => {
  const gone = before.filter((old) => !next.some((one) => isSame(one, old)));
  return [
    ...gone
      .filter(({ type }) => KEPT_FOR_WHAT_THEY_HOLD.includes(type))
      .map((old) => `${nameOf(old)} is not there any more, and what it holds would be lost. Leave it in.`),
    ...before.filter(({ type }) => type === 'AWS::DynamoDB::Table').flatMap((old) => changedTable(old, next)),
    ...changedSignIn(before, next),
    ...gone.flatMap((old) => stranded(old, running)),
  ];
};

const changedTable = (old: Resource, next: readonly Resource[]): string[] => {
  const fresh = next.find((one) => isSame(one, old));
  const changed = FIXED_IN_A_TABLE.filter(
    (name) => fresh && !isDeepStrictEqual(old.properties[name], fresh.properties[name]),
  );
  return changed.map(
    (name) =>
      `${nameOf(old)}: ${name} cannot be changed while the table holds its rows. Start the sandbox anew to try it.`,
  );
};

const changedSignIn = (before: readonly Resource[], next: readonly Resource[]): string[] => {
  const about = (resources: readonly Resource[]) =>
    resources.filter(({ type }) => type.startsWith(SIGN_IN)).map((each) => [nameOf(each), each] as const);
  const [old, fresh] = [new Map(about(before)), new Map(about(next))];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((name) => !isDeepStrictEqual(old.get(name)?.properties, fresh.get(name)?.properties))
    .map((name) => `${name} has changed: the sandbox takes that up only when it starts.`);
};

/** On AWS these executions would be ended, or fail at their next task; here they are looked after first. */
const stranded = (old: Resource, running: readonly Running[]): string[] => {
  const users =
    old.type === 'AWS::StepFunctions::StateMachine'
      ? running.filter(({ stateMachineArn }) => stateMachineArn === old.arn)
      : old.type === 'AWS::Lambda::Function'
        ? running.filter(({ definition }) => definition.includes(old.arn))
        : [];
  if (users.length === 0) return [];
  const first = users.slice(0, 3).map(({ name }) => name);
  const more = users.length > first.length ? ` and ${users.length - first.length} more` : '';
  return [
    `${nameOf(old)} is not there any more, and ${first.join(', ')}${more} would be stranded. Keep its logical id.`,
  ];
};
