import type { Request, Respondent } from '../../domain/plan.ts';
import { listInWords, momentInWords } from '../dates.ts';
import { answerView, type Line } from './answer-view.ts';
import { byRule } from './by-rule.ts';
import { nameOf, type PlanView, planBehind } from './plan-view.ts';
import { questionInWords } from './questions.ts';
import { otherNameTyped } from './typed-name.ts';
import type { ViewContext } from './view-context.ts';

export interface ReceiptModel {
  /** Where the answer came from and stands: plan, question, time. */
  /** Whether what was recorded is a decision. */
  decision: boolean;
  facts: Line[];
  said: Line[];
  /** The name that was typed, when it is not the person's own. */
  typed: string | undefined;
  next: string[];
  /** The plan itself, behind the link that it was acknowledged by. */
  plan: PlanView | undefined;
}

/** The receipt of `person`'s answer, or `undefined` when there is none yet. */
export function receiptModel(
  request: Request,
  person: Respondent,
  context: ViewContext,
): ReceiptModel | undefined {
  const { plan, pack, words } = context;
  if (!person.answer || !person.answeredAt) return undefined;
  const w = words.receipt;
  return {
    decision: request.kind === 'decision',
    facts: [
      { label: w.reference, value: `${plan.id} / ${request.id} / ${person.participant}` },
      { label: w.recorded, value: momentInWords(person.answeredAt, plan.timeZone, words.locale) },
      { label: w.by, value: nameOf(plan, person.participant) },
      { label: w.question, value: questionInWords(request.kind, request.date, words) },
      { label: w.plan, value: plan.draft.title },
    ],
    said: answerView(person.answer, person.participant, plan, pack, words),
    typed: otherNameTyped(person.answer, person.participant, plan),
    next: nextSteps(request, context),
    plan: planBehind(request, context),
  };
}

function nextSteps(request: Request, { plan, pack, reader, words }: ViewContext): string[] {
  const w = words.receipt;
  const when = (at: string) => momentInWords(at, plan.timeZone, words.locale);
  if (plan.status === 'closed' || plan.status === 'withdrawn') {
    const last = plan.decisions.at(-1);
    const settled = plan.status === 'closed' && last && byRule(last, pack, words);
    const withdrawn = plan.status === 'withdrawn' ? [w.nextWithdrawn] : [];
    return [...(settled ? [settled] : []), ...withdrawn, w.nextOver];
  }
  const waiting = request.respondents.filter(
    ({ required, answer, participant }) => required && !answer && participant !== reader,
  );
  const nextDecision = plan.draft.subject.participant === reader ? w.nextDecisionSelf : w.nextDecision;
  const checkIn = plan.scheduled.find(({ kind }) => kind === 'check_in');
  const decision =
    plan.scheduled.find(({ kind }) => kind === 'decision') ??
    Object.values(plan.requests).find(({ kind, status }) => kind === 'decision' && status === 'open');
  return [
    ...(request.status === 'open' && waiting.length > 0
      ? [
          w.nextWaiting(
            listInWords(
              waiting.map(({ participant }) => nameOf(plan, participant)),
              words.locale,
            ),
          ),
        ]
      : []),
    ...(checkIn ? [w.nextCheckIn(when(checkIn.opensAt))] : []),
    ...(decision ? [nextDecision(when(decision.dueAt))] : []),
  ];
}
