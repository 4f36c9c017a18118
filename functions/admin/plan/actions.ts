import type { ApiCommand } from '../../api/command-shapes.ts';
import type { Action, ActionType } from './action.ts';
import { forPeople } from './actions/people.ts';
import { record } from './actions/record.ts';
import { steps } from './actions/steps.ts';
import { time } from './actions/time.ts';

/** Every command that HR may give by a form, in the order they are offered. A command without an entry does not compile. */
export const ACTIONS: Readonly<Record<ActionType, Action>> = { ...steps, ...time, ...forPeople, ...record };

export const ACTION_TYPES = Object.keys(ACTIONS) as ActionType[];

/** Those that the editor gives: whoever writes the text of a plan sees it whole. */
export const WRITTEN_IN_THE_EDITOR: readonly ApiCommand['type'][] = ['amend', 'redraft'];

export const actionNamed = (name: string): ActionType | undefined =>
  ACTION_TYPES.find((type) => type === name);
