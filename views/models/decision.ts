import { extensionOptions } from '../../domain/extensions.ts';
import type { Outcome } from '../../domain/pack.ts';
import type { Instant, Request } from '../../domain/plan.ts';
import { dayInWords, momentInWords } from '../dates.ts';
import { type PlanView, planView } from './plan-view.ts';
import { missedCheckIns, type RecordEntry, recordView } from './record-view.ts';
import type { ViewContext } from './view-context.ts';

export interface DecisionModel {
  plan: PlanView;
  decideBy: string;
  overdue: boolean;
  /** Set when the reader decides in the issuer's place: the issuer's name. */
  inPlaceOf: string | undefined;
  record: RecordEntry[];
  missed: number;
  outcomes: Outcome[];
  extensions: { day: string; words: string }[];
  /** Codes of the outcomes whose written decision may double as notice. */
  mayServeAsNotice: string[];
}

/** `now` only tells whether the due moment is past. */
export function decisionModel(request: Request, now: Instant, context: ViewContext): DecisionModel {
  const { plan, pack, reader, words } = context;
  const view = planView(plan, reader, pack, words);
  const days = extensionOptions(plan, pack);
  return {
    plan: view,
    decideBy: momentInWords(request.dueAt, plan.timeZone, words.locale),
    overdue: now > request.dueAt,
    inPlaceOf: plan.draft.issuer.participant === reader ? undefined : view.issuer,
    record: recordView(plan, pack, words),
    missed: missedCheckIns(plan),
    outcomes: pack.decision.outcomes.is.filter((outcome) => !outcome.extends || days.length > 0),
    extensions: days.map((day) => ({ day, words: dayInWords(day, words.locale) })),
    mayServeAsNotice: pack.decision.mayServeAsNotice.is,
  };
}
