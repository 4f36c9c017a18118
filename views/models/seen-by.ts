import type { Participant, Request, RequestKind } from '../../domain/plan.ts';
import { listInWords } from '../dates.ts';
import { type FactKind, isDeciding, maySee, partOf } from '../visibility.ts';
import { nameOf } from './plan-view.ts';
import type { ViewContext } from './view-context.ts';

/** What an answer of each kind becomes, in the table of who sees what; a survey is only read in sum. */
const BECOMES: Record<Exclude<RequestKind, 'survey' | 'accommodation'>, FactKind> = {
  acknowledgement: 'acknowledgements',
  check_in: 'answers_closed',
  support: 'support_delivered',
  response: 'responses',
  attribution: 'missed_by',
  approval: 'returned',
  decision: 'decision',
};

/** Who will see the answer, in a sentence or two, for whoever is about to give it. */
export function seenBy(request: Request, context: ViewContext): string {
  const { pack, words } = context;
  if (request.kind === 'survey') return words.survey.seenBySays(pack.survey.minimumGroup.is);
  if (request.kind === 'accommodation') return words.saving.seen.onlyHr;
  const names = readersOf(request, BECOMES[request.kind], context).map(({ id }) => nameOf(context.plan, id));
  const said = words.checkIn.seenBySays(listInWords(names, words.locale));
  return request.kind === 'support' ? words.saving.seen.notes(said) : said;
}

/** Everybody who sees it without being asked first to decide in somebody's place. */
function readersOf(request: Request, fact: FactKind, { plan, pack }: ViewContext): Participant[] {
  return plan.draft.participants.filter(({ id, role }) => {
    const part = partOf(plan, id);
    const deciding = isDeciding(plan, id) || pack.decision.copiesTo.is.includes(role);
    return part !== undefined && maySee(part, fact, { deciding, asked: isAsked(id, request) });
  });
}

const isAsked = (id: string, { respondents }: Request): boolean =>
  respondents.some(({ participant }) => participant === id);
