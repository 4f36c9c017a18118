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
  const names = namesOf(readersOf(request, BECOMES[request.kind], context), context);
  const said = saysFor(names, request, context);
  switch (request.kind) {
    case 'approval':
      return words.saving.seen.approval(names);
    case 'support':
      return words.saving.seen.notes(said);
    case 'attribution':
      return words.saving.seen.basis(said);
    default:
      return said;
  }
}

/** The reader first, who sees what they said themselves. */
function namesOf(readers: Participant[], { plan, reader, words }: ViewContext): string {
  const others = readers.filter(({ id }) => id !== reader).map(({ id }) => nameOf(plan, id));
  return listInWords([words.checkIn.you, ...others], words.locale);
}

/** A decision that is being made waits for nobody in the issuer's place. */
function saysFor(names: string, { kind }: Request, { plan, reader, words }: ViewContext): string {
  const { participant: issuer } = plan.draft.issuer;
  return kind === 'decision'
    ? words.checkIn.seenBySays(names)
    : words.checkIn.seenByAndDecider(names, issuer === reader ? undefined : nameOf(plan, issuer));
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
