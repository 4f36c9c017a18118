import type { BrokenRule } from '../errors.ts';
import type { PlanDraft } from '../plan.ts';
import { brokenProductRule } from '../rules.ts';

// The record keeps a draft in one event, and one event in one database item of at most 400 KB.
const MOST_BYTES = 200_000;

/** Lists that would make a plan nobody can follow, and drafts too big to keep. */
export function checkSize(draft: PlanDraft): BrokenRule[] {
  const tooLong = (field: string, list: unknown[], most: number) =>
    list.length > most
      ? [brokenProductRule(field, `There are ${list.length} of them: keep to ${most}.`)]
      : [];
  return [
    ...tooBig(draft),
    // A survey invites its many people a few at a time. Everybody else may be written to at once, and that still fits
    // into one transaction of 100 rows: a mail and a link each, and what goes with them.
    ...tooLong('/participants', draft.participants, 100),
    ...tooMany(draft.participants.filter(({ role }) => role !== 'stakeholder').length, 20),
    ...tooLong('/reason/priorCoaching', draft.reason.priorCoaching, 50),
    ...tooLong('/reason/evidence', draft.reason.evidence, 50),
    ...tooLong('/items', draft.items, 20),
    ...tooLong('/followUps', draft.followUps ?? [], 100),
    ...draft.items.flatMap((item, index) => [
      ...tooLong(`/items/${index}/actions`, item.actions, 20),
      ...tooLong(`/items/${index}/checkIns`, item.checkIns, 100),
      ...tooLong(`/items/${index}/support`, item.support, 20),
    ]),
  ];
}

function tooMany(people: number, most: number): BrokenRule[] {
  if (people <= most) return [];
  const message = `There are ${people} people beside the stakeholders: keep to ${most}, or make some of them stakeholders.`;
  return [brokenProductRule('/participants', message)];
}

function tooBig(draft: PlanDraft): BrokenRule[] {
  const bytes = new TextEncoder().encode(JSON.stringify(draft)).length;
  if (bytes <= MOST_BYTES) return [];
  return [
    brokenProductRule('', `The plan is ${bytes} bytes long: shorten its texts to ${MOST_BYTES} in all.`),
  ];
}
