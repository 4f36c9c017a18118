import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { Item, PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { isBlank } from '../text.ts';
import { checkId } from './ids.ts';
import { count, isPlainNumber } from './say.ts';

/** What must improve: enough items, each from an allowed source, rated low enough (D2, D13). */
export function checkItems(draft: PlanDraft, pack: RulePack): BrokenRule[] {
  const { items } = draft;
  const { minItems } = pack.content;
  const ids = items.map((item) => item.id);
  const tooFew = `The plan has ${count(items.length, 'item')}: add at least ${minItems.is}.`;
  return [
    ...(items.length < minItems.is ? [broken('/items', tooFew, minItems, pack)] : []),
    ...items.flatMap((item, index) => [
      ...checkId(`/items/${index}/id`, item.id, ids.slice(0, index)),
      ...checkSource(`/items/${index}/source`, item, draft, pack),
      ...checkScale(`/items/${index}/rating`, item),
      ...checkRating(`/items/${index}/rating`, item, pack),
    ]),
  ];
}

function checkSource(field: string, { source }: Item, draft: PlanDraft, pack: RulePack): BrokenRule[] {
  const { sources, competencies } = pack.content;
  if (!sources.is.includes(source.kind)) {
    const message = `An item comes from one of ${sources.is.join(', ')}: choose one of these.`;
    return [broken(`${field}/kind`, message, sources, pack)];
  }
  if (source.kind !== 'competency' || competencies.is.length === 0 || isBlank(source.code)) return [];
  const competency = competencies.is.find(({ code }) => code === source.code);
  if (!competency) {
    const codes = competencies.is.map(({ code }) => code).join(', ');
    return [broken(`${field}/code`, `There is no such competency: use one of ${codes}.`, competencies, pack)];
  }
  if (competency.supervisorsOnly && !draft.subject.supervises) {
    const message = `${competency.title} is for supervisors only: choose another, or say that the employee supervises others.`;
    return [broken(`${field}/code`, message, competencies, pack)];
  }
  return [];
}

function checkScale(field: string, { rating }: Item): BrokenRule[] {
  if (rating === undefined || !isPlainNumber(rating) || (rating >= 0 && rating <= 10)) return [];
  return [brokenProductRule(field, 'A rating is a number from 0 to 10: write it as on your own scale.')];
}

function checkRating(field: string, { rating }: Item, pack: RulePack): BrokenRule[] {
  const { ratingBelow } = pack.content;
  if (ratingBelow.is === null) return [];
  if (rating === undefined) {
    return [
      broken(
        field,
        `Say how this was rated: only what is below ${ratingBelow.is} belongs here.`,
        ratingBelow,
        pack,
      ),
    ];
  }
  // A rating that is no plain number is reported as such, whatever the scale.
  if (!isPlainNumber(rating) || rating < ratingBelow.is || rating > 10) return [];
  const message = `This is rated ${rating}: only what is below ${ratingBelow.is} belongs here, so leave the item out.`;
  return [broken(field, message, ratingBelow, pack)];
}
