import type { Command } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Plan } from '../plan.ts';
import { brokenProductRule, refuseIfAny } from '../rules.ts';
import { isBlank, LONG_TEXT, textProblems } from '../text.ts';

/** Puts somebody's words into the record as they are, also after the plan is over; what came late is marked late. */
export function addNote(
  { text, requestId, from }: Extract<Command, { type: 'AddNote' }>,
  plan: Plan,
): Fact[] {
  const request = requestId === undefined ? undefined : plan.requests[requestId];
  const isKnown = (id: string): boolean => plan.draft.participants.some((person) => person.id === id);
  const problems = textProblems(text, { oneLine: false, longest: LONG_TEXT });
  refuseIfAny([
    ...(isBlank(text) ? [brokenProductRule('/text', 'Write what is to be added to the record.')] : []),
    ...problems.map((problem) => brokenProductRule('/text', problem)),
    ...(requestId !== undefined && !request
      ? [
          brokenProductRule(
            '/requestId',
            'No question with this id was asked: leave it out, or use one that was.',
          ),
        ]
      : []),
    ...(from !== undefined && !isKnown(from)
      ? [brokenProductRule('/from', 'Nobody in the plan has this id: use the id of a participant.')]
      : []),
  ]);
  const late = request ? request.status !== 'open' : plan.status === 'closed' || plan.status === 'withdrawn';
  return [{ type: 'NoteAdded', text, late, ...(requestId ? { requestId } : {}), ...(from ? { from } : {}) }];
}
