import type { StateMachineDefinition } from './definition.ts';
import { compileProgram } from './program.ts';
import type { Program } from './step.ts';
import { parseDefinition } from './validate.ts';

/** One revision of a state machine. A running execution keeps the revision it started with. */
export class Machine {
  readonly arn: string;
  readonly name: string;
  readonly definitionText: string;
  readonly roleArn: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly definition: StateMachineDefinition;
  readonly program: Program;
  readonly context: { Id: string; Name: string };

  /** @throws AwsError InvalidDefinition */
  constructor(arn: string, name: string, definitionText: string, roleArn: string, createdAt: number) {
    this.arn = arn;
    this.name = name;
    this.definitionText = definitionText;
    this.roleArn = roleArn;
    this.createdAt = createdAt;
    this.definition = parseDefinition(definitionText);
    this.program = compileProgram(this.definition);
    this.context = { Id: arn, Name: name };
  }
}
