import type {
  Answer,
  CheckInAnswer,
  DecisionAnswer,
  ParticipantId,
  Plan,
  Request,
  RulePack,
} from '../../domain/index.ts';
import { checkInItems } from '../../domain/index.ts';
import { isIssuer, itemName } from '../../views/models.ts';
import type { FieldError } from '../../views/pages.ts';
import type { Words } from '../../views/words/en.ts';
import { FormReader } from './form-reader.ts';

export type Parsed = { answer: Answer } | { errors: FieldError[] };

/** What a form was posted to: the question, its plan and its rules. */
export interface FormContext {
  request: Request;
  plan: Plan;
  pack: RulePack;
  /** Who answers. */
  reader: ParticipantId;
  words: Words;
}

/** A posted form as an answer, or everything that is wrong with it in the order of the page. */
export function parseForm(form: URLSearchParams, context: FormContext): Parsed {
  const reader = new FormReader(form, context.words);
  const answer = readAnswer(reader, context);
  reader.refuseOthers();
  return answer && reader.errors.length === 0 ? { answer } : { errors: reader.errors };
}

function readAnswer(reader: FormReader, context: FormContext): Answer | undefined {
  switch (context.request.kind) {
    case 'acknowledgement':
      return acknowledgement(reader, context);
    case 'check_in':
      return checkIn(reader, context);
    case 'decision':
      return decision(reader, context);
  }
}

function acknowledgement(reader: FormReader, { plan, reader: by, words }: FormContext): Answer | undefined {
  const missing = isIssuer(plan, by) ? words.errors.choiceOfIssuer : words.errors.choice;
  const choice = reader.choice('choice', ['sign', 'decline'] as const, missing);
  const reason = reader.text('reason');
  const comment = reader.text('comment');
  const typedName = reader.name('typedName', words.errors.typedName);
  if (!choice || !typedName) return undefined;
  return {
    kind: 'acknowledgement',
    choice,
    typedName,
    ...(reason && { reason }),
    ...(comment && { comment }),
  };
}

function checkIn(reader: FormReader, { request, plan, pack, words }: FormContext): CheckInAnswer | undefined {
  const meeting = reader.choice('meeting', ['held', 'not_held'] as const, words.errors.meeting);
  const items = checkInItems(plan, request.id).flatMap(({ item }): CheckInAnswer['items'] => {
    const missing = words.errors.progress(itemName(plan, item.id, pack, words));
    const progress = reader.choice(`progress-${item.id}`, ['below', 'near', 'reached'] as const, missing);
    const note = reader.text(`note-${item.id}`);
    return progress ? [{ item: item.id, progress, ...(note && { note }) }] : [];
  });
  const comment = reader.text('comment');
  return meeting && { kind: 'check_in', meeting, items, ...(comment && { comment }) };
}

function decision(reader: FormReader, { plan, pack, words }: FormContext): DecisionAnswer | undefined {
  const outcomes = pack.decision.outcomes.is.map(({ code }) => code);
  const outcome = reader.choice('outcome', outcomes, words.errors.outcome);
  const extendTo = reader.text('extendTo');
  const reasons = plan.draft.items.flatMap(({ id }) => {
    const reason = reader.text(`reason-${id}`);
    return reason ? [{ item: id, reason }] : [];
  });
  const summary = reader.text('summary');
  const absenceReason = reader.text('absenceReason');
  const servesAsNotice = reader.ticked('servesAsNotice');
  const typedName = reader.name('typedName', words.errors.typedName);
  if (!outcome || !typedName) return undefined;
  return {
    kind: 'decision',
    outcome,
    typedName,
    reasons,
    ...(summary && { summary }),
    ...(extendTo && { extendTo }),
    ...(absenceReason && { absenceReason }),
    ...(servesAsNotice && { servesAsNotice }),
  };
}
