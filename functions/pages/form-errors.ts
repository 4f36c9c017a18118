import type { BrokenRule } from '../../domain/errors.ts';
import type { Answer, Plan, RulePack } from '../../domain/index.ts';
import { itemName } from '../../views/models.ts';
import type { FieldError } from '../../views/pages.ts';
import type { Words } from '../../views/words/en.ts';

/** What the domain refused, at the fields people see. A rule without a field of its own is said about the whole form. */
export function fieldErrors(
  broken: BrokenRule[],
  answer: Answer,
  plan: Plan,
  pack: RulePack,
  words: Words,
): FieldError[] {
  const extending =
    answer.kind === 'decision' &&
    pack.decision.outcomes.is.some((outcome) => outcome.code === answer.outcome && outcome.extends);
  return broken.map(({ field, message }): FieldError => {
    const [, name = '', id = ''] = field.split('/');
    switch (name) {
      case 'typedName':
      case 'outcome':
      case 'absenceReason':
      case 'servesAsNotice':
        return { field: name, message: words.errors[name] };
      case 'extendTo':
        return { field: name, message: extending ? words.errors.extendTo : words.errors.extendToUnneeded };
      case 'items':
        return { field: `progress-${id}`, message: words.errors.progress(itemName(plan, id, pack, words)) };
      case 'reasons':
        return { field: `reason-${id}`, message: words.errors.reason(itemName(plan, id, pack, words)) };
      default:
        return { field: '', message };
    }
  });
}
