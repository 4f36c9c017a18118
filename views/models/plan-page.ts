import type { PlanEvent } from '../../domain/events.ts';
import type { Instant } from '../../domain/plan.ts';
import { sees } from '../visibility.ts';
import { mayAskForAdjustment } from './adjustment.ts';
import type { Block } from './blocks.ts';
import { alongTheWay } from './fairness.ts';
import { hasKnownDays, type Moment, whatComes } from './plan-page/ahead.ts';
import { askedNow } from './plan-page/asked.ts';
import { type Audience, audiencesOf } from './plan-page/audience.ts';
import { documentsOf } from './plan-page/documents.ts';
import { type PlanPageItem, planPageItems } from './plan-page/items.ts';
import { whereItStands } from './plan-page/now.ts';
import { whatHappened } from './plan-page/past.ts';
import { saidAtCheckIns } from './plan-page/said.ts';
import { supportOf } from './plan-page/support.ts';
import type { ViewContext } from './view-context.ts';

/** A plan as one person sees it at one moment: what the table of visibility grants, and nothing else. */
export interface PlanPageModel {
  planTitle: string;
  /** Where it stands, then what comes next; one sentence each. */
  now: string[];
  asked: string[];
  ahead: Moment[];
  /** That the days ahead stand still, while they do. */
  aheadNote: string | undefined;
  /** Whether its days are worth keeping in a calendar. */
  calendar: boolean;
  past: Moment[];
  items: PlanPageItem[];
  /** Promised help, what each side said, what else is on record, documents. */
  blocks: Block[];
  /** Who sees what, by name. */
  audiences: Audience[];
  /** Whether the reader is the person the plan is about. */
  own: boolean;
  rights: string[];
}

/** Whether somebody has a plan page: everybody in the plan but those who are only surveyed. */
export const hasPlanPage = (who: Pick<ViewContext, 'plan' | 'reader'>): boolean => sees(who, 'goals');

/**
 * The plan page of `context.reader`; `undefined` for whoever has none: people who are only surveyed, and whoever has left.
 * `events` is the record so far, oldest first; `now` tells the day of the plan and what is late.
 */
export function planPageModel(
  context: ViewContext,
  now: Instant,
  events: readonly PlanEvent[],
): PlanPageModel | undefined {
  const { plan, reader } = context;
  if (!hasPlanPage(context)) return undefined;
  const ahead = whatComes(context, now);
  return {
    planTitle: plan.draft.title,
    now: whereItStands(context, now),
    asked: askedNow(context, now),
    ahead,
    aheadNote: plan.status === 'paused' && ahead.length > 0 ? context.words.planPage.ahead.paused : undefined,
    calendar: ahead.length > 0 && hasKnownDays(plan),
    past: whatHappened(events, context),
    items: planPageItems(context),
    blocks: [
      supportOf(context),
      ...(isAtCheckIns(context) ? [saidAtCheckIns(context)] : []),
      ...alongTheWay(context),
      ...documentsOf(context),
    ],
    audiences: audiencesOf(context),
    own: plan.draft.subject.participant === reader,
    rights: rightsOf(context),
  };
}

const isAtCheckIns = (context: ViewContext): boolean => sees(context, 'answers_closed', { asked: true });

function rightsOf(context: ViewContext): string[] {
  const { plan, reader, words } = context;
  const w = words.planPage.rights;
  return [
    ...(plan.draft.subject.participant === reader ? [w.respond] : []),
    ...(mayAskForAdjustment(plan, reader) ? [w.adjustment] : []),
    w.newLink,
    w.copy,
    w.wrong,
  ];
}
