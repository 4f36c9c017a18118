import type { Plan, Request, Respondent } from '../../domain/index.ts';
import {
  acknowledgementModel,
  askedForAdjustment,
  checkInModel,
  decisionCopyModel,
  decisionModel,
  type PlainKind,
  questionModel,
  receiptModel,
  respondingUntil,
  responseField,
} from '../../views/models.ts';
import {
  acknowledgementPage,
  adjustmentAskedPage,
  adjustmentOverPage,
  adjustmentPage,
  checkInPage,
  decisionCopyPage,
  decisionPage,
  type FieldError,
  type FormState,
  NOT_MINE,
  newLinkAskedPage,
  newLinkPage,
  questionPage,
  receiptPage,
  tooManyPage,
  wrongPersonDonePage,
  wrongPersonPage,
} from '../../views/pages.ts';
import type { Scenario } from '../support/scenario.ts';
import * as lived from './lived.ts';
import { contextOf, frame, requestOf } from './sample.ts';

export const formOf = (
  action: string,
  errors: FieldError[] = [],
  values: Record<string, string> = {},
): FormState => ({ action, ticket: 'ticket', errors, values });

const firstOf = (plan: Plan, kind: PlainKind): Request & { kind: PlainKind } => {
  const open = Object.values(plan.requests).find((each) => each.kind === kind && each.status === 'open');
  if (!open) throw new Error(`No ${kind} is open in the sample.`);
  return { ...open, kind };
};

/** The page of the first open question of a kind, as `reader` meets it. */
export function question(
  scenario: Scenario,
  kind: PlainKind,
  reader: string,
  errors: FieldError[] = [],
  values: Record<string, string> = {},
): string {
  const plan = scenario.require();
  const request = firstOf(plan, kind);
  const model = questionModel(request, scenario.now, contextOf(plan, reader));
  return questionPage(model, formOf(`/p/${request.id}`, errors, values), frame);
}

export function checkIn(scenario: Scenario, id: string, reader: string): string {
  const plan = scenario.require();
  const model = checkInModel(requestOf(plan, id), scenario.now, contextOf(plan, reader));
  return checkInPage(model, formOf(`/p/${id}`), frame);
}

export function receipt(scenario: Scenario, id: string, reader: string, errors: FieldError[] = []): string {
  const plan = scenario.require();
  const request = requestOf(plan, id);
  const context = contextOf(plan, reader);
  const person = request.respondents.find(({ participant }) => participant === reader);
  const model = receiptModel(request, person as Respondent, scenario.now, context);
  if (!model) throw new Error(`${reader} has not answered ${id} in the sample.`);
  const until = respondingUntil(request, scenario.now, context);
  return receiptPage(
    model,
    frame,
    until ? { form: formOf(`/p/${id}/response`, errors), field: responseField(context, until) } : undefined,
  );
}

export function decision(scenario: Scenario, reader: string): string {
  const plan = scenario.require();
  const request = lived.decisionOf(plan);
  const model = decisionModel(request, scenario.now, contextOf(plan, reader));
  return decisionPage(model, formOf(`/p/${request.id}`), frame);
}

function acknowledgement(scenario: Scenario, reader: string): string {
  const plan = scenario.require();
  const request = requestOf(plan, 'acknowledgement-2');
  const model = acknowledgementModel(request, scenario.now, contextOf(plan, reader));
  return acknowledgementPage(model, formOf('/p/acknowledgement-2'), frame);
}

function copy(scenario: Scenario, reader: string): string {
  const plan = scenario.require();
  const last = plan.decisions.at(-1);
  if (!last) throw new Error('The sample has no decision.');
  return decisionCopyPage(decisionCopyModel(last, contextOf(plan, reader)), frame);
}

const surveyed = () => lived.lived('2026-12-18T15:00:00Z');
const supported = () => lived.lived('2026-12-18T15:00:00Z');

/** An answered survey, read back by whoever answered it. */
export function answeredSurvey(): Scenario {
  const scenario = surveyed();
  scenario.answer('survey-2026-12-22', 'one', { kind: 'survey', scores: [2, 5], comment: 'Faster now.' });
  return scenario;
}

export function responded(): Scenario {
  const scenario = lived.notMet();
  scenario.answer('response-decision', 'employee', {
    kind: 'response',
    choice: 'respond',
    text: 'The course was never held.',
  });
  return scenario;
}

