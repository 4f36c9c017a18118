import type { ParticipantId } from '../../../domain/plan.ts';
import { type Cell, CONDITIONS, FACT_KINDS, type FactKind, partOf, VISIBILITY } from '../../visibility.ts';
import { nameOf } from '../plan-view.ts';
import type { ViewContext } from '../view-context.ts';

/** One person of the plan, or nobody, and what they see of it. */
export interface Audience {
  who: string;
  facts: string[];
}

/** What goes without saying, or is not the reader's to weigh. */
const UNSAID: readonly FactKind[] = ['subject', 'own_answers', 'people', 'office_notes', 'addresses'];

/** Of what nobody sees, what somebody may wonder about. */
const NOBODY_SEES: readonly FactKind[] = ['answers_open', 'survey_answers', 'surveyed_people'];

/**
 * Who sees what of this plan: the reader first, then each person with their part in it, nobody last. The person it is about
 * reads it of everything that is known, others of what they see themselves. Whoever is surveyed is named to nobody.
 */
export function audiencesOf(context: ViewContext): Audience[] {
  const { plan, reader, words } = context;
  const w = words.planPage;
  const own = plan.draft.subject.participant === reader;
  const kinds = FACT_KINDS.filter(
    (kind) =>
      !UNSAID.includes(kind) &&
      !NOBODY_SEES.includes(kind) &&
      (own || cellOf(kind, reader, context) !== 'no'),
  );
  const others = plan.draft.participants.filter(({ id, role }) => id !== reader && role !== 'stakeholder');
  const isAlone = (kind: FactKind): boolean => others.every(({ id }) => cellOf(kind, id, context) === 'no');
  // What an office sees alone is its own record, which the page says of it in one sentence.
  const shared = kinds.filter((kind) => !isAlone(kind));
  const yours = shared.filter((kind) => cellOf(kind, reader, context) === 'yes');
  const said = new Map<string, Audience>();
  for (const { id, role } of others) {
    const facts = shortly(id, shared, yours, context);
    const who = w.audience.person(nameOf(plan, id), words.common.roles[partOf(plan, id) ?? role]);
    const same = facts.join('\n');
    const known = said.get(same);
    // People who see the same stand together, so that the list stays short.
    if (facts.length > 0) said.set(same, known ? { who: `${known.who}, ${who}`, facts } : { who, facts });
  }
  return [
    { who: w.audience.you, facts: seen(reader, shared, context) },
    ...said.values(),
    { who: w.audience.nobody, facts: NOBODY_SEES.map((kind) => w.visibility.facts[kind]) },
  ];
}

function cellOf(kind: FactKind, id: ParticipantId, { plan }: ViewContext): Cell {
  const part = partOf(plan, id);
  return part === undefined ? 'no' : VISIBILITY[kind][part];
}

/** Everything one person sees, then what they see only at times. */
function seen(id: ParticipantId, kinds: FactKind[], context: ViewContext): string[] {
  const always = kinds.filter((kind) => cellOf(kind, id, context) === 'yes');
  return [
    ...always.map((kind) => context.words.planPage.visibility.facts[kind]),
    ...atTimes(id, kinds, context),
  ];
}

function atTimes(id: ParticipantId, kinds: FactKind[], context: ViewContext): string[] {
  const w = context.words.planPage;
  return CONDITIONS.flatMap((condition) => {
    const facts = kinds.filter((kind) => cellOf(kind, id, context) === condition);
    return facts.length > 0
      ? [
          w.audience.only(
            condition === 'asked' ? w.audience.own : w.visibility.conditions[condition],
            listed(facts, context),
          ),
        ]
      : [];
  });
}

const listed = (kinds: FactKind[], { words }: ViewContext): string =>
  kinds.map((kind) => words.planPage.visibility.facts[kind]).join('; ');

/** The same measured against what the reader sees (`yours`), where most of it is the same. */
function shortly(id: ParticipantId, kinds: FactKind[], yours: FactKind[], context: ViewContext): string[] {
  const { audience: w, visibility } = context.words.planPage;
  const always = kinds.filter((kind) => cellOf(kind, id, context) === 'yes');
  // What they see at times is told with when.
  const sometimes = kinds.filter((kind) => cellOf(kind, id, context) === 'theirs');
  const { more, less } = against(
    yours.filter((kind) => !sometimes.includes(kind)),
    always,
  );
  if (less.length + more.length < always.length) {
    return [
      less.length > 0 ? w.sameBut(listed(less, context)) : w.same,
      ...(more.length > 0 ? [w.also(listed(more, context))] : []),
      ...atTimes(id, kinds, context),
    ];
  }
  // Whoever decides sees what is seen of their own check-ins, too.
  const atMost = kinds.filter((kind) => ['yes', 'deciding', 'asked'].includes(cellOf(kind, id, context)));
  const deciding = against(yours, atMost);
  const decides = kinds.some((kind) => cellOf(kind, id, context) === 'deciding');
  if (!decides || deciding.less.length + deciding.more.length >= atMost.length - always.length) {
    return seen(id, kinds, context);
  }
  const when = visibility.conditions.deciding;
  const rest = kinds.filter((kind) => cellOf(kind, id, context) !== 'deciding');
  return [
    ...seen(id, rest, context),
    deciding.less.length > 0 ? w.onlySameBut(when, listed(deciding.less, context)) : w.onlySame(when),
    ...(deciding.more.length > 0 ? [w.only(when, listed(deciding.more, context))] : []),
  ];
}

const against = (yours: FactKind[], theirs: FactKind[]): { more: FactKind[]; less: FactKind[] } => ({
  more: theirs.filter((kind) => !yours.includes(kind)),
  less: yours.filter((kind) => !theirs.includes(kind)),
});
