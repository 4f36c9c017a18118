import type { Request } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import { type PlanView, planView } from './plan-view.ts';
import type { ViewContext } from './view-context.ts';

export interface AcknowledgementModel {
  plan: PlanView;
  answerBy: string;
  /** What signing means, in the words of the rules. */
  meaning: string;
}

export function acknowledgementModel(
  request: Request,
  { plan, pack, reader, words }: ViewContext,
): AcknowledgementModel {
  return {
    plan: planView(plan, reader, pack, words),
    answerBy: momentInWords(request.dueAt, plan.timeZone, words.locale),
    meaning: pack.acknowledgement.meaning.is,
  };
}
