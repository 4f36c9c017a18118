import { settlesIt } from '../../domain/change-answer.ts';
import type { Answer, Request } from '../../domain/plan.ts';
import { answerView, type Line, surveyView } from './answer-view.ts';
import { recordedBefore } from './change-answer.ts';
import { nameOf } from './plan-view.ts';
import { seenBy } from './seen-by.ts';
import { otherNameTyped } from './typed-name.ts';
import type { ViewContext } from './view-context.ts';

/** An answer as it would be recorded, for whoever is about to send it. */
export interface CheckAnswerModel {
  /** Absent where the reader need not know what it is called. */
  planTitle: string | undefined;
  said: Line[];
  /** That the name typed is another than their own. */
  typed: string | undefined;
  /** That something was recorded before, which this takes the place of. */
  recorded: string | undefined;
  /** What happens once it is sent. */
  sends: string[];
  seenBy: string;
  /** On the button. */
  send: string;
}

export function checkAnswerModel(answer: Answer, request: Request, context: ViewContext): CheckAnswerModel {
  const { plan, pack, reader, words } = context;
  const w = words.saving.check;
  const typed = otherNameTyped(answer, reader, plan);
  const isDecision = answer.kind === 'decision';
  return {
    planTitle: answer.kind === 'survey' ? undefined : plan.draft.title,
    said:
      answer.kind === 'survey'
        ? surveyView(answer, request.followUp?.questions ?? [], words)
        : answerView(answer, reader, plan, pack, words, request),
    typed: typed === undefined ? undefined : w.typed(typed, nameOf(plan, reader)),
    recorded: recordedBefore(request, context),
    sends: [
      w.recorded,
      isDecision ? words.decision.final : settlesIt(request, reader) ? w.final : w.changeable,
    ],
    seenBy: seenBy(request, context),
    send: isDecision ? words.decision.send : words.common.send,
  };
}
