import type { Setting } from '../domain/pack.ts';

export interface FoundSetting {
  /** JSON pointer from the pack, such as `/decision/due`. */
  pointer: string;
  setting: Setting<unknown>;
}

/** Every value of a pack that comes from a rule, in the order the pack names them. */
export function settingsOf(value: unknown, pointer = ''): FoundSetting[] {
  if (!isObject(value)) return [];
  if (isSetting(value)) return [{ pointer, setting: value }];
  return Object.entries(value).flatMap(([key, entry]) => settingsOf(entry, `${pointer}/${key}`));
}

/** Whether it is a value together with the rule it comes from. */
export function isSetting(value: unknown): value is Setting<unknown> {
  return isObject(value) && Object.hasOwn(value, 'is') && Object.hasOwn(value, 'rule');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
