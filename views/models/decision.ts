import { extensionOptions } from '../../domain/extensions.ts';
import type { Outcome } from '../../domain/pack.ts';
import type { Instant, Request } from '../../domain/plan.ts';
import { dayIn, dayInWords, momentInWords } from '../dates.ts';
import { awaitedAt } from './awaited.ts';
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
  /** Who still has until when to answer what, one sentence each. */
  awaited: string[];
  missed: number;
  outcomes: Outcome[];
  extensions: { day: string; words: string }[];
  /** Codes of the outcomes whose written decision may double as notice. */
  mayServeAsNotice: string[];
}

/** `now` tells whether the due moment is past, what is still open, and which extensions leave enough time. */
export function decisionModel(request: Request, now: Instant, context: ViewContext): DecisionModel {
  const { plan, pack, reader, words } = context;
  const view = planView(plan, reader, pack, words);
  const days = extensionOptions(plan, pack, dayIn(now, plan.timeZone));
  return {
    plan: view,
    decideBy: momentInWords(request.dueAt, plan.timeZone, words.locale),
    overdue: now > request.dueAt,
    inPlaceOf: plan.draft.issuer.participant === reader ? undefined : view.issuer,
    record: recordView(plan, pack, words),
    awaited: awaitedAt(now, plan, words).map(({ names, many, until, question }) =>
      words.decision.awaitedSays(names, many, until, question),
    ),
    missed: missedCheckIns(plan),
    outcomes: pack.decision.outcomes.is.filter((outcome) => !outcome.extends || days.length > 0),
    extensions: days.map((day) => ({ day, words: dayInWords(day, words.locale) })),
    mayServeAsNotice: pack.decision.mayServeAsNotice.is,
  };
}
