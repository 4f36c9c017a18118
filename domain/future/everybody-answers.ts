import { checkInItems, readingItems } from '../check-ins.ts';
import type { Reply } from '../forecast.ts';
import type { RulePack } from '../pack.ts';
import type { Answer, ParticipantId, Plan, Request } from '../plan.ts';
import { promisesFor } from '../support.ts';

/** Everybody does what they are asked, all goes well, and the plan is met; whoever is in `silent` says nothing. */
export const everybodyAnswers =
  (pack: RulePack, silent: readonly ParticipantId[]): Reply =>
  (request, by, plan) =>
    silent.includes(by) ? undefined : goodAnswer(request, by, plan, pack);

function goodAnswer(request: Request, by: ParticipantId, plan: Plan, pack: RulePack): Answer | undefined {
  const typedName = plan.draft.participants.find(({ id }) => id === by)?.name ?? by;
  switch (request.kind) {
    case 'acknowledgement':
      return { kind: 'acknowledgement', choice: 'sign', typedName };
    case 'check_in':
      return {
        kind: 'check_in',
        meeting: 'held',
        items: checkInItems(plan, request.id).map(({ item }) => ({ item: item.id, progress: 'reached' })),
        readings: readingItems(plan, request.id).map(({ item, benchmark }) => ({
          item: item.id,
          value: benchmark,
        })),
        comment: 'As planned.',
      };
    case 'survey':
      return { kind: 'survey', scores: (request.followUp?.questions ?? []).map(() => 4) };
    case 'support': {
      const promises = promisesFor(plan, request.id, by);
      return {
        kind: 'support',
        promises: promises.map(({ item, what }) => ({ item: item.id, what, delivered: 'yes' })),
      };
    }
    case 'response':
      return { kind: 'response', choice: 'waive' };
    case 'attribution':
      return { kind: 'attribution', to: 'excused', reason: 'Nobody could make it that day.' };
    case 'approval':
      return { kind: 'approval', choice: 'confirm', typedName };
    case 'accommodation':
      return { kind: 'accommodation', choice: 'nothing_needed' };
    case 'decision': {
      const met = pack.decision.outcomes.is.find((outcome) => outcome.met);
      const isIssuer = by === plan.draft.issuer.participant;
      const absence = isIssuer ? {} : { absenceReason: 'Whoever issued the plan is away.' };
      return met && { kind: 'decision', outcome: met.code, typedName, reasons: [], ...absence };
    }
  }
}
