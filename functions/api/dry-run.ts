import type { Command, Context } from '../../domain/commands.ts';
import { decide } from '../../domain/decide.ts';
import type { FactType } from '../../domain/events.ts';
import { evolve, stamp } from '../../domain/evolve.ts';
import { type OutboxItem, owed } from '../../domain/owed.ts';
import type { MailTemplate, Plan } from '../../domain/plan.ts';
import { type PlanSummary, summarise } from '../../domain/summarise.ts';
import { nameOf } from '../../views/models/plan-view.ts';
import { describe } from '../../views/timeline.ts';

/** What a command would do, were it meant. */
export interface DryRun {
  /** The events it would add, each as one plain sentence; empty when it is so already. */
  preview: { what: FactType; text: string }[];
  /** Whom it would write to, by name. */
  mails: { to: string; template: MailTemplate }[];
  /** The plan's summary as it would be. */
  after: PlanSummary;
}

/** Decides a command without keeping anything. @throws Refusal as the command itself would */
export function dryRun(command: Command, before: Plan, context: Context): DryRun {
  const pack = context.library.pack(`${before.pack.id}@${before.pack.version}`);
  const preview: DryRun['preview'] = [];
  const effects: OutboxItem[] = [];
  let plan = before;
  for (const fact of decide(command, before, context)) {
    const event = stamp(fact, plan, context.now, context.actor);
    plan = evolve(plan, event);
    preview.push({ what: fact.type, text: describe(fact, plan, pack) });
    effects.push(...owed(event, plan));
  }
  const mails = effects.flatMap((item) =>
    item.kind === 'mail' ? [{ to: nameOf(plan, item.to), template: item.template }] : [],
  );
  return { preview, mails, after: summarise(plan) };
}
