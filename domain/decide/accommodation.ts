import { isLive, openRequests } from '../agenda.ts';
import type { Command, Context } from '../commands.ts';
import { NotAllowedNow, RulesBroken } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { AccommodationAnswer, Plan } from '../plan.ts';
import { brokenProductRule, pinnedRules, type Rules, refuseIfAny } from '../rules.ts';
import { hrTask } from '../schedule.ts';
import { pausePlan } from './pause.ts';
import { ask } from './requests.ts';
import { closeOnceHeard } from './response.ts';

/** The employee asks HR, and nobody else, for an adjustment (L3). What for is said to HR outside the plan (L4). */
export function askAccommodation(
  { by }: Extract<Command, { type: 'AskAccommodation' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  if (by !== plan.draft.subject.participant) {
    const message = 'Only the person the plan is about asks for an adjustment. Anybody else talks to HR.';
    refuseIfAny([brokenProductRule('/by', message)]);
  }
  if (!isLive(plan) || plan.status === 'monitoring') {
    throw new NotAllowedNow(
      'adjusted',
      plan.status,
      'It is arranged outside the plan, between HR and whoever needs it.',
    );
  }
  if (openRequests(plan).some(({ kind }) => kind === 'accommodation')) return [];
  const before = Object.values(plan.requests).filter(({ kind }) => kind === 'accommodation').length;
  const rules = pinnedRules(plan, context.library);
  const question = hrTask(
    { id: `accommodation-${before + 1}`, kind: 'accommodation' },
    context.now,
    plan.draft,
    rules,
  );
  return [{ type: 'AccommodationRequested', by }, ask(question, plan, context, rules)];
}

/**
 * HR has seen to it. A plan that runs stands still from today when HR says so; one that stands still already, or whose
 * days are over, only has the answer on record: the clock of a decision is the law's. One that only waited for this
 * answer is closed.
 */
export function accommodationTaken(
  { choice }: AccommodationAnswer,
  plan: Plan,
  context: Context,
  { calendar }: Rules,
): Fact[] {
  if (plan.status === 'deciding') return closeOnceHeard(plan);
  if (choice !== 'pause' || (plan.status !== 'active' && plan.status !== 'acknowledging')) return [];
  const from = calendar.dayOf(context.now);
  try {
    return pausePlan({ type: 'PausePlan', from, reason: 'accommodation' }, plan, context);
  } catch (error) {
    if (!(error instanceof RulesBroken)) throw error;
    throw new RulesBroken(error.broken.map((rule) => ({ ...rule, field: '/choice' })));
  }
}
