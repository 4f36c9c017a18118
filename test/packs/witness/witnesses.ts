import { ruleLibrary } from '../../../adapters/packs.ts';
import {
  businessCalendar,
  checkDraft,
  decide,
  extensionOptions,
  type Fact,
  forecast,
  type PlanDraft,
  pinnedRules,
  Refusal,
  type RulePack,
  RulesBroken,
  surveyResults,
} from '../../../domain/index.ts';
import { retentionEnds } from '../../../domain/retention.ts';
import { acknowledgementModel, decisionModel } from '../../../views/models.ts';
import { acknowledgementPage, decisionPage } from '../../../views/pages.ts';
import { en } from '../../../views/words/en.ts';
import { survey } from './survey-request.ts';
import { Trial } from './world.ts';

/** Shows that a setting is kept: what `seen` sees is another thing when the pack says `otherwise`. */
export interface Witness {
  /** What the setting is worth nothing with: the rule removed, or one where there was none. */
  otherwise: (is: never, pack: RulePack) => unknown;
  seen: (pack: RulePack) => unknown;
}

const witness = <T>(seen: Witness['seen'], otherwise: (is: T, pack: RulePack) => unknown): Witness => ({
  seen,
  otherwise: otherwise as Witness['otherwise'],
});

/** What is refused of the pack's example once it is changed. */
const refusals =
  (change: (draft: PlanDraft, pack: RulePack) => PlanDraft = (draft) => draft) =>
  (pack: RulePack): unknown => {
    const { draft } = new Trial(pack);
    const holidays = ruleLibrary().calendar(pack.calendar);
    if (!holidays) throw new RangeError(`There is no calendar ${pack.calendar}.`);
    const calendar = businessCalendar(holidays, draft.timeZone ?? 'UTC');
    return checkDraft(change(structuredClone(draft), pack), pack, calendar).map(
      ({ field, rule, message }) => [field, rule, message],
    );
  };

/** A change to the draft that leaves the pack it is made under out of account. */
const untilDay = (draft: PlanDraft, days: number): PlanDraft => {
  const end = new Date(Date.parse(draft.startDate) + (days - 1) * 86_400_000).toISOString().slice(0, 10);
  return { ...draft, endDate: end };
};

const eachItem = (draft: PlanDraft, change: (item: PlanDraft['items'][number]) => object): PlanDraft => ({
  ...draft,
  items: draft.items.map((item) => ({ ...item, ...change(item) })),
});

/** Every question a launch plans. */
const schedule = (pack: RulePack): unknown => new Trial(pack).launched().require().scheduled;

/** Everything that happens when everybody stays silent. */
const silence = (pack: RulePack): unknown => {
  const trial = new Trial(pack).launched();
  return forecast(trial.require(), trial.context).map(({ at, facts }) => [at, facts]);
};

