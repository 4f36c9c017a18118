import type { CheckInAnswer, Request } from '../../domain/plan.ts';
import { sees } from '../visibility.ts';
import { answerView } from './answer-view.ts';
import type { TableView } from './blocks.ts';
import { nameOf } from './plan-view.ts';
import type { ViewContext } from './view-context.ts';

/** What everybody said on a check-in, side by side; `undefined` before all of them have answered (nobody sees the others' before). */
export function together(request: Request, context: ViewContext): TableView | undefined {
  const { plan, pack, words } = context;
  if (request.kind !== 'check_in' || request.status !== 'answered') return undefined;
  if (!sees(context, 'answers_closed', { asked: true })) return undefined;
  const said = request.respondents.flatMap(({ participant, answer }) =>
    answer?.kind === 'check_in'
      ? [{ who: nameOf(plan, participant), lines: linesOf(answer, participant) }]
      : [],
  );
  if (said.length < 2) return undefined;
  const labels = [...new Set(said.flatMap(({ lines }) => [...lines.keys()]))];
  const w = words.receipt.together;
  return {
    caption: w.caption,
    head: [w.asked, ...said.map(({ who }) => who)],
    rows: labels.map((label) => [label, ...said.map(({ lines }) => lines.get(label) ?? w.nothing)]),
  };

  function linesOf(answer: CheckInAnswer, by: string): Map<string, string> {
    return new Map(answerView(answer, by, plan, pack, words).map(({ label, value }) => [label, value]));
  }
}
