import { ruleLibrary } from '../../adapters/packs.ts';
import { owed, type Plan, pinnedRules, type Request, zoneOf } from '../../domain/index.ts';
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
import { decided, ITEMS, REASONS, rated, signed } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

export const frame: Frame = {
  words: en,
  organisation: 'Department of Buildings',
  contactEmail: 'people-team@agency.example',
};

export const contextOf = (plan: Plan, reader: string): ViewContext => ({
  plan,
  ...pinnedRules(plan, ruleLibrary()),
  reader,
  words: frame.words,
  zone: zoneOf(plan, reader),
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

/** The issuer signed, under this name. */
export const signedAs = (typedName: string): Plan => {
  const scenario = begun();
  scenario.answer('acknowledgement', 'supervisor', signed(typedName));
  return scenario.require();
};

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

/** The day the decision opens, with the last check-in still open for the supervisor. */
export const decidingEarly = (): Scenario => {
  const scenario = begun().until('2027-02-05T15:00:00Z');
  scenario.answer('check-in-2027-01-29', 'employee', rated('near'));
  return scenario;
};

/** Where silence counts as met: the employee signed, and that is the last anybody said. */
export const settledByRule = (): Plan => {
  const settings = { onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'General Counsel' } };
  const scenario = Scenario.launched(dcDraft({ settings })).until('2026-12-01T15:00:00Z');
  scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
  return scenario.until('2027-02-22T15:00:00Z').require();
};

/** From here on, no mail about a question reaches this person. What is open already was not delivered either. */
export function losing(scenario: Scenario, to: string, outcome: 'failed' | 'unknown'): Scenario {
  const lose = (from: number): void => {
    for (const event of scenario.events.slice(from)) {
      for (const item of owed(event, scenario.require())) {
        if (item.kind !== 'mail' || item.to !== to) continue;
        const { key, template, requestId } = item;
        const mail = { key, template, to, outcome, ...(requestId ? { requestId } : {}) };
        scenario.when({ type: 'RecordUndelivered', mail });
      }
    }
  };
  lose(0);
  const live = scenario.when.bind(scenario);
  scenario.when = (command) => {
    const from = scenario.events.length;
    const facts = live(command);
    if (command.type !== 'RecordUndelivered') lose(from);
    return facts;
  };
  return scenario;
}

/** Nobody ever answered. */
export const silent = (): Plan => begun().until('2026-12-15T15:00:00Z').require();

const kept = [
  { label: 'Comment', value: 'I was away last week.\nHere is what I wanted to say.' },
  { label: 'Name typed', value: 'Jordan Reyes' },
];

function acknowledgement(
  reader: string,
  errors: FieldError[] = [],
  values: Record<string, string> = {},
  now = '2026-12-01T15:00:00Z',
): string {
  const plan = launched();
  const request = requestOf(plan, 'acknowledgement');
  return acknowledgementPage(
    acknowledgementModel(request, now, contextOf(plan, reader)),
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

function decision(
  reader: string,
  errors: FieldError[] = [],
  values: Record<string, string> = {},
  scenario = deciding(),
): string {
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
  const model = person && receiptModel(request, person, plan.updatedAt, contextOf(plan, reader));
  if (!model) throw new Error(`${reader} has not answered ${id} in the sample.`);
  return receiptPage(model, frame);
}

function copy(plan: Plan, reader = 'employee'): string {
  const [first] = plan.decisions;
  if (!first) throw new Error('The sample has no decision.');
  return decisionCopyPage(decisionCopyModel(first, contextOf(plan, reader)), frame);
}

const closedQuestion = (
  id: string,
  reader: string,
  typed: typeof kept,
  plan = deciding().require(),
): string => closedPage(requestOf(plan, id), contextOf(plan, reader), typed, frame);

/** The decision of the first possible moment. */
export const decidedEarly = (outcome: 'met' | 'extend'): Plan => {
  const scenario = decidingEarly();
  const extension = outcome === 'extend' ? { extendTo: '2027-03-06', reasons: REASONS } : {};
  scenario.answer('decision', 'supervisor', decided(outcome, extension));
  return scenario.require();
};

/** Every page in every state a person can meet, by name. */
export const PAGES: Record<string, () => string> = {
  'acknowledgement-employee': () => acknowledgement('employee'),
  'acknowledgement-supervisor': () => acknowledgement('supervisor'),
  'acknowledgement-errors': () =>
    acknowledgement(
      'employee',
      [
        { field: 'choice', message: frame.words.errors.choiceOf.recipient },
        { field: 'typedName', message: frame.words.errors.typedName },
      ],
      { comment: 'Kept words' },
    ),
  'acknowledgement-late': () => acknowledgement('employee', [], {}, '2026-12-08T22:00:01Z'),
  'check-in-employee': () => checkIn('employee', '2026-12-17T15:00:00Z'),
  'check-in-late': () => checkIn('supervisor', '2026-12-21T15:00:00Z'),
  'check-in-errors': () =>
    checkIn(
      'employee',
      '2026-12-17T15:00:00Z',
      [
        { field: 'meeting', message: frame.words.errors.meeting },
        { field: 'progress-timeliness', message: frame.words.errors.progress('2. S.M.A.R.T. goal') },
      ],
      { 'progress-accuracy': 'near', 'note-accuracy': 'The checklist helps.' },
    ),
  'decision-supervisor': () => decision('supervisor'),
  'decision-reviewer': () => decision('reviewer'),
  'decision-early': () => decision('supervisor', [], {}, decidingEarly()),
  'decision-errors': () =>
    decision(
      'reviewer',
      [
        { field: 'outcome', message: frame.words.errors.outcome },
        { field: 'extendTo', message: frame.words.errors.extendTo },
        { field: 'reason-accuracy', message: frame.words.errors.reason('1. Job Knowledge') },
        { field: 'absenceReason', message: frame.words.errors.absenceReason },
        { field: 'servesAsNotice', message: frame.words.errors.servesAsNotice },
        { field: '', message: frame.words.errors.unknown },
      ],
      { servesAsNotice: 'yes', summary: 'So far so good.' },
    ),
  'receipt-acknowledgement': () => receipt(deciding().require(), 'acknowledgement', 'employee'),
  'receipt-other-name': () => receipt(signedAs('Somebody Else'), 'acknowledgement', 'supervisor'),
  'receipt-check-in': () => receipt(deciding().require(), 'check-in-2026-12-18', 'employee'),
  'receipt-decision': () => receipt(closed(), 'decision', 'supervisor'),
  'decision-copy': () => copy(closed()),
  'decision-copy-early': () => copy(decidedEarly('met')),
  'decision-copy-early-extended': () => copy(decidedEarly('extend')),
  'decision-copy-by-rule': () => copy(settledByRule()),
  'decision-copy-by-rule-supervisor': () => copy(settledByRule(), 'supervisor'),
  'receipt-settled-by-rule': () => receipt(settledByRule(), 'acknowledgement', 'employee'),
  closed: () => closedQuestion('check-in-2027-01-15', 'employee', kept),
  'closed-acknowledgement': () => closedQuestion('acknowledgement', 'supervisor', []),
  'closed-acknowledgement-employee': () => closedQuestion('acknowledgement', 'employee', [], silent()),
  'open-again': () => openAgainPage(kept, frame),
  'bad-link': () => badLinkPage(frame),
  expired: () => expiredPage(frame, true),
  'expired-for-good': () => expiredPage(frame, false),
  'too-large': () => tooLargePage(frame),
  'not-found': () => notFoundPage(frame),
  error: () => errorPage(frame),
};
