import { isTimeZone } from '../calendar.ts';
import { checkDraft } from '../check-draft.ts';
import type { Command, Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import { brokenProductRule, refuseIfAny, rulesFor } from '../rules.ts';

/** A draft that breaks rules is refused with every one of them; otherwise it is pinned to its pack's version. */
export function draftPlan(command: Extract<Command, { type: 'DraftPlan' }>, context: Context): Fact[] {
  const { draft, planId } = command;
  const timeZone = draft.timeZone ?? context.defaults.timeZone;
  const ref = draft.pack ?? context.defaults.pack;
  // An unknown zone must not hide what else is wrong, so the rest is checked in one that exists.
  const zoneExists = isTimeZone(timeZone);
  const rules = rulesFor(ref, zoneExists ? timeZone : 'UTC', context.library);
  if (!rules) {
    const known = context.library.list().map((pack) => `${pack.id}@${pack.version}`);
    return refuse('/pack', `There is no rule pack "${ref}". Use one of: ${known.join(', ')}.`);
  }
  refuseIfAny(checkDraft({ ...draft, timeZone }, rules.pack, rules.calendar));
  return [
    {
      type: 'PlanDrafted',
      planId,
      draft,
      pack: { id: rules.pack.id, version: rules.pack.version },
      timeZone,
    },
  ];
}

function refuse(field: string, message: string): Fact[] {
  refuseIfAny([brokenProductRule(field, message)]);
  return [];
}