/** What is said to a command: its facts, or the rules it breaks. */
const said = (act: () => Fact[]): unknown => {
  try {
    return act();
  } catch (error) {
    if (error instanceof RulesBroken) return error.broken;
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

/** What comes of a decision at the end of a plan in which every check-in said `progress`. */
const decision =
  (outcome: (pack: RulePack) => string, progress: 'below' | 'reached', more: object = {}) =>
  (pack: RulePack): unknown => {
    const trial = new Trial(pack).launched().ratedThroughout(progress);
    trial.until(trial.agenda()[0]?.at ?? trial.now);
    const { draft } = trial;
    const by = draft.issuer.participant;
    const reasons = draft.items.map(({ id }) => ({ item: id, reason: 'Below the goal.' }));
    const answer = { kind: 'decision' as const, outcome: outcome(pack), typedName: 'N', reasons, ...more };
    return said(() => [...trial.answer('decision', by, answer), ...confirmations(trial)]);
  };

/** Whoever has to confirm a proposed decision does. */
function confirmations(trial: Trial): Fact[] {
  const open = Object.values(trial.require().requests).filter(
    ({ kind, status }) => kind === 'approval' && status === 'open',
  );
  return open.flatMap(({ id, respondents }) =>
    trial.answer(id, respondents[0]?.participant ?? '', {
      kind: 'approval',
      choice: 'confirm',
      typedName: 'N',
    }),
  );
}

const isMet = (pack: RulePack): string => pack.decision.outcomes.is.find(({ met }) => met)?.code ?? 'met';
const isNotMet = (pack: RulePack): string =>
  pack.decision.outcomes.is.find(({ met, extends: more }) => !met && !more)?.code ?? 'not_met';
const severe = (pack: RulePack): string => pack.decision.separateDecider.is.outcomes[0] ?? isNotMet(pack);

/** Half-way through a plan nobody answered. */
const halfWay = (pack: RulePack): Trial => {
  const trial = new Trial(pack).launched();
  const { startsAt, endsAt } = trial.require();
  const middle = (Date.parse(startsAt ?? '') + Date.parse(endsAt ?? '')) / 2;
  return trial.until(`${new Date(middle).toISOString().slice(0, 19)}Z`);
};

const missedCheckIn = (pack: RulePack): unknown => {
  const trial = new Trial(pack).launched();
  const open = () => Object.values(trial.require().requests).find(({ kind }) => kind === 'attribution');
  while (!open()) trial.until(trial.agenda()[0]?.at ?? '');
  const attribution = open();
  const answer = { kind: 'attribution', to: 'manager', reason: 'Cancelled.', credit: true } as const;
  return said(() =>
    trial.answer(attribution?.id ?? '', attribution?.respondents[0]?.participant ?? '', answer),
  );
};

const openEndedPause = (pack: RulePack): unknown => {
  const trial = halfWay(pack);
  const { calendar } = pinnedRules(trial.require(), trial.context.library);
  const from = calendar.dayOf(trial.now);
  return said(() => trial.when({ type: 'PausePlan', from, reason: 'approved_absence' }));
};

/** What is said to smaller targets for fewer hours. */
const fewerHours = (pack: RulePack): unknown => {
  const { draft } = new Trial(pack);
  const counting = eachItem(draft, ({ measure }) => ({
    measure: { ...measure, unit: 'cases', direction: 'increase', baseline: 10, target: 50 },
    checkIns: [],
  }));
  const checkIns = draft.items[0]?.checkIns.map(({ date }) => ({ date, benchmark: 50 })) ?? [];
  const trial = new Trial(
    pack,
    eachItem(counting, () => ({ checkIns })),
  ).launched();
  const hr = draft.participants.find(({ role }) => role === 'hr')?.id ?? '';
  const items = [draft.items[0]?.id ?? ''];
  return said(() =>
    trial.when({ type: 'ReduceCapacity', percent: 80, items, signedOffBy: hr, reason: 'Part-time.' }),
  );
};

/** The words of the two pages that say what a plan means. */
const pages = (pack: RulePack): string => {
  const trial = new Trial(pack).launched().ratedThroughout('reached');
  trial.until(trial.agenda()[0]?.at ?? trial.now);
  const plan = trial.require();
  const rules = pinnedRules(plan, trial.context.library);
  const form = { values: {}, errors: [], action: '/p/x', ticket: 't' };
  const frame = { words: en, organisation: 'Agency', contactEmail: 'hr@agency.example' };
  const { acknowledgement, decision } = plan.requests;
  if (!acknowledgement || !decision) throw new RangeError('Both are asked by the end of the period.');
  const context = (reader: string) => ({ plan, ...rules, reader, words: en, zone: plan.timeZone });
  const subject = context(plan.draft.subject.participant);
  return [
    acknowledgementPage(acknowledgementModel(acknowledgement, trial.now, subject), form, frame),
    decisionPage(decisionModel(decision, trial.now, context(plan.draft.issuer.participant)), form, frame),
  ].join('\n');
};

const respondAfter =
  (days: number) =>
  (pack: RulePack): unknown => {
    const trial = new Trial(pack).launched().ratedThroughout('near');
    const answered = Object.values(trial.require().requests).find(
      ({ kind, status }) => kind === 'check_in' && status === 'answered',
    );
    if (!answered?.closedAt) throw new RangeError('The example has a check-in.');
    const later = `${new Date(Date.parse(answered.closedAt) + days * 86_400_000).toISOString().slice(0, 19)}Z`;
    const by = answered.respondents[0]?.participant ?? '';
    const command = { type: 'Respond' as const, requestId: answered.id, by, text: 'As I saw it.' };
    return said(() => decide(command, trial.require(), { ...trial.context, now: later }));
  };

const endingEarly = (pack: RulePack): unknown => {
  const trial = halfWay(pack);
  const by = trial.draft.issuer.participant;
  return said(() =>
    trial.when({ type: 'EndEarly', by, typedName: 'N', summary: 'It is where it should be.' }),
  );
};

const kept = (pack: RulePack): unknown => {
  const trial = new Trial(pack).launched().after({ type: 'WithdrawPlan', reason: 'Transferred.' });
  const plan = trial.require();
  return retentionEnds(plan, pack, pinnedRules(plan, trial.context.library).calendar);
};

const sharing = (pack: RulePack): unknown => {
  const trial = new Trial(pack).approved();
  return [
    said(() => decide({ type: 'LaunchPlan' }, trial.require(), trial.context)),
    trial.when({ type: 'ShareDraft' }),
  ];
};

const unheardOf = refusals((draft) =>
  eachItem(draft, () => ({ source: { kind: 'competency', code: 'unheard_of' } })),
);

const toggled = (is: boolean): boolean => !is;
const none = (): unknown[] => [];
const many = (): number => 99;

/** One for every setting a pack can have, by its path; `shown` is every sentence that is only said. */
export const WITNESSES: Readonly<Record<string, Witness>> = {
  effective: witness(refusals(), () => ({ from: '2999-01-01', until: null })),
  workingHours: witness(schedule, () => ({ opens: '07:00', closes: '15:00' })),
  eligibility: witness(refusals(), () => ({ subjectTypes: [], excludedProbationaryServiceTypes: [] })),
  triage: witness(
    refusals(({ triage: _, ...draft }) => draft),
    toggled,
  ),
  startWithinOfEvaluation: witness(
    refusals((draft) => ({ ...draft, subject: { ...draft.subject, evaluationReceived: '2020-01-01' } })),
    (is: number | null) => (is === null ? 30 : null),
  ),
  participants: witness(
    refusals((draft) => ({ ...draft, participants: draft.participants.filter(({ role }) => role !== 'hr') })),
    () => ({}),
  ),
  'duration.minDays': witness(
    refusals((draft) => untilDay(draft, 20)),
    () => 1,
  ),
  'duration.maxDays': witness(
    refusals((draft) => untilDay(draft, 480)),
    () => 9999,
  ),
  'duration.incrementDays': witness(
    refusals((draft) => untilDay(draft, 31)),
    (is: number | null) => (is === null ? 30 : null),
  ),
  'duration.maxTotalDays': witness(
    (pack) => extensionOptions(new Trial(pack).launched().require(), pack, new Trial(pack).draft.endDate),
    (_, pack) => pack.duration.maxTotalDays.is && pack.duration.maxTotalDays.is + 60,
  ),
  issuer: witness(refusals(), () => ({ role: 'hr', fallback: null })),
  'content.minItems': witness(refusals(), many),
  'content.sources': witness(refusals(), none),
  'content.competencies': witness(
    // Where items come from goals alone the list is for nobody; the setting stands for whoever adds competencies.
    (pack) => unheardOf(withCompetencies(pack)),
    (is: unknown[]) =>
      is.length > 0 ? [] : [{ code: 'known', title: 'K', description: 'K', supervisorsOnly: false }],
  ),
  'content.ratingBelow': witness(
    refusals((draft) => eachItem(draft, () => ({ rating: 5 }))),
    (is: number | null) => (is === null ? 3 : null),
  ),
  'content.minActions': witness(refusals(), many),
  'content.checkInsPerItem': witness(refusals(), () => ({ min: 99, max: null })),
  'content.minPriorCoaching': witness(refusals(), many),
  'content.minEvidence': witness(refusals(), many),
  'content.minSupport': witness(refusals(), many),
  'content.actionFields': witness(
    refusals((draft) =>
      eachItem(draft, ({ actions }) => ({ actions: actions.map(({ what }) => ({ what })) })),
    ),
    (is: unknown[]) => (is.length > 0 ? [] : ['due']),
  ),
  'followUps.types': witness(silence, (is: { type: string }[]) =>
    is.map((kind) => (kind.type === 'progress' ? { ...kind, respondents: ['hr'] } : kind)),
  ),
  'followUps.cadence': witness(
    refusals((draft) => ({
      ...eachItem(draft, ({ checkIns }) => ({ checkIns: checkIns.slice(0, 1) })),
      followUps: [],
    })),
    (is: unknown[]) => (is.length > 0 ? [] : [{ type: 'progress', everyDays: 1 }]),
  ),
  'survey.minimumGroup': witness((pack) => surveyResults(survey(6), pack.survey.minimumGroup.is), many),
  'support.due': witness(schedule, () => '+9bd'),
  'support.reminders': witness(schedule, none),
  'acknowledgement.respondents': witness(silence, () => ['hr']),
  'acknowledgement.due': witness(schedule, () => '+9bd'),
  'acknowledgement.reminders': witness(schedule, none),
  'acknowledgement.escalateTo': witness(schedule, none),
  'acknowledgement.meaning': witness(pages, () => 'Something else.'),
  'checkIn.opens': witness(schedule, () => '-9d'),
  'checkIn.reminders': witness(schedule, none),
  'checkIn.missedAfter': witness(schedule, () => '+9bd'),
  'checkIn.escalateTo': witness(schedule, none),
  'hrTask.due': witness(silence, () => '+9bd'),
  'hrTask.reminders': witness(silence, none),
  'hrTask.escalations': witness(silence, none),
  'tolling.approvedAbsence': witness(openEndedPause, toggled),
  'tolling.missedByManager': witness(missedCheckIn, toggled),
  'tolling.reducedHours': witness(fewerHours, toggled),
  'tolling.reviewAfter': witness(
    // Where absence does not stop the clock there is no pause to look at; the setting stands for whoever allows it.
    (pack) => openEndedPause(withAbsence(pack)),
    () => '+3d',
  ),
  'response.draft': witness(sharing, () => ({ window: '+9bd', required: true })),
  'response.checkIn': witness(respondAfter(30), () => '+90d'),
  'response.decision': witness(decision(isNotMet, 'below'), (is: string | null) => (is ? null : '+5bd')),
  earlySuccess: witness(endingEarly, (is: object | null) => (is ? null : { afterDays: 1 })),
  monitoring: witness(decision(isMet, 'reached'), (is: object | null) =>
    is ? null : { lasts: 'P1Y', from: 'close', everyDays: null, relapse: 'R.', whenOver: 'O.' },
  ),
  retention: witness(kept, (is: { years: number }) => ({ years: is.years + 1 })),
  shown: witness(pages, () => undefined),
  'decision.respondents': witness(silence, () => ['hr']),
  'decision.due': witness(schedule, () => '+20bd'),
  'decision.reminders': witness(schedule, none),
  'decision.escalations': witness(schedule, none),
  'decision.repeat': witness(silence, () => ({ every: '+1bd', to: ['hr'] })),
  'decision.onOverdue': witness(schedule, (is: string) => (is === 'deem_met' ? 'escalate_only' : 'deem_met')),
  'decision.separateDecider': witness(
    decision(isNotMet, 'below'),
    (is: { outcomes: string[]; roles: string[] }, pack) => ({
      ...is,
      outcomes: is.outcomes.includes(isNotMet(pack)) ? [] : [isNotMet(pack)],
    }),
  ),
  'decision.noSurprise': witness(decision(isNotMet, 'reached'), toggled),
  'decision.outcomes': witness(decision(isMet, 'reached'), none),
  'decision.mayServeAsNotice': witness(
    decision(severe, 'below', { servesAsNotice: true }),
    (is: string[], pack) => (is.includes(severe(pack)) ? [] : [severe(pack)]),
  ),
  'decision.reasonsRequiredUnlessMet': witness(decision(isNotMet, 'below', { reasons: [] }), toggled),
  'decision.copiesTo': witness(decision(isMet, 'reached'), none),
  'decision.consequence': witness(pages, () => 'Something else.'),
};

const withCompetencies = (pack: RulePack): RulePack => ({
  ...pack,
  content: { ...pack.content, sources: { ...pack.content.sources, is: ['competency', 'smart_goal'] } },
});

const withAbsence = (pack: RulePack): RulePack => ({
  ...pack,
  tolling: { ...pack.tolling, approvedAbsence: { ...pack.tolling.approvedAbsence, is: true } },
});
