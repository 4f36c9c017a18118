import type { Context } from '../../domain/commands.ts';
import { decide } from '../../domain/decide.ts';
import { type BrokenRule, RulesBroken } from '../../domain/errors.ts';
import { lintDraft, type Warning } from '../../domain/lint-draft.ts';
import type { PlanDraft } from '../../domain/plan.ts';
import { rulesFor } from '../../domain/rules.ts';
import { brokenShape } from './read-json.ts';
import { PlanDraftShape } from './schema.ts';
import { shapeErrors } from './shape-errors.ts';
import { withoutUnknownFields } from './unknown-fields.ts';

/** The draft, or everything that can be said to be wrong with it, in one answer. @throws Problem 422 */
export function draftIn(value: unknown, context: Context): PlanDraft {
  const parsed = PlanDraftShape.safeParse(value);
  if (parsed.success) return parsed.data;
  // A draft with unknown fields is whole without them, so its rules are checked as well. One with missing or mistyped
  // fields is not: what the rules would say of it would be about the holes.
  const rest = PlanDraftShape.safeParse(withoutUnknownFields(value, parsed.error.issues));
  throw brokenShape([
    ...shapeErrors(parsed.error.issues, value),
    ...(rest.success ? brokenBy(rest.data, context) : []),
  ]);
}

/** Every rule the draft breaks; none when it could be kept as it is. */
export const brokenBy = (draft: PlanDraft, context: Context): BrokenRule[] =>
  brokenIn(() => decide({ type: 'DraftPlan', planId: '', draft }, undefined, context));

/** The rules that `act` is refused for; none when it is done. */
export function brokenIn(act: () => void): BrokenRule[] {
  try {
    act();
    return [];
  } catch (refusal) {
    if (refusal instanceof RulesBroken) return refusal.broken;
    throw refusal;
  }
}

/** What could be written better; nothing of it keeps the draft from becoming a plan. */
export function warningsOf(draft: PlanDraft, { library, defaults }: Context): Warning[] {
  const rules = rulesFor(draft.pack ?? defaults.pack, draft.timeZone ?? defaults.timeZone, library);
  return lintDraft(draft, rules?.calendar);
}
