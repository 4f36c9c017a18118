import type { Command, Context } from '../../domain/commands.ts';
import type { FactType } from '../../domain/events.ts';
import { type Foreseen, forecast, happen } from '../../domain/forecast.ts';
import type { Day, MailTemplate, Plan } from '../../domain/plan.ts';
import { type PlanSummary, summarise } from '../../domain/summarise.ts';
import { nameOf } from '../../views/models/plan-view.ts';
import { describePlanned } from '../../views/timeline.ts';

/** What a command would do, were it meant. */
export interface DryRun {
  /** The events it would add, and those that come due by it at once, each as one plain sentence; empty when it is so already. */
  preview: { what: FactType; text: string }[];
  /** Whom it would write to, by name. */
  mails: { to: string; template: MailTemplate }[];
  /** The plan's summary as it would be. `endDateAfterPause`: where a pause that ends by itself moves the last day to. */
  after: PlanSummary & { endDateAfterPause?: Day };
}

/** Decides a command, and what the workflow would do in the same second, without keeping anything. @throws Refusal as the command itself would */
export function dryRun(command: Command, before: Plan, context: Context): DryRun {
  const meant = happen(command, before, context);
  const future = meant.facts.length > 0 ? forecast(meant.plan, context) : [];
  const atOnce = [meant, ...future.filter(({ at }) => at <= context.now)];
  const after = atOnce.at(-1)?.plan ?? meant.plan;
  const pack = context.library.pack(`${after.pack.id}@${after.pack.version}`);
  const ends = command.type === 'PausePlan' ? endAfter(command.from, [meant, ...future]) : undefined;
  return {
    preview: atOnce.flatMap(({ facts, plan }) =>
      facts.map((fact) => ({ what: fact.type, text: describePlanned(fact, plan, pack) })),
    ),
    mails: atOnce.flatMap(({ mails, plan }) =>
      mails.map(({ to, template }) => ({ to: nameOf(plan, to), template })),
    ),
    after: { ...summarise(after), ...(ends && { endDateAfterPause: ends }) },
  };
}

/** The last day once the pause from this day is over; `undefined` while nobody knows when that is. */
const endAfter = (from: Day, moments: readonly Foreseen[]): Day | undefined =>
  moments.find(({ plan }) => plan.pauses.some((pause) => pause.from === from && pause.resumedOn))?.plan.draft
    .endDate;
