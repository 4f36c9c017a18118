import type { Command, Context } from './commands.ts';
import { type Foreseen, forecast, happen } from './forecast.ts';
import { everybodyAnswers } from './future/everybody-answers.ts';
import type { Day, Instant, ParticipantId, PlanDraft } from './plan.ts';
import { pinnedRules } from './rules.ts';

/** One moment of a plan's future: what happens, who is written to, and the plan after it. */
export type Moment = Foreseen;

/** What a planner wants to know the future for. */
export interface WhatIf {
  /** When the plan is launched; at once, or once the employee had their say about the draft, when absent. */
  launchAt?: Instant;
  /** `answer`: everybody answers each question as it is due, all goes well and the plan is met. */
  people?: 'silent' | 'answer';
  /** Who stays silent even then. */
  silent?: ParticipantId[];
  /** Absences known at launch: first and last day away. */
  absences?: { from: Day; until: Day }[];
}

/**
 * The whole future of a draft, from the code that would run it: every mail, deadline and escalation on the plan's own
 * calendar, from `context.now` on. What repeats without end is told a few times.
 *
 * @throws RulesBroken when the draft, its launch or an absence would be refused
 * @example futureOf(draft, context, { people: 'answer', absences: [{ from: '2027-01-04', until: '2027-01-15' }] })
 */
export function futureOf(draft: PlanDraft, context: Context, whatIf: WhatIf = {}): Moment[] {
  const { launchAt, people = 'silent', silent = [], absences = [] } = whatIf;
  let links = 0;
  // Nobody will ever hold these links, so they are only counted.
  const ahead: Context = { ...context, newLinkId: () => `future.${++links}` };

  const drafted = happen({ type: 'DraftPlan', planId: 'future', draft }, undefined, ahead);
  const { pack } = pinnedRules(drafted.plan, context.library);
  const reply = people === 'answer' ? everybodyAnswers(pack, silent) : undefined;
  const moments = [drafted];
  const latest = (): Moment => moments.at(-1) ?? drafted;
  const next = (command: Command, now = latest().at): void => {
    const moment = happen(command, latest().plan, { ...ahead, now });
    if (moment.facts.length > 0) moments.push(moment);
  };
  const letTimePass = (): void => {
    moments.push(...forecast(latest().plan, { ...ahead, now: latest().at }, reply));
  };

  next({ type: 'ApprovePlan' });
  if (pack.response.draft.is.required) {
    next({ type: 'ShareDraft' });
    letTimePass();
  }
  next({ type: 'LaunchPlan' }, launchAt && launchAt > latest().at ? launchAt : latest().at);
  for (const { from, until } of absences)
    next({ type: 'PausePlan', from, until, reason: 'approved_absence' });
  letTimePass();
  return moments;
}

/** The futures of many drafts at once, in their order. @throws RulesBroken for the first draft that breaks rules */
export const futuresOf = (drafts: readonly PlanDraft[], context: Context, whatIf?: WhatIf): Moment[][] =>
  drafts.map((draft) => futureOf(draft, context, whatIf));
