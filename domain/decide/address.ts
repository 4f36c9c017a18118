import type { Command, Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import { generationOf } from '../links.ts';
import { isMailable } from '../mailable.ts';
import type { LinkId, ParticipantId, Plan, RequestId } from '../plan.ts';
import { withAddress } from '../plan-text.ts';
import { brokenProductRule, pinnedRules, refuseIfAny } from '../rules.ts';
import { sameAddress } from '../wrong-person.ts';
import { faultsBrought } from './amend/brought.ts';
import { MOST_GENERATIONS } from './links.ts';
import { HANDED_AT_ONCE, invitedLater, stillAskedOf } from './revise/reissued.ts';

/**
 * Where somebody's mail goes from now on, whatever the plan does meanwhile: nobody signs anew for an address. Links that
 * were mailed before open nothing any more, and what is still asked is asked again by mail. Saying the address on record
 * again says that it was right all along, or that its mailbox works again: the same links are renewed, and what was saved
 * behind them is still there.
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
  const wasRight = sameAddress(person.email, email);
  if (wasRight && isMailable(participant, plan)) return [];
  const rules = pinnedRules(plan, context.library);
  const draft = withAddress(plan.draft, participant, email);
  const faults = faultsBrought(draft, plan.draft, rules);
  refuseIfAny(faults.map((fault) => ({ ...fault, field: '/email' })));
  const asked = stillAskedOf([participant], plan, rules, context);
  const uninvited = invitedLater(asked);
  const handed = asked.slice(0, HANDED_AT_ONCE).map(({ required: _, ...to }) => ({
    ...to,
    // A stranger may have typed what was saved behind a link that went elsewhere.
    ...((wasRight && renewed(to, plan)) || { link: context.newLinkId() }),
  }));
  return [
    {
      type: 'AddressCorrected',
      participant,
      email,
      handed,
      ...(uninvited.length > 0 ? { uninvited } : {}),
    },
  ];
}

/** The link somebody has to a question, with its next generation; `undefined` once it had too many. */
function renewed(
  { requestId, participant }: { requestId: RequestId; participant: ParticipantId },
  plan: Plan,
): { link: LinkId; generation: number } | undefined {
  const asked = plan.requests[requestId]?.respondents.find((person) => person.participant === participant);
  if (!asked) return undefined;
  const generation = generationOf(asked.link, plan) + 1;
  return generation > MOST_GENERATIONS ? undefined : { link: asked.link, generation };
}
