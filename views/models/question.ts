import type { Answer, Instant, Request, RequestKind } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import type { Block } from './blocks.ts';
import type { FieldGroup, FieldValues } from './fields.ts';
import { accommodation } from './kinds/accommodation.ts';
import { approval } from './kinds/approval.ts';
import { attribution } from './kinds/attribution.ts';
import { response } from './kinds/response.ts';
import { support } from './kinds/support.ts';
import { survey } from './kinds/survey.ts';
import { seenBy } from './seen-by.ts';
import type { ViewContext } from './view-context.ts';

/** What the page of a question says before it asks. */
export interface QuestionWords {
  /** Neutral: a shared screen shows it. */
  tab: string;
  heading: string;
  lead: string;
  /** In place of “Please answer by”. */
  dueLabel?: string;
  /** In place of “It was due by”. */
  lateLabel?: string;
  told?: string[];
  /** What the answer is about, above the form. */
  shows?: Block[];
}

/** One kind of question: what its page says, which fields it has, and the answer they make. */
export interface QuestionKind {
  says(request: Request, context: ViewContext): QuestionWords;
  fields(request: Request, context: ViewContext): FieldGroup[];
  answer(values: FieldValues, request: Request, context: ViewContext): Answer;
}

/** The kinds whose page and form are made from their fields alone. */
export type PlainKind = Exclude<RequestKind, 'acknowledgement' | 'check_in' | 'decision'>;

export const QUESTION_KINDS: Record<PlainKind, QuestionKind> = {
  survey,
  support,
  response,
  attribution,
  approval,
  accommodation,
};

export interface QuestionModel extends QuestionWords {
  /** Absent where the reader need not know what it is called. */
  planTitle: string | undefined;
  dueLabel: string;
  due: string;
  /** Whether the due moment is past. */
  late: boolean;
  seenBy: string;
  groups: FieldGroup[];
}

/** `now` only tells whether the due moment is past. */
export function questionModel(
  request: Request & { kind: PlainKind },
  now: Instant,
  context: ViewContext,
): QuestionModel {
  const { plan, words, zone } = context;
  const late = now > request.dueAt;
  const says = QUESTION_KINDS[request.kind].says(request, context);
  return {
    ...says,
    planTitle: request.kind === 'survey' ? undefined : plan.draft.title,
    dueLabel: late ? (says.lateLabel ?? words.common.wasDue) : (says.dueLabel ?? words.common.answerBy),
    due: momentInWords(request.dueAt, zone, words.locale),
    late,
    seenBy: seenBy(request, context),
    groups: QUESTION_KINDS[request.kind].fields(request, context),
  };
}
