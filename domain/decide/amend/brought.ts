import { checkDraft } from '../../check-draft.ts';
import type { BrokenRule } from '../../errors.ts';
import type { PlanDraft } from '../../plan.ts';
import type { Rules } from '../../rules.ts';

/**
 * The rules a new version breaks that the old one did not: a plan that was paused or extended may stand where a first
 * draft may not. How long it may last is counted over all versions, and is for the caller to check.
 */
export function faultsBrought(after: PlanDraft, before: PlanDraft, { pack, calendar }: Rules): BrokenRule[] {
  const known = new Set(checkDraft(before, pack, calendar).map((fault) => identity(fault, before)));
  return checkDraft(after, pack, calendar)
    .filter(({ field }) => field !== '/endDate')
    .filter((fault) => !known.has(identity(fault, after)));
}

/** The same fault of the same thing, wherever in its list that stands. */
const identity = ({ field, rule, message }: BrokenRule, draft: PlanDraft): string =>
  `${named(field, draft)} ${rule} ${message}`;

function named(field: string, draft: PlanDraft): string {
  let value: unknown = draft;
  return field
    .split('/')
    .slice(1)
    .map((part) => {
      const inList = Array.isArray(value);
      value = (value as Record<string, unknown> | undefined)?.[part];
      const { id, date, due } = (value ?? {}) as { id?: string; date?: string; due?: string };
      return inList ? (id ?? date ?? due ?? part) : part;
    })
    .join('/');
}
