import type { Instant, Request } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import { type ChangesView, changesBehind } from './changes.ts';
import { isIssuer } from './issuer.ts';
import { type PlanView, planView } from './plan-view.ts';
import type { ViewContext } from './view-context.ts';

export interface AcknowledgementModel {
  plan: PlanView;
  answerBy: string;
  /** Whether the due moment is past. */
  late: boolean;
  /** Whether the reader is asked as the one who issued the plan. */
  asIssuer: boolean;
  /** What is different, when it is about a later version of the plan. */
  changes: ChangesView | undefined;
  /** What signing means, in the words of the rules. */
  meaning: string;
}

/** `now` only tells whether the due moment is past. */
export function acknowledgementModel(
  request: Request,
  now: Instant,
  context: ViewContext,
): AcknowledgementModel {
  const { plan, pack, reader, words } = context;
  return {
    plan: planView(plan, reader, pack, words),
    answerBy: momentInWords(request.dueAt, plan.timeZone, words.locale),
    late: now > request.dueAt,
    asIssuer: isIssuer(plan, reader),
    changes: changesBehind(request, context),
    meaning: pack.acknowledgement.meaning.is,
  };
}
