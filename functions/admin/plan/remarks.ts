import type { Actor, PlanEvent } from '../../../domain/events.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { Remark } from '../../../views/admin/plan/model.ts';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import { nameOf } from '../../../views/models/plan-view.ts';
import { questionOf, theQuestion } from '../../../views/models/questions.ts';
import { en } from '../../../views/words/en.ts';

/** Every note in the record, newest first, under whoever's words they are. */
export const notesIn = (events: readonly PlanEvent[], plan: Plan): Remark[] =>
  events
    .flatMap((event) =>
      event.type === 'NoteAdded'
        ? [
            {
              who: event.from
                ? `${nameOf(plan, event.from)}, put here by ${byWhom(event.actor, plan)}`
                : byWhom(event.actor, plan),
              when: briefMoment(event.at, plan.timeZone),
              text: event.text,
              ...(event.requestId && { about: theQuestion(questionOf(plan, event.requestId), plan, en) }),
              late: event.late,
            },
          ]
        : [],
    )
    .toReversed();

/** What was said of the draft while it was one, oldest first: by whoever wrote it, returned it or approved it. */
export const commentsOn = (events: readonly PlanEvent[], plan: Plan): Remark[] =>
  events.flatMap((event) => {
    const said = commentIn(event);
    return said
      ? [
          {
            who: `${byWhom(event.actor, plan)} (${said.as})`,
            when: briefMoment(event.at, plan.timeZone),
            text: said.text,
          },
        ]
      : [];
  });

function commentIn(event: PlanEvent): { as: string; text: string } | undefined {
  switch (event.type) {
    case 'PlanApproved':
      return event.comment ? { as: 'approved it', text: event.comment } : undefined;
    case 'DraftReturned':
      return { as: 'returned it', text: event.comment };
    case 'PlanRedrafted':
      return event.note ? { as: 'wrote it anew', text: event.note } : undefined;
    default:
      return undefined;
  }
}

const byWhom = (actor: Actor, plan: Plan): string =>
  actor.kind === 'participant'
    ? nameOf(plan, actor.id)
    : actor.kind === 'principal'
      ? actor.id
      : 'the system';
