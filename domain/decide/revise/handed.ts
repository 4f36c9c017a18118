import type { Context } from '../../commands.ts';
import type { Plan, Request, Revision } from '../../plan.ts';
import { respondentsOf } from '../../respondents.ts';
import type { Rules } from '../../rules.ts';
import type { Revising } from '../revise.ts';

/** Who is asked an open question from now on because the new version gives them a part that somebody else had. */
export function handedOver(
  plan: Plan,
  open: Request[],
  { draft, replaced }: Revising,
  { pack }: Rules,
  context: Context,
): Revision['handed'] {
  const next = { ...plan, draft };
  return open.flatMap((request) => {
    const answered = request.respondents.filter(({ answer }) => answer).map(({ participant }) => participant);
    const known = new Set([
      ...request.respondents.map(({ participant }) => participant),
      ...request.uninvited,
    ]);
    return respondentsOf(request, next, pack)
      .filter(({ participant, required }) => required && !known.has(participant))
      .filter(({ participant }) => !(participant === replaced?.to && answered.includes(replaced.from)))
      .map(({ participant }) => ({ requestId: request.id, participant, link: context.newLinkId() }));
  });
}
