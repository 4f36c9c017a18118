import { openRequests } from '../../domain/agenda.ts';
import { extensionOptions } from '../../domain/extensions.ts';
import type { Outcome } from '../../domain/pack.ts';
import type { Instant, Request } from '../../domain/plan.ts';
import { dayIn, dayInWords, listInWords, momentInWords } from '../dates.ts';
import { awaitedAt } from './awaited.ts';
import type { Block, Quote } from './blocks.ts';
import { fairnessBlocks } from './fairness.ts';
import { nameOf, type PlanView, planView } from './plan-view.ts';
import { missedCheckIns, type RecordEntry, recordView } from './record-view.ts';
import { saidBy } from './said.ts';
import { seenBy } from './seen-by.ts';
import type { ViewContext } from './view-context.ts';

export interface DecisionModel {
  plan: PlanView;
  decideBy: string;
  overdue: boolean;
  /** Set when the reader decides in the issuer's place: the issuer's name. */
  inPlaceOf: string | undefined;
  record: RecordEntry[];
  /** What a fair decision has in view beside the answers. */
  fairness: Block[];
  /** Why a decision that was proposed came back, in the words of whoever sent it. */
  returned: Quote | undefined;
  /** That somebody else's proposal waits to be confirmed. */
  proposed: string | undefined;
  /** Whether HR has to answer something before the plan may be found not met; never what it is (L4). */
  waitsForHr: boolean;
  /** Who still has until when to answer what, one sentence each. */
  awaited: string[];
  missed: number;
  outcomes: Outcome[];
  extensions: { day: string; words: string }[];
  /** Codes of the outcomes whose written decision may double as notice. */
  mayServeAsNotice: string[];
  seenBy: string;
}

/** `now` tells whether the due moment is past, what is still open, and which extensions leave enough time. */
export function decisionModel(request: Request, now: Instant, context: ViewContext): DecisionModel {
  const { plan, pack, reader, words, zone } = context;
  const view = planView(plan, reader, pack, words);
  const days = extensionOptions(plan, pack, dayIn(now, plan.timeZone));
  return {
    plan: view,
    decideBy: momentInWords(request.dueAt, zone, words.locale),
    overdue: now > request.dueAt,
    inPlaceOf: plan.draft.issuer.participant === reader ? undefined : view.issuer,
    record: recordView(plan, pack, words, zone),
    fairness: fairnessBlocks(context),
    returned: returnedOf(request, context),
    proposed: proposedOf(request, context),
    waitsForHr: openRequests(plan).some(({ kind }) => kind === 'attribution' || kind === 'accommodation'),
    awaited: awaitedAt(now, plan, words, zone).map(({ names, many, until, question }) =>
      words.decision.awaitedSays(names, many, until, question),
    ),
    missed: missedCheckIns(plan),
    outcomes: pack.decision.outcomes.is.filter((outcome) => !outcome.extends || days.length > 0),
    extensions: days.map((day) => ({ day, words: dayInWords(day, words.locale) })),
    mayServeAsNotice: pack.decision.mayServeAsNotice.is,
    seenBy: seenBy(request, context),
  };
}

/** The newest “no” to a decision proposed on this question. */
export function returnedOf(
  { id }: Pick<Request, 'id'>,
  { plan, words, zone }: ViewContext,
): DecisionModel['returned'] {
  const said = Object.values(plan.requests)
    .filter(({ kind, regarding }) => kind === 'approval' && regarding === id)
    .flatMap(({ respondents }) => respondents)
    .filter(({ answer }) => answer?.kind === 'approval' && answer.choice === 'return')
    .sort((a, b) => ((a.answeredAt ?? '') < (b.answeredAt ?? '') ? -1 : 1))
    .at(-1);
  if (said?.answer?.kind !== 'approval' || !said.answeredAt) return undefined;
  const when = momentInWords(said.answeredAt, zone, words.locale);
  return {
    who: words.decision.returned(nameOf(plan, said.participant), when),
    text: said.answer.reason ?? '',
    said: saidBy(plan, said.participant),
  };
}

function proposedOf({ id }: Request, { plan, words }: ViewContext): string | undefined {
  const { proposal } = plan;
  if (proposal?.requestId !== id) return undefined;
  const asked = proposal.awaiting.flatMap((approval) => plan.requests[approval]?.respondents ?? []);
  const names = [...new Set(asked.map(({ participant }) => nameOf(plan, participant)))];
  return words.decision.proposed(nameOf(plan, proposal.by), listInWords(names, words.locale));
}
