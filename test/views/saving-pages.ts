import type { Answer, Plan } from '../../domain/index.ts';
import {
  acknowledgementModel,
  checkAnswerModel,
  checkInModel,
  receiptModel,
  savedFacts,
  savedNotice,
} from '../../views/models.ts';
import {
  acknowledgementPage,
  checkAnswerPage,
  checkInPage,
  type FieldError,
  type FormState,
  receiptPage,
  savedPage,
} from '../../views/pages.ts';
import { decided, ITEMS, REASONS, rated } from '../support/answers.ts';
import * as lived from './lived.ts';
import { formOf } from './more-pages.ts';
import { checkingIn, contextOf, deciding, frame, launched, requestOf } from './sample.ts';

/** An answer looked over before it is sent. */
export function check(plan: Plan, id: string, reader: string, answer: Answer): string {
  const model = checkAnswerModel(answer, requestOf(plan, id), contextOf(plan, reader));
  return checkAnswerPage(model, formOf(`/p/${id}`, [], { comment: 'Two lines:\n“and quotes”' }), frame);
}

const AT = '2026-12-16T15:00:00Z';
const CHECK_IN = 'check-in-2026-12-18';
const TYPED = { meeting: 'held', 'progress-accuracy': 'near', 'note-accuracy': 'The checklist helps.' };

/** The form of a check-in with what was saved on it; `kept` was typed on an item that is gone. */
function back(
  changed: boolean,
  errors: FieldError[] = [],
  state: Partial<FormState> = {},
  values: Record<string, string> = TYPED,
): string {
  const plan = checkingIn();
  const context = contextOf(plan, 'employee');
  const saved = { notice: savedNotice(AT, changed, context) };
  const form = { ...formOf(`/p/${CHECK_IN}`, errors, values), saved, ...state };
  return checkInPage(checkInModel(requestOf(plan, CHECK_IN), AT, context), form, frame);
}

function saved(now: string): string {
  const plan = checkingIn();
  const until = '2027-02-16T22:00:00Z';
  const facts = savedFacts({ at: AT, until }, requestOf(plan, CHECK_IN), now, contextOf(plan, 'employee'));
  return savedPage(facts, `/p/${CHECK_IN}`, frame);
}

function already(): string {
  const plan = deciding().require();
  const request = requestOf(plan, 'acknowledgement');
  const context = contextOf(plan, 'employee');
  const person = request.respondents.find(({ participant }) => participant === 'employee');
  const model = person && receiptModel(request, person, plan.updatedAt, context);
  if (!model) throw new Error('Nobody has answered in the sample.');
  return receiptPage(model, frame, undefined, [
    { label: frame.words.receipt.answer.comment, value: 'Here is what I wanted to say.' },
  ]);
}

function signing(): string {
  const plan = launched();
  const context = contextOf(plan, 'employee');
  const model = acknowledgementModel(requestOf(plan, 'acknowledgement'), AT, context);
  const form = {
    ...formOf('/p/acknowledgement', [], { choice: 'sign' }),
    saved: { notice: savedNotice(AT, false, context) },
  };
  return acknowledgementPage(model, form, { ...frame, plan: '/p/acknowledgement/plan' });
}

/** Every page on the way from a form to an answer, and back to an unfinished one, by name. */
export const SAVING_PAGES: Record<string, () => string> = {
  'check-acknowledgement': () =>
    check(launched(), 'acknowledgement', 'employee', {
      kind: 'acknowledgement',
      choice: 'decline',
      reason: 'I was away last week.',
      typedName: 'Somebody Else',
    }),
  'check-check-in': () =>
    check(
      checkingIn(),
      CHECK_IN,
      'employee',
      rated('near', {
        items: ITEMS.map((item) => ({ item, progress: 'near', note: 'The checklist helps.' })),
      }),
    ),
  'check-decision': () =>
    check(deciding().require(), 'decision', 'supervisor', {
      ...decided('extend', { extendTo: '2027-03-06', reasons: REASONS }),
      typedName: 'Dana Whitfield',
    }),
  'check-survey': () =>
    check(lived.lived('2026-12-18T15:00:00Z').require(), 'survey-2026-12-22', 'one', {
      kind: 'survey',
      scores: [2, 5],
      comment: 'Faster now.',
    }),
  saved: () => saved(AT),
  'saved-late': () => saved('2026-12-19T15:00:00Z'),
  'back-to-saved': () => back(false),
  'back-to-saved-signing': signing,
  'back-to-saved-changed': () =>
    back(true, [], { kept: [{ label: frame.words.checkIn.note, value: 'So far so good.' }] }),
  'back-to-saved-errors': () =>
    back(
      false,
      [
        { field: 'progress-timeliness', message: frame.words.errors.progress('2. S.M.A.R.T. goal') },
        { field: 'again', message: frame.words.saving.back.agreeMissing },
        { field: 'discard', message: frame.words.saving.back.discardMissing },
      ],
      { saved: {} },
    ),
  'receipt-already': already,
};
