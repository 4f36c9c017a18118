import { readdirSync, readFileSync } from 'node:fs';

export interface AslState {
  Type: string;
  Comment?: string;
  Resource?: string;
  Arguments?: { FunctionName?: string; Payload?: Record<string, unknown> };
  TimeoutSeconds?: number | string;
  Retry?: {
    ErrorEquals: string[];
    MaxAttempts?: number;
    MaxDelaySeconds?: number;
    JitterStrategy?: string;
    BackoffRate?: number;
  }[];
  Catch?: { ErrorEquals: string[]; Next: string }[];
  Choices?: { Condition: string; Next: string }[];
  Default?: string;
  Next?: string;
  End?: boolean;
  Timestamp?: string;
  Seconds?: unknown;
  ItemProcessor?: AslStates;
}

interface AslStates {
  StartAt: string;
  States: Record<string, AslState>;
}

export interface AslMachine extends AslStates {
  QueryLanguage: string;
  TimeoutSeconds?: number;
}

export interface Workflow {
  name: string;
  text: string;
  machine: AslMachine;
  /** Every list of states: that of the machine, and those of the maps within it. */
  scopes: AslStates[];
  /** All states of all lists, by name. */
  states: [string, AslState][];
}

const scopesIn = (scope: AslStates): AslStates[] => [
  scope,
  ...Object.values(scope.States).flatMap(({ ItemProcessor }) =>
    ItemProcessor ? scopesIn(ItemProcessor) : [],
  ),
];

function workflowIn(name: string, text: string): Workflow {
  const machine = JSON.parse(text) as AslMachine;
  const scopes = scopesIn(machine);
  return { name, text, machine, scopes, states: scopes.flatMap(({ States }) => Object.entries(States)) };
}

const folder = new URL('../../workflows/', import.meta.url);

/** Every workflow of workflows/, as it is written. */
export const workflows: Workflow[] = readdirSync(folder)
  .filter((file) => file.endsWith('.asl.json'))
  .sort()
  .map((file) => workflowIn(file.replace('.asl.json', ''), readFileSync(new URL(file, folder), 'utf8')));

export function workflowNamed(name: string): Workflow {
  const found = workflows.find((each) => each.name === name);
  if (!found) throw new Error(`There is no workflows/${name}.asl.json.`);
  return found;
}

/** What a task sends to its function, said once for every value it may have: its action, its wait, and the names of its fields. */
export const shapeOf = (state: string, resource: string, payload: Record<string, unknown>): string =>
  JSON.stringify([
    state,
    resource.replace('arn:aws:states:::', ''),
    payload.action,
    Object.keys(payload).sort(),
  ]);

export interface Sent {
  state: string;
  resource: string;
  payload: Record<string, unknown>;
}

/** What definitions of a workflow ever sent to their function, this one and those before it. */
export const everSent = (name: string): { calls: string; sent: Sent[] } =>
  JSON.parse(readFileSync(new URL(`fixtures/sent/${name}.json`, import.meta.url), 'utf8'));
