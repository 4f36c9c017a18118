/** One state of a workflow. */
export interface WorkflowState {
  name: string;
  /** `Task`, `Choice`, `Wait`, … */
  type: string;
  comment?: string;
  /** The Parallel or Map state it is inside of. */
  inside?: string;
  /** How often it is tried again, by error: `States.Timeout, 3 times`. */
  retries: readonly string[];
}

/** `inside`: from a Parallel or Map state to the first state of what it runs. */
export type StepKind = 'next' | 'choice' | 'default' | 'catch' | 'inside';

/** A way from one state to another; several conditions or errors that lead the same way are one step. */
export interface WorkflowStep {
  from: string;
  to: string;
  kind: StepKind;
  /** Conditions, or the errors that are caught. */
  when: readonly string[];
}

export interface Workflow {
  startAt: string;
  comment?: string;
  states: readonly WorkflowState[];
  steps: readonly WorkflowStep[];
}

/** The part of the Amazon States Language that a drawing needs. */
interface AslState {
  Type?: string;
  Comment?: string;
  Next?: string;
  Default?: string;
  Choices?: { Next?: string; Condition?: string }[];
  Catch?: { ErrorEquals?: string[]; Next?: string }[];
  Retry?: { ErrorEquals?: string[]; MaxAttempts?: number }[];
  Branches?: AslMachine[];
  ItemProcessor?: AslMachine;
  Iterator?: AslMachine;
}

interface AslMachine {
  Comment?: string;
  StartAt?: string;
  States?: Record<string, AslState>;
}

/** What AWS takes when a retrier does not say how often. */
const USUAL_ATTEMPTS = 3;

/** Reads a definition in the Amazon States Language. @throws SyntaxError when it is not JSON */
export function workflowOf(definition: string): Workflow {
  const machine = JSON.parse(definition) as AslMachine;
  const states: WorkflowState[] = [];
  const steps = new Map<string, WorkflowStep>();
  collect(machine, { states, steps });
  return {
    startAt: machine.StartAt ?? '',
    ...(machine.Comment && { comment: machine.Comment }),
    states,
    steps: [...steps.values()],
  };
}

interface Found {
  states: WorkflowState[];
  steps: Map<string, WorkflowStep>;
}

function collect(machine: AslMachine, found: Found, inside?: string): void {
  for (const [name, state] of Object.entries(machine.States ?? {})) {
    found.states.push({
      name,
      type: state.Type ?? '',
      ...(state.Comment && { comment: state.Comment }),
      ...(inside !== undefined && { inside }),
      retries: (state.Retry ?? []).map(retryInWords),
    });
    const go = (to: string | undefined, kind: StepKind, when?: string): void => {
      if (to !== undefined) add(found.steps, { from: name, to, kind, when: when ? [when] : [] });
    };
    const bodies = [...(state.Branches ?? []), state.ItemProcessor, state.Iterator].filter(
      (body) => body !== undefined,
    );
    for (const body of bodies) go(body.StartAt, 'inside');
    for (const choice of state.Choices ?? []) go(choice.Next, 'choice', choice.Condition ?? 'a condition');
    go(state.Default, 'default');
    go(state.Next, 'next');
    for (const caught of state.Catch ?? []) go(caught.Next, 'catch', (caught.ErrorEquals ?? []).join(', '));
    for (const body of bodies) collect(body, found, name);
  }
}

function add(steps: Map<string, WorkflowStep>, step: WorkflowStep): void {
  const key = JSON.stringify([step.from, step.to, step.kind]);
  const known = steps.get(key);
  steps.set(key, known ? { ...known, when: [...known.when, ...step.when] } : step);
}

function retryInWords({
  ErrorEquals = [],
  MaxAttempts = USUAL_ATTEMPTS,
}: NonNullable<AslState['Retry']>[number]) {
  const times = MaxAttempts === 0 ? 'never' : MaxAttempts === 1 ? 'once' : `${MaxAttempts} times`;
  return `${ErrorEquals.join(', ')}: ${times}`;
}
