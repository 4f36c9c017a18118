import { isAnsweredOnPaper } from '../../domain/on-paper.ts';
import type { Answer, Instant, ParticipantId, Plan, Request, Respondent } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import { referenceOf } from '../reference.ts';
import { answerView, type Line, surveyView } from './answer-view.ts';
import type { Quote, TableView } from './blocks.ts';
import { type CertificateModel, certificateOf } from './certificate.ts';
import { changeableUntil } from './change-answer.ts';
import { nextSteps } from './next-steps.ts';
import { nameOf, type PlanView, planBehind } from './plan-view.ts';
import { questionInWords } from './questions.ts';
import { respondingUntil } from './responding.ts';
import { saidBy } from './said.ts';
import { together } from './together.ts';
import { otherNameTyped } from './typed-name.ts';
import type { ViewContext } from './view-context.ts';

export interface ReceiptModel {
  /** What was recorded: any answer, a decision, or one that somebody else has to confirm first. */
  what: 'answer' | 'decided' | 'proposed';
  /** Where the answer came from and stands: plan, question, time. */
  facts: Line[];
  said: Line[];
  /** The name that was typed, when it is not the person's own, and the one we know. */
  typed: { name: string; known: string } | undefined;
  /** Of an answer with a signature. */
  certificate: CertificateModel | undefined;
  /** What everybody said, once everybody has. */
  together: TableView | undefined;
  /** Words that were given in response, as they are. */
  responses: Quote[];
  /** Until when the reader may respond. */
  respondUntil: string | undefined;
  next: string[];
  /** The plan itself, behind the link that it was acknowledged by. */
  plan: PlanView | undefined;
  /** That the plan reads otherwise by now than when it was acknowledged. */
  changedSince: string | undefined;
  /** Until when the answer can still be said otherwise. */
  changeable: string | undefined;
}

/** The receipt of `person`'s answer, or `undefined` when there is none yet. `now` tells whether they may still respond. */
export function receiptModel(
  request: Request,
  person: Respondent,
  now: Instant,
  context: ViewContext,
): ReceiptModel | undefined {
  const { plan, pack, words, zone } = context;
  const { answer, answeredAt, participant } = person;
  if (!answer || !answeredAt) return undefined;
  const w = words.receipt;
  const isSurvey = answer.kind === 'survey';
  const moment = (at: Instant): string => momentInWords(at, zone, words.locale);
  return {
    what: whatOf(request, context),
    facts: [
      { label: w.reference, value: referenceOf(plan.id, request.id, participant) },
      { label: w.recorded, value: moment(answeredAt) },
      { label: w.by, value: nameOf(plan, participant) },
      { label: w.question, value: questionInWords(request, words) },
      // Whoever is asked about somebody's work is not told that there is a plan about it.
      ...(isSurvey ? [] : [{ label: w.plan, value: plan.draft.title, said: 'plan' as const }]),
    ],
    said: isSurvey
      ? surveyView(answer, request.followUp?.questions ?? [], words)
      : answerView(answer, participant, plan, pack, words, request),
    // Of a paper, the name stands below as it was written.
    typed: isAnsweredOnPaper(answer) ? undefined : typedName(answer, participant, plan),
    certificate: certificateOf(request, person, context),
    together: together(request, context),
    responses:
      request.kind === 'check_in'
        ? plan.responses
            .filter(({ regarding }) => regarding === request.id)
            .map(({ at, by, text }) => ({
              who: words.fairness.saidOn(nameOf(plan, by), moment(at)),
              text,
              said: saidBy(plan, by),
            }))
        : [],
    respondUntil: respondingUntil(request, now, context),
    next: nextSteps(request, context),
    plan: planBehind(request, context),
    changeable: changeableUntil(request, context),
    changedSince: changedSince(request, context),
  };
}

function typedName(answer: Answer, by: ParticipantId, plan: Plan): ReceiptModel['typed'] {
  const name = otherNameTyped(answer, by, plan);
  return name === undefined ? undefined : { name, known: nameOf(plan, by) };
}

function changedSince({ kind, version = 1 }: Request, { plan, words }: ViewContext): string | undefined {
  const current = plan.versions.at(-1)?.number ?? 1;
  return kind === 'acknowledgement' && current > version
    ? words.receipt.changedSince(current, version)
    : undefined;
}

function whatOf({ kind, id }: Request, { plan }: ViewContext): ReceiptModel['what'] {
  if (kind !== 'decision') return 'answer';
  return plan.proposal?.requestId === id ? 'proposed' : 'decided';
}
