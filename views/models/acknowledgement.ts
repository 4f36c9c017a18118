import type { Instant, Request } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import { type ChangesView, changesBehind } from './changes.ts';
import { type PlanView, planView } from './plan-view.ts';
import { seenBy } from './seen-by.ts';
import { handoverTo, type Signing, signingOf } from './signing.ts';
import type { ViewContext } from './view-context.ts';

export interface AcknowledgementModel {
  plan: PlanView;
  answerBy: string;
  /** Whether the due moment is past. */
  late: boolean;
  /** As what the reader signs. */
  signing: Signing;
  /** The brief for whoever took the plan over; nobody else who is asked to sign reads it. */
  handover: string | undefined;
  /** What is different, when it is about a later version of the plan. */
  changes: ChangesView | undefined;
  /** What signing means, in the words of the rules. */
  meaning: string;
  seenBy: string;
}

/** `now` only tells whether the due moment is past. */
export function acknowledgementModel(
  request: Request,
  now: Instant,
  context: ViewContext,
): AcknowledgementModel {
  const { plan, pack, reader, words, zone } = context;
  return {
    plan: planView(plan, reader, pack, words),
    answerBy: momentInWords(request.dueAt, zone, words.locale),
    late: now > request.dueAt,
    signing: signingOf(request, reader, plan),
    handover: handoverTo(reader, request, plan)?.takenOver?.handover,
    changes: changesBehind(request, context),
    meaning: pack.acknowledgement.meaning.is,
    seenBy: seenBy(request, context),
  };
}
