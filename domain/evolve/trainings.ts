import type { Day, Plan, PlanDraft } from '../plan.ts';

type Support = PlanDraft['items'][number]['support'];

/** What was attended stays with its promise when a new version moves the day that the promise is due. */
export const trainingsIn = (draft: PlanDraft, plan: Plan): Plan['trainings'] =>
  plan.trainings.map((training) => {
    const [before, after] = [plan.draft, draft].map(
      ({ items }) => items.find(({ id }) => id === training.item)?.support ?? [],
    );
    const due = movedTo(training, before ?? [], after ?? []);
    return due === undefined ? training : { ...training, due };
  });

/** `undefined` when the promise is gone: what was attended still stands in the record. */
function movedTo(kept: { what: string; due: Day }, before: Support, after: Support): Day | undefined {
  const place = before.findIndex(({ what, due }) => what === kept.what && due === kept.due);
  const isList = before.length === after.length && before.every(({ what }, at) => after[at]?.what === what);
  if (isList) return after[place]?.due;
  const alike = ({ what }: Support[number]) => what === kept.what;
  const left = after.filter(alike);
  if (left.some(({ due }) => due === kept.due)) return kept.due;
  return left[before.slice(0, Math.max(place, 0)).filter(alike).length]?.due;
}
