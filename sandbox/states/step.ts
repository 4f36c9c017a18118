import type { StateType } from './definition.ts';
import type { Recovery } from './recovery.ts';
import type { Template } from './template.ts';
import type { Thread } from './thread.ts';

/**
 * A piece of work that runs without waiting. It may be run again from its start (with more answers in the thread's memo),
 * so it evaluates everything before it records or does anything.
 */
export type Phase = (thread: Thread) => void;

/** A state ready to run. */
export interface Step {
  name: string;
  type: StateType;
  entered: string;
  exited: string;
  run: Phase;
  /** Undefined ends the workflow the state belongs to. */
  next: Step | undefined;
  assign: Assign | undefined;
  output: Template | undefined;
  recovery: Recovery | undefined;
}

/** Evaluates all variables of an Assign before any of them changes. */
export type Assign = (thread: Thread) => Record<string, unknown>;

/** A workflow (a machine, a branch, an item processor) as linked steps. */
export interface Program {
  start: Step;
}
