import type { OutboxRow } from '../../../adapters/store.ts';
import { agenda, isLive } from '../../../domain/agenda.ts';
import type { Context } from '../../../domain/commands.ts';
import type { PlanEvent } from '../../../domain/events.ts';
import { opportunityDays, tolledDays } from '../../../domain/opportunity.ts';
import type { RulePack } from '../../../domain/pack.ts';
import { packIn } from '../../../domain/pack-texts.ts';
import type { Instant, Plan } from '../../../domain/plan.ts';
import { pinnedRules } from '../../../domain/rules.ts';
import type { PlanModel } from '../../../views/admin/plan/model.ts';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import { officeContext } from '../../../views/admin/plan/office.ts';
import { peopleOf } from '../../../views/admin/plan/people.ts';
import { daysOf } from '../../../views/admin/plan/timeline.ts';
import { versionsOf } from '../../../views/admin/plan/versions.ts';
import { waitingOf } from '../../../views/admin/plan/waiting.ts';
import { STATUS_SAYS } from '../../../views/admin/plan/words.ts';
import { SWEPT_WITHIN } from '../../../views/admin/sweeper.ts';
import { dayInWords } from '../../../views/dates.ts';
import { alongTheWay } from '../../../views/models/fairness.ts';
import { documentsOf } from '../../../views/models/plan-page/documents.ts';
import { planPageItems } from '../../../views/models/plan-page/items.ts';
import { supportOf } from '../../../views/models/plan-page/support.ts';
import { personInWords, planView } from '../../../views/models/plan-view.ts';
import { type RecordEntry, recordEntry } from '../../../views/models/record-view.ts';
import type { ViewContext } from '../../../views/models/view-context.ts';
import { en } from '../../../views/words/en.ts';
import { timelineEntries } from '../../plan-entries.ts';
import { mailStates } from './mail-states.ts';
import { commentsOn, notesIn } from './remarks.ts';

/** A whole plan as its page shows it, but for what may be done to it. */
export function planModel(
  events: readonly PlanEvent[],
  outbox: readonly OutboxRow[],
  context: Context,
): { plan: Plan; model: Omit<PlanModel, 'actions' | 'undo' | 'next'> } {
  const { plan, entries } = timelineEntries(events, context);
  const { pack: rules, calendar } = pinnedRules(plan, context.library);
  const pack = packIn(rules, 'en');
  const office = officeContext(plan, pack, calendar);
  const due = dueness(plan, context.now);
  const model = {
    id: plan.id,
    title: plan.draft.title,
    timeZone: plan.timeZone,
    status: plan.status,
    says: [STATUS_SAYS[plan.status], ...nextOf(entries, plan, due)],
    isBusy: due === 'now',
    outcome: outcomeOf(plan, pack),
    facts: factsOf(plan),
    pack: { title: `${pack.title}, ${plan.pack.version}`, rules: pack.rules },
    waiting: waitingOf(plan, context.now),
    timeline: daysOf(entries, plan.timeZone),
    people: peopleOf(plan, mailStates(outbox)),
    comments: commentsOn(events, plan),
    notes: notesIn(events, plan),
    items: planPageItems(office),
    versions: versionsOf(office),
    answers: answersIn(plan, pack),
    blocks: blocksOf(office),
    whole: wholeOf(plan, office),
    executions: Array.from({ length: plan.run }, (_, at) => `${plan.id}-r${at + 1}`),
  };
  return { plan, model };
}

/** A run acts within seconds of the due moment; what takes longer is late. */
const BUSY_MS = 2 * 60_000;

type Dueness = 'ahead' | 'now' | { since: Instant };

function dueness(plan: Plan, now: Instant): Dueness {
  const at = isLive(plan) ? agenda(plan)[0]?.at : undefined;
  if (at === undefined || at > now) return 'ahead';
  return Date.parse(now) - Date.parse(at) < BUSY_MS ? 'now' : { since: at };
}

/** The first thing that comes by itself. */
function nextOf(entries: ReturnType<typeof timelineEntries>['entries'], plan: Plan, due: Dueness): string[] {
  const next = entries.find(({ kind }) => kind === 'planned');
  if (!next) return [];
  if (due === 'now') return [`Being done right now: ${next.text}`];
  if (due === 'ahead') return [`Next, on ${briefMoment(next.at, plan.timeZone)}: ${next.text}`];
  const since = briefMoment(due.since, plan.timeZone);
  return [`Late since ${since}: ${next.text} It is taken up by itself within ${SWEPT_WITHIN} of then.`];
}

function outcomeOf({ outcome }: Plan, pack: RulePack): string | undefined {
  if (outcome === null) return undefined;
  return pack.decision.outcomes.is.find(({ code }) => code === outcome)?.title ?? outcome;
}

function factsOf(plan: Plan): PlanModel['facts'] {
  const { draft } = plan;
  const day = (date: string): string => dayInWords(date, 'en');
  const decision =
    Object.values(plan.requests).find(({ kind, status }) => kind === 'decision' && status === 'open') ??
    plan.scheduled.find(({ kind }) => kind === 'decision');
  const tolled = tolledDays(plan);
  return [
    { label: 'About', value: personInWords(plan, draft.subject.participant, en) },
    { label: 'Issued by', value: personInWords(plan, draft.issuer.participant, en) },
    { label: 'First day', value: day(draft.startDate) },
    { label: 'Last day', value: day(draft.endDate) },
    { label: 'Days to improve', value: String(opportunityDays(plan)) },
    ...(tolled > 0 ? [{ label: 'Days it stood still', value: String(tolled) }] : []),
    ...(decision ? [{ label: 'Decision due', value: briefMoment(decision.dueAt, plan.timeZone) }] : []),
    ...(plan.legalHold
      ? [
          {
            label: 'Legal hold',
            value: `Since ${briefMoment(plan.legalHold.since, plan.timeZone)}: ${plan.legalHold.reason}`,
          },
        ]
      : []),
    { label: 'Plan id', value: plan.id },
  ];
}

/** What stands beside goals, versions and people. The list of papers is for people who do not have them all here. */
const blocksOf = (office: ViewContext): PlanModel['blocks'] => [
  supportOf(office),
  ...alongTheWay(office),
  ...documentsOf(office).slice(1),
];

/** Every question but surveys with what was answered, oldest first; of an open check-in, only that there is an answer. */
const answersIn = (plan: Plan, pack: RulePack): RecordEntry[] =>
  Object.values(plan.requests)
    .filter(({ kind }) => kind !== 'survey')
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
    .map((request) => recordEntry(request, plan, pack, en));

const wholeOf = (plan: Plan, { reader, pack, words, plan: seen }: ViewContext): PlanModel['whole'] => ({
  ...planView(plan, reader, pack, words),
  triage: planView(seen, reader, pack, words).triage,
});
