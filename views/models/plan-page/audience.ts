import type { Participant } from '../../../domain/plan.ts';
import { type Cell, FACT_KINDS, type FactKind, partOf, VISIBILITY } from '../../visibility.ts';
import type { Line } from '../answer-view.ts';
import { nameOf } from '../plan-view.ts';
import type { ViewContext } from '../view-context.ts';

/** What goes without saying, or is not the reader's to weigh. */
const UNSAID: readonly FactKind[] = ['subject', 'own_answers', 'people', 'office_notes', 'addresses'];

/** Of what nobody sees, what somebody may wonder about. */
const NOBODY_SEES: readonly FactKind[] = ['answers_open', 'survey_answers', 'surveyed_people'];

/**
 * Who sees what of this plan, by name: kinds of information under those who see them. The person it is about reads it of
 * everything that is known, others of what they see themselves. Whoever is surveyed is named to nobody.
 */
export function audiencesOf(context: ViewContext): Line[] {
  const { plan, reader, words } = context;
  const own = plan.draft.subject.participant === reader;
  const part = partOf(plan, reader);
  const kinds = FACT_KINDS.filter(
    (kind) =>
      !UNSAID.includes(kind) &&
      (own || NOBODY_SEES.includes(kind) || (part !== undefined && VISIBILITY[kind][part] !== 'no')),
  );
  const groups = new Map<string, string[]>();
  for (const kind of kinds) {
    const who = audienceOf(kind, context);
    groups.set(who, [...(groups.get(who) ?? []), words.planPage.visibility.facts[kind]]);
  }
  return [...groups].map(([label, facts]) => ({ label, value: `${facts.join('; ')}.` }));
}

function audienceOf(kind: FactKind, { plan, words }: ViewContext): string {
  const w = words.planPage;
  const people = plan.draft.participants.filter(({ role }) => role !== 'stakeholder');
  const named = people.flatMap(({ id }: Participant): string[] => {
    const part = partOf(plan, id);
    const cell: Cell = part === undefined ? 'no' : VISIBILITY[kind][part];
    if (cell === 'no') return [];
    const name = nameOf(plan, id);
    return [cell === 'yes' ? name : w.audience.somebody(name, w.visibility.conditions[cell])];
  });
  return named.length > 0 ? named.join(', ') : w.audience.nobody;
}
