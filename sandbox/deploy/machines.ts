import type { StatesEngine } from '../states/index.ts';
import { parseDefinition } from '../states/validate.ts';
import { definitionOf } from '../template/definition.ts';
import type { Resource } from '../types.ts';

const machinesIn = (resources: readonly Resource[]) =>
  resources
    .filter(({ type }) => type === 'AWS::StepFunctions::StateMachine')
    .map((machine) => ({
      arn: machine.arn,
      name: machine.arn.slice(machine.arn.lastIndexOf(':') + 1),
      definition: definitionOf(machine),
      roleArn: `${machine.properties.RoleArn}`,
    }));

/**
 * Looks whether the state machines of other templates are sound.
 *
 * @returns what puts them in place. A changed one is a new revision: what runs goes on with the definition and under the
 * role it started with.
 * @throws AwsError InvalidDefinition
 */
export const prepareMachines = (
  states: Pick<StatesEngine, 'createStateMachine' | 'updateStateMachine' | 'deleteStateMachine'>,
  before: readonly Resource[],
  next: readonly Resource[],
): (() => void) => {
  const known = new Map(machinesIn(before).map((machine) => [machine.arn, machine]));
  const wanted = machinesIn(next);
  for (const { definition } of wanted) parseDefinition(definition);
  const gone = [...known.keys()].filter((arn) => !wanted.some((machine) => machine.arn === arn));
  return () => {
    for (const machine of wanted) {
      const old = known.get(machine.arn);
      if (!old) states.createStateMachine(machine);
      else if (old.definition !== machine.definition || old.roleArn !== machine.roleArn)
        states.updateStateMachine({ ...machine, stateMachineArn: machine.arn });
    }
    for (const stateMachineArn of gone) states.deleteStateMachine({ stateMachineArn });
  };
};
