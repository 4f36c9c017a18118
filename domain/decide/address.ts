import type { Command, Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Plan, PlanDraft } from '../plan.ts';
import { brokenProductRule, pinnedRules, refuseIfAny } from '../rules.ts';
import { isMisdirected, sameAddress } from '../wrong-person.ts';
import { faultsBrought } from './amend/brought.ts';
import { stillAskedOf } from './revise/reissued.ts';

/**
 * Where somebody's mail goes from now on, whatever the plan does meanwhile: nobody signs anew for an address. Links that
 * went to the old one open nothing any more, and what is still asked is asked again by mail. Saying the address on record
 * again says that it was right all along.
 */
export function correctAddress(
  { participant, email: given }: Extract<Command, { type: 'CorrectAddress' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const email = given.trim();
  const person = plan.draft.participants.find(({ id }) => id === participant);
  if (!person) {
    refuseIfAny([brokenProductRule('/participant', 'Nobody in the plan has this id.')]);
    return [];
  }
  if (sameAddress(person.email, email) && !isMisdirected(participant, plan)) return [];
  const draft = withAddress(plan.draft, participant, email);
  const faults = faultsBrought(draft, plan.draft, pinnedRules(plan, context.library));
  refuseIfAny(faults.map((fault) => ({ ...fault, field: '/email' })));
  const handed = stillAskedOf([participant], plan).map(({ requestId }) => ({
    requestId,
    participant,
    link: context.newLinkId(),
  }));
  return [{ type: 'AddressCorrected', participant, email, handed }];
}

/** The draft with another address for one of its people. */
export const withAddress = (draft: PlanDraft, participant: string, email: string): PlanDraft => ({
  ...draft,
  participants: draft.participants.map((person) =>
    person.id === participant ? { ...person, email } : person,
  ),
});
