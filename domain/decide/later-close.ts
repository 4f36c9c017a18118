import type { Day, Instant, ParticipantId, Plan, Request } from '../plan.ts';
import type { Rules } from '../rules.ts';
import { responseWindow } from '../schedule.ts';

/**
 * When an open question closes for somebody who is found only now: to respond, after the whole of the time from `on`;
 * for anything else at the end of the next business day, so that nobody is said to have kept silent right after they
 * were found. `undefined` when it does not close sooner anyway.
 */
export function laterClose(
  to: ParticipantId,
  request: Request,
  plan: Plan,
  { on, now }: { on: Day; now: Instant },
  rules: Rules,
): Instant | undefined {
  if (request.missedAt === null) return undefined;
  const { pack, calendar } = rules;
  const { opens, closes } = pack.workingHours.is;
  const window = request.kind === 'response' ? windowOf(request, rules) : undefined;
  // Whoever stands by the employee may respond as well; the time for it is the employee's.
  if (window && to !== plan.draft.subject.participant) return undefined;
  const at = window
    ? responseWindow({ id: request.id }, window, calendar.at(on, opens), rules).dueAt
    : calendar.at(calendar.add(calendar.dayOf(now), '+1bd'), closes);
  return at > request.missedAt ? at : undefined;
}

const windowOf = ({ responseTo }: Request, { pack: { response } }: Rules): string | undefined =>
  responseTo === 'draft' ? response.draft.is.window : (response.decision.is ?? undefined);
