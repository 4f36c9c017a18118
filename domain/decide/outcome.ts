import type { Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { RulePack } from '../pack.ts';
import { peopleFor } from '../people.ts';
import type { Decision, DecisionAnswer, ParticipantId, Plan, RequestId } from '../plan.ts';
import type { Rules } from '../rules.ts';
import { endOf, extensionSchedule } from '../schedule.ts';

/** Everybody who is owed the written decision, and everybody who was chased for it, each with a link to read it. */
export function copies(plan: Plan, id: RequestId, pack: RulePack, context: Context): Decision['copies'] {
  const chased = plan.requests[id]?.respondents.map((person) => person.participant) ?? [];
  const people = new Set([...peopleFor(pack.decision.copiesTo.is, plan.draft), ...chased]);
  return [...people].map((participant) => ({ participant, link: context.newLinkId() }));
}

/** What follows from an accepted decision: the record of it, and a plan that is closed or goes on. */
export function outcomeOf(
  answer: DecisionAnswer,
  by: ParticipantId,
  requestId: RequestId,
  plan: Plan,
  context: Context,
  { pack, calendar }: Rules,
): Fact[] {
  const { kind: _, ...decided } = answer;
  const recorded: Fact = {
    type: 'DecisionRecorded',
    requestId,
    decision: { ...decided, by, at: context.now, copies: copies(plan, requestId, pack, context) },
  };
  if (!answer.extendTo) return [recorded, { type: 'PlanClosed', outcome: answer.outcome }];
  const number = plan.decisions.length + 2;
  return [
    recorded,
    {
      type: 'PlanExtended',
      endDate: answer.extendTo,
      endsAt: endOf(answer.extendTo, calendar),
      schedule: extensionSchedule(
        plan.draft,
        { from: plan.endDate, to: answer.extendTo, today: calendar.dayOf(context.now) },
        number,
        pack,
        calendar,
      ),
    },
  ];
}
