import type { BrokenRule } from '../errors.ts';
import type { Answer } from '../plan.ts';
import { brokenProductRule } from '../rules.ts';
import { LONG_TEXT, SHORT_TEXT, textFaults } from '../text.ts';

type Words = [field: string, text: string | undefined][];

/** Everything people wrote: short enough to keep, and nothing in it but what can be read. */
export function checkWords(answer: Answer): BrokenRule[] {
  return wordsOf(answer).flatMap(([field, text]) => {
    const oneLine = field === '/typedName';
    const limits = { oneLine, longest: oneLine ? SHORT_TEXT : LONG_TEXT };
    return textFaults(text ?? '', limits).map(({ message, fault }) =>
      brokenProductRule(field, message, fault),
    );
  });
}

function wordsOf(answer: Answer): Words {
  switch (answer.kind) {
    case 'acknowledgement':
      return [
        ['/typedName', answer.typedName],
        ['/reason', answer.reason],
        ['/comment', answer.comment],
      ];
    case 'check_in':
      return [
        ...answer.items.map(({ item, note }): Words[number] => [`/items/${item}/note`, note]),
        ['/comment', answer.comment],
        ['/recognition', answer.recognition],
      ];
    case 'survey':
      return [['/comment', answer.comment]];
    case 'support':
      return answer.promises.map(({ note }, at): Words[number] => [`/promises/${at}/note`, note]);
    case 'response':
      return [['/text', answer.text]];
    case 'attribution':
      return [['/reason', answer.reason]];
    case 'approval':
      return [
        ['/typedName', answer.typedName],
        ['/reason', answer.reason],
      ];
    case 'accommodation':
      return [];
    case 'decision':
      return [
        ['/typedName', answer.typedName],
        ...answer.reasons.map(({ item, reason }): Words[number] => [`/reasons/${item}`, reason]),
        ['/summary', answer.summary],
        ['/absenceReason', answer.absenceReason],
        ['/explanation', answer.explanation],
      ];
  }
}