/** Every page of the kinds of question that a plan has beside the first three, by name. */
export const MORE_PAGES: Record<string, () => string> = {
  survey: () => question(surveyed(), 'survey', 'one'),
  'survey-errors': () =>
    question(
      surveyed(),
      'survey',
      'one',
      [
        { field: 'score-1', message: 'Choose an answer' },
        { field: 'comment', message: 'Shorten this' },
      ],
      { 'score-2': '4', comment: 'Faster now.' },
    ),
  'survey-receipt': () => receipt(answeredSurvey(), 'survey-2026-12-22', 'one'),
  support: () => question(supported(), 'support', 'employee'),
  'support-owner': () => question(supported(), 'support', 'supervisor'),
  'response-draft': () => question(lived.shared(), 'response', 'employee'),
  'response-draft-representative': () => question(lived.shared(), 'response', 'rep'),
  'response-decision': () => question(lived.notMet(), 'response', 'employee'),
  attribution: () => question(lived.everything(), 'attribution', 'hr'),
  'attribution-coaching': () => {
    const scenario = lived.lived('2027-01-12T15:00:00Z');
    const plan = scenario.require();
    const request = requestOf(plan, 'attribution-coaching-2026-12-23');
    const model = questionModel({ ...request, kind: 'attribution' }, scenario.now, contextOf(plan, 'hr'));
    return questionPage(model, formOf(`/p/${request.id}`), frame);
  },
  'attribution-errors': () =>
    question(
      lived.everything(),
      'attribution',
      'hr',
      [
        { field: 'to', message: 'Choose who missed the check-in' },
        { field: 'reason', message: 'Say what you based this on' },
      ],
      { credit: 'yes' },
    ),
  approval: () => question(lived.proposed(), 'approval', 'reviewer'),
  accommodation: () => question(lived.asked(), 'accommodation', 'hr'),
  'check-in-metrics': () => checkIn(supported(), 'metrics-2026-12-21', 'supervisor'),
  'check-in-coaching': () => checkIn(supported(), 'coaching-2026-12-23', 'mentor'),
  'check-in-paused': () => checkIn(lived.paused(), lived.CHECK_IN, 'employee'),
  'receipt-together': () => receipt(lived.checkedIn(), lived.CHECK_IN, 'supervisor'),
  'receipt-together-errors': () =>
    receipt(lived.checkedIn(), lived.CHECK_IN, 'employee', [
      { field: 'text', message: 'Write your response, or leave this page as it is' },
      { field: '', message: 'This form was open for more than a day.' },
    ]),
  'receipt-proposed': () => receipt(lived.proposed(), 'decision', 'supervisor'),
  'acknowledgement-changed': () => acknowledgement(lived.amended(), 'employee'),
  'acknowledgement-changed-issuer': () => acknowledgement(lived.amended(), 'supervisor'),
  'acknowledgement-taken-over': () => acknowledgement(lived.handedOver(), 'sam'),
  'decision-everything': () => decision(lived.everything(), 'supervisor'),
  'decision-returned': () => decision(lived.sentBack(), 'supervisor'),
  'decision-copy-responded': () => copy(responded(), 'employee'),
  'decision-copy-hr': () => copy(responded(), 'hr'),
  adjustment: () => adjustmentPage(formOf('/p/acknowledgement/adjustment'), '/p/acknowledgement', frame),
  'adjustment-asked': () => {
    const context = contextOf(lived.asked().require(), 'employee');
    return adjustmentAskedPage(askedForAdjustment(context) ?? [], '/p/acknowledgement', frame);
  },
  'adjustment-over': () => adjustmentOverPage(frame),
  'new-link': () => newLinkPage(frame),
  'new-link-errors': () => newLinkPage(frame, frame.words.linkHelp.offer.missing),
  'new-link-asked': () => newLinkAskedPage(frame),
  'wrong-person': () =>
    wrongPersonPage(formOf('/p/acknowledgement/wrong-person'), '/p/acknowledgement', frame),
  'wrong-person-errors': () => {
    const errors = [{ field: NOT_MINE, message: frame.words.linkHelp.wrongPerson.missing }];
    const form = { ...formOf('/p/acknowledgement/wrong-person'), errors };
    return wrongPersonPage(form, '/p/acknowledgement', frame);
  },
  'wrong-person-done': () => wrongPersonDonePage(frame),
  'too-many': () => tooManyPage([], frame),
  'with-adjustment-link': () => {
    const plan = lived.lived('2026-12-17T15:00:00Z').require();
    const context = contextOf(plan, 'employee');
    const model = checkInModel(requestOf(plan, lived.CHECK_IN), plan.updatedAt, context);
    const base = `/p/${lived.CHECK_IN}`;
    const own = { ...frame, adjustment: `${base}/adjustment`, wrongPerson: `${base}/wrong-person` };
    return checkInPage(model, formOf(`/p/${lived.CHECK_IN}`), own);
  },
};
