import type { Context } from '../../commands.ts';
import type { ParticipantId, Plan, Request, RequestId, Revision } from '../../plan.ts';
import { respondentsOf } from '../../respondents.ts';
import type { Rules } from '../../rules.ts';
import type { Revising } from '../revise.ts';
import { HANDED_AT_ONCE, invitedLater, readdressed, stillAskedOf } from './reissued.ts';

type Handed = Pick<Revision, 'handed' | 'uninvited'>;

/**
 * Who is asked an open question from now on because the new version gives them a part that nobody, or somebody else,
 * had, or because their mail goes elsewhere. Of many, those beyond what one transaction holds are invited afterwards.
 */
export function handedOver(
  plan: Plan,
  open: Request[],
  { draft, replaced }: Revising,
  dropped: NonNullable<Revision['dropped']>,
  rules: Rules,
  context: Context,
): Handed {
  const next = { ...plan, draft };
  const goesOn = ({
    requestId,
    participant,
  }: {
    requestId: RequestId;
    participant: ParticipantId;
  }): boolean => !dropped.some((one) => one.requestId === requestId && one.participant === participant);
  const reissued = stillAskedOf(readdressed(plan.draft, draft), plan, rules, context, open).filter(goesOn);
  const added = open.flatMap((request) => {
    const known = new Set([
      ...request.respondents.map(({ participant }) => participant),
      ...request.uninvited,
    ]);
    return respondentsOf(request, next, rules.pack)
      .filter(({ required }) => required || request.kind === 'response')
      .filter(({ participant }) => !known.has(participant))
      .filter(({ participant }) => participant !== replaced?.to || !isSaid(request, replaced.from))
      .map(({ participant, required }) => ({ requestId: request.id, participant, required }));
  });
  const asked = [...reissued, ...added];
  const uninvited = invitedLater(asked);
  return {
    handed: asked.slice(0, HANDED_AT_ONCE).map(({ required, ...to }) => ({
      ...to,
      link: context.newLinkId(),
      ...(required ? {} : { required }),
    })),
    ...(uninvited.length > 0 ? { uninvited } : {}),
  };
}

/** What somebody answered is not asked of whoever takes their place; a decision nobody confirmed is not made. */
const isSaid = ({ kind, respondents }: Request, from: ParticipantId[]): boolean =>
  kind !== 'decision' && respondents.some(({ answer, participant }) => answer && from.includes(participant));
