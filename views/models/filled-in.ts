import type { Answer, Request } from '../../domain/plan.ts';
import { promises } from './kinds/support.ts';
import type { ViewContext } from './view-context.ts';

/**
 * The fields of a form as they were filled in for an answer, for whoever says it otherwise. A name that stands for a
 * signature is typed anew each time. Questions that one answer settles are never asked again.
 */
export function filledIn(answer: Answer, request: Request, context: ViewContext): Record<string, string> {
  const given = Object.entries(pairsOf(answer, request, context));
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

type Filled = Record<string, string | number | undefined>;

function pairsOf(answer: Answer, { id }: Request, context: ViewContext): Filled {
  switch (answer.kind) {
    case 'acknowledgement':
      return { choice: answer.choice, reason: answer.reason, comment: answer.comment };
    case 'check_in':
      return {
        meeting: answer.meeting,
        ...Object.fromEntries(
          answer.items.flatMap(({ item, progress, note }) => [
            [`progress-${item}`, progress],
            [`note-${item}`, note],
          ]),
        ),
        ...Object.fromEntries((answer.readings ?? []).map(({ item, value }) => [`reading-${item}`, value])),
        recognition: answer.recognition,
        comment: answer.comment,
      };
    case 'survey':
      return {
        ...Object.fromEntries(answer.scores.map((score, at) => [`score-${at + 1}`, score])),
        comment: answer.comment,
      };
    case 'support':
      return Object.fromEntries(
        promises(id, context).flatMap(({ item, what, field }) => {
          const said = answer.promises.find((each) => each.item === item.id && each.what === what);
          return [
            [`delivered-${field}`, said?.delivered],
            [`note-${field}`, said?.note],
          ];
        }),
      );
    default:
      return {};
  }
}
