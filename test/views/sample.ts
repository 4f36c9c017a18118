import { ruleLibrary } from '../../adapters/packs.ts';
import { type Plan, pinnedRules, type Request } from '../../domain/index.ts';
import {
  acknowledgementModel,
  checkInModel,
  decisionCopyModel,
  decisionModel,
  receiptModel,
  type ViewContext,
} from '../../views/models.ts';
import {
  acknowledgementPage,
  badLinkPage,
  checkInPage,
  closedPage,
  decisionCopyPage,
  decisionPage,
  errorPage,
  expiredPage,
  type FieldError,
  type FormState,
  type Frame,
  notFoundPage,
  openAgainPage,
  receiptPage,
  tooLargePage,
} from '../../views/pages.ts';
import { en } from '../../views/words/en.ts';
import { decided, ITEMS, rated, signed } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

export const frame: Frame = {
  words: en,
  organisation: 'Department of Buildings',
  contactEmail: 'people-team@agency.example',
};

export const contextOf = (plan: Plan, reader: string): ViewContext => ({
  plan,
  pack: pinnedRules(plan, ruleLibrary()).pack,
  reader,
  words: en,
});

export function requestOf(plan: Plan, id: string): Request {
  const request = plan.requests[id];
  if (!request) throw new Error(`${id} is not open in the sample.`);
  return request;
}

const formOf = (
  action: string,
  errors: FieldError[] = [],
  values: Record<string, string> = {},
): FormState => ({
  action,
  ticket: 'ticket',
  errors,
  values,
});

const begun = (): Scenario => Scenario.launched(dcDraft()).until('2026-12-01T15:00:00Z');

export const launched = (): Plan => begun().require();

/** In the first check-in's days, after both signed. */
export const checkingIn = (): Plan => {
  const scenario = begun();
  scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
  scenario.answer('acknowledgement', 'supervisor', signed('Dana Whitfield'));
  return scenario.until('2026-12-18T15:00:00Z').require();
};

/** At the end: some check-ins answered, one by nobody; the decision is open and the reviewer was asked as well. */
export const deciding = (): Scenario => {
  const scenario = begun();
  scenario.answer('acknowledgement', 'employee', {
    ...signed('Jordan Reyes'),
    comment: 'I see the first point differently:\nmost returns came in one week.',
  });
  scenario.until('2026-12-18T15:00:00Z');
  scenario.answer('check-in-2026-12-18', 'employee', {
    ...rated('near'),
    items: ITEMS.map((item) => ({ item, progress: 'near', note: 'The checklist helps a lot.' })),
  });
  scenario.answer('check-in-2026-12-18', 'supervisor', rated('below'));
  scenario.until('2027-01-04T15:00:00Z');
  scenario.answer('check-in-2027-01-04', 'employee', rated('reached', { comment: 'We could not meet.' }));
  return scenario.until('2027-02-22T15:00:00Z');
};

export const closed = (): Plan => {
  const scenario = deciding();
  scenario.answer('decision', 'supervisor', {
    ...decided('extend', { typedName: 'Dana Whitfield', extendTo: '2027-03-06' }),
    summary: 'Good progress on two of three points. Thirty more days should be enough.',
    reasons: ITEMS.map((item) => ({ item, reason: 'Close to the goal, not there yet.' })),
  });
  return scenario.require();
};

const kept = [
  { label: 'Comment', value: 'I was away last week.\nHere is what I wanted to say.' },
  { label: 'Name typed', value: 'Jordan Reyes' },
];

function acknowledgement(
  reader: string,
  errors: FieldError[] = [],
  values: Record<string, string> = {},
): string {
  const plan = launched();
  const request = requestOf(plan, 'acknowledgement');
  return acknowledgementPage(
    acknowledgementModel(request, contextOf(plan, reader)),
    formOf('/p/acknowledgement', errors, values),
    frame,
  );
}

function checkIn(
  reader: string,
  now: string,
  errors: FieldError[] = [],
  values: Record<string, string> = {},
): string {
  const plan = checkingIn();
  const request = requestOf(plan, 'check-in-2026-12-18');
  return checkInPage(
    checkInModel(request, now, contextOf(plan, reader)),
    formOf(`/p/${request.id}`, errors, values),
    frame,
  );
}

function decision(reader: string, errors: FieldError[] = [], values: Record<string, string> = {}): string {
  const scenario = deciding();
  const plan = scenario.require();
  const request = requestOf(plan, 'decision');
  return decisionPage(
    decisionModel(request, scenario.now, contextOf(plan, reader)),
    formOf('/p/decision', errors, values),
    frame,
  );
}

function receipt(plan: Plan, id: string, reader: string): string {
  const request = requestOf(plan, id);
  const person = request.respondents.find(({ participant }) => participant === reader);
  const model = person && receiptModel(request, person, contextOf(plan, reader));
  if (!model) throw new Error(`${reader} has not answered ${id} in the sample.`);
  return receiptPage(model, frame);
}

function copy(): string {
  const plan = closed();
  const [first] = plan.decisions;
  if (!first) throw new Error('The sample has no decision.');
  return decisionCopyPage(decisionCopyModel(first, contextOf(plan, 'employee')), frame);
}

const e = en.errors;

/** Every page in every state a person can meet, by name. */
export const PAGES: Record<string, () => string> = {
  'acknowledgement-employee': () => acknowledgement('employee'),
  'acknowledgement-supervisor': () => acknowledgement('supervisor'),
  'acknowledgement-errors': () =>
    acknowledgement(
      'employee',
      [
        { field: 'choice', message: e.choice },
        { field: 'typedName', message: e.typedName },
      ],
      { comment: 'Kept words' },
    ),
  'check-in-employee': () => checkIn('employee', '2026-12-17T15:00:00Z'),
  'check-in-late': () => checkIn('supervisor', '2026-12-21T15:00:00Z'),
  'check-in-errors': () =>
    checkIn(
      'employee',
      '2026-12-17T15:00:00Z',
      [
        { field: 'meeting', message: e.meeting },
        { field: 'progress-timeliness', message: e.progress('2. S.M.A.R.T. goal') },
      ],
      { 'progress-accuracy': 'near', 'note-accuracy': 'The checklist helps.' },
    ),
  'decision-supervisor': () => decision('supervisor'),
  'decision-reviewer': () => decision('reviewer'),
  'decision-errors': () =>
    decision(
      'reviewer',
      [
        { field: 'outcome', message: e.outcome },
        { field: 'extendTo', message: e.extendTo },
        { field: 'reason-accuracy', message: e.reason('1. Job Knowledge') },
        { field: 'absenceReason', message: e.absenceReason },
        { field: 'servesAsNotice', message: e.servesAsNotice },
        { field: '', message: e.unknown },
      ],
      { servesAsNotice: 'yes', summary: 'So far so good.' },
    ),
  'receipt-acknowledgement': () => receipt(deciding().require(), 'acknowledgement', 'employee'),
  'receipt-check-in': () => receipt(deciding().require(), 'check-in-2026-12-18', 'employee'),
  'receipt-decision': () => receipt(closed(), 'decision', 'supervisor'),
  'decision-copy': copy,
  closed: () =>
    closedPage(requestOf(deciding().require(), 'check-in-2027-01-15'), 'America/New_York', kept, frame),
  'open-again': () => openAgainPage(kept, frame),
  'bad-link': () => badLinkPage(frame),
  expired: () => expiredPage(frame),
  'too-large': () => tooLargePage(frame),
  'not-found': () => notFoundPage(frame),
  error: () => errorPage(frame),
};
