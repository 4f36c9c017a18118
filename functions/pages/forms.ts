import type { Answer, DecisionAnswer, Request } from '../../domain/index.ts';
import {
  allFields,
  checkInAnswer,
  checkInFields,
  QUESTION_KINDS,
  signingOf,
  type ViewContext,
} from '../../views/models.ts';
import type { FieldError } from '../../views/pages.ts';
import { FormReader } from './form-reader.ts';
import { readFields } from './read-fields.ts';

export type Parsed = { answer: Answer } | { errors: FieldError[] };

/** What a form was posted to: the question, its plan and rules, and who answers (the reader). */
export interface FormContext extends ViewContext {
  request: Request;
}

/** A posted form as an answer, or everything that is wrong with it in the order of the page. */
export function parseForm(form: URLSearchParams, context: FormContext): Parsed {
  const reader = new FormReader(form, context.words);
  const answer = answerOf(reader, context);
  reader.refuseOthers();
  return reader.errors.length > 0 ? { errors: reader.errors } : { answer: answer() };
}

/** What was posted in fields that the form does not have any more. */
export function noLongerAsked(form: URLSearchParams, context: FormContext): URLSearchParams {
  const reader = new FormReader(form, context.words);
  answerOf(reader, context);
  return reader.others();
}

/** Reads every field at once; the answer is only made from a form without faults. */
function answerOf(reader: FormReader, context: FormContext): () => Answer {
  const { request } = context;
  switch (request.kind) {
    case 'acknowledgement':
      return acknowledgement(reader, context);
    case 'decision':
      return decision(reader, context);
    case 'check_in': {
      const values = readFields(allFields(checkInFields(request, context)), reader);
      return () => checkInAnswer(values, request, context);
    }
    default: {
      const kind = QUESTION_KINDS[request.kind];
      const fields = kind.fields(request, context).flatMap((group) => group.fields);
      const values = readFields(fields, reader);
      return () => kind.answer(values, request, context);
    }
  }
}

function acknowledgement(
  reader: FormReader,
  { plan, reader: by, request, words }: FormContext,
): () => Answer {
  const { as, changed } = signingOf(request, by, plan);
  const missing = as === 'issuer' && changed ? words.errors.choiceOf.reissuer : words.errors.choiceOf[as];
  const choice = reader.choice('choice', ['sign', 'decline'] as const, missing);
  const reason = reader.text('reason');
  const comment = reader.text('comment');
  const typedName = reader.name('typedName', words.errors.typedName);
  return () => ({
    kind: 'acknowledgement',
    choice: choice ?? 'decline',
    typedName: typedName ?? '',
    ...(reason && { reason }),
    ...(comment && { comment }),
  });
}

function decision(reader: FormReader, { plan, pack, words }: FormContext): () => DecisionAnswer {
  const outcomes = pack.decision.outcomes.is.map(({ code }) => code);
  const outcome = reader.choice('outcome', outcomes, words.errors.outcome);
  const extendTo = reader.text('extendTo');
  const reasons = plan.draft.items.flatMap(({ id }) => {
    const reason = reader.text(`reason-${id}`);
    return reason ? [{ item: id, reason }] : [];
  });
  const summary = reader.text('summary');
  const explanation = reader.text('explanation');
  const absenceReason = reader.text('absenceReason');
  const servesAsNotice = reader.ticked('servesAsNotice');
  const typedName = reader.name('typedName', words.errors.typedName);
  return () => ({
    kind: 'decision',
    outcome: outcome ?? '',
    typedName: typedName ?? '',
    reasons,
    ...(summary && { summary }),
    ...(extendTo && { extendTo }),
    ...(absenceReason && { absenceReason }),
    ...(servesAsNotice && { servesAsNotice }),
    ...(explanation && { explanation }),
  });
}
