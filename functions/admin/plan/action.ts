import type { Day, Plan } from '../../../domain/plan.ts';
import type { Field } from '../../../views/admin/plan/field.ts';
import type { ApiCommand } from '../../api/command-shapes.ts';

/** Commands that have a form of their own here; the editor writes the text of a plan. */
export type ActionType = Exclude<ApiCommand['type'], 'amend' | 'redraft'>;

/** The headings that actions stand under on a plan's page, in their order. */
export const GROUPS = ['Steps', 'Time', 'People and hours', 'The record'] as const;

/** One command as HR gives it: what it is called, what it means to people, what it asks. */
export interface Action {
  /** An infinitive, as on a button. */
  title: string;
  group: (typeof GROUPS)[number];
  /** What it means and to whom, in one or two sentences. */
  hint: string;
  /** The same after it was done. */
  done: string;
  /** `plan` is absent where one set of values is for several plans. `today` is the plan's day. */
  fields(plan: Plan | undefined, today: Day): readonly Field[];
  /** What else stands in the form at first, once some of it is given. */
  starts?(plan: Plan, given: ReadonlyMap<string, string>): Record<string, string>;
  /** Why it makes no sense now, where the rules themselves would only find fault with a field. */
  needs?(plan: Plan): string | undefined;
  /** What takes it back, offered right after it was done, with values filled in. */
  undo?(plan: Plan): Undo | undefined;
  /** Ends something for good. */
  final?: true;
}

export interface Undo {
  command: ActionType;
  text: string;
  values?: Record<string, string>;
}

/** Why something is done; it stays in the record. */
export const reason = (hint: string): Field => ({ name: '/reason', label: 'Reason', hint, input: 'text' });
