import type { OutboxRow } from '../../../adapters/store.ts';
import { BrokenRecord, PlanErased } from '../../../adapters/store-errors.ts';
import { PlanNotFound, UnknownEvent } from '../../../domain/errors.ts';
import type { PlanEvent } from '../../../domain/events.ts';
import { isPutRight } from '../../../domain/listing/lost-mail.ts';
import { isMailable } from '../../../domain/mailable.ts';
import type { Instant, Plan, PlanId, Undelivered } from '../../../domain/plan.ts';
import type { PlanSummary } from '../../../domain/summarise.ts';
import { minutesBefore } from '../../sweeper/minutes-before.ts';
import type { AdminPorts } from '../ports.ts';

/** As the sweeper counts it: effects and runs act within seconds. */
const LATE_EFFECT_MINUTES = 5;
const LATE_PLAN_MINUTES = 10;
/** So many plans of a kind are looked at for one page. */
const LOOKED_AT = 50;

/** A plan whose due moment has passed with nobody driving it; `error` of the run that failed, if it did. */
export interface Undriven {
  plan: PlanSummary;
  error?: string;
  /** Too late for a run that is only slow: the sweeper takes it up at its next round. */
  isStuck: boolean;
}

/** Mail that somebody of a plan did not get, and that nobody has put right. */
export interface Unreached {
  plan: Plan;
  mails: Undelivered[];
  /** Whose mail reached somebody else, comes back, or is unwanted: nothing is sent to them. */
  cutOff: string[];
}

/** A plan whose record cannot be read: what is wrong with it, and what to do. */
export interface Unreadable {
  planId: PlanId;
  says: string;
  wayOut: string;
}

/** SES takes no mail at all. */
export interface Paused {
  since: Instant;
  code: string;
  /** How many mails wait for it. */
  waiting: number;
}

export interface Found {
  paused?: Paused;
  unreadable: Unreadable[];
  undriven: Undriven[];
  /** By plan. */
  late: Map<PlanId, OutboxRow[]>;
  unreached: Unreached[];
  /** Whether there is more of a kind than was looked at. */
  isMore: boolean;
}

/** Everything that is stuck or lost, as the sweeper would find it now. Changes nothing. */
export async function look({
  store,
  now,
  pause,
}: Pick<AdminPorts, 'store' | 'now' | 'pause'>): Promise<Found> {
  const at = now();
  const stuckSince = minutesBefore(at, LATE_PLAN_MINUTES);
  const [due, late, bounced, paused] = await Promise.all([
    store.due(at),
    store.lateOutbox(minutesBefore(at, LATE_EFFECT_MINUTES)),
    store.list({ bounced: true, limit: LOOKED_AT }, at),
    pausedIn({ store, pause }, at),
  ]);
  // Each by itself: one record that does not verify must not hide what is wrong with every other plan.
  const unreadable = new Map<PlanId, Unreadable>();
  const read = async <T>(planId: PlanId, reading: Promise<T>): Promise<T | undefined> => {
    try {
      return await reading;
    } catch (refusal) {
      // A plan that was erased meanwhile has nothing left to repair.
      if (refusal instanceof PlanErased || refusal instanceof PlanNotFound) return undefined;
      if (!(refusal instanceof BrokenRecord || refusal instanceof UnknownEvent)) throw refusal;
      unreadable.set(planId, { planId, says: refusal.message, wayOut: refusal.wayOut });
      return undefined;
    }
  };
  const undriven = await Promise.all(
    due.slice(0, LOOKED_AT).map(async (plan): Promise<Undriven[]> => {
      const events = await read(plan.planId, store.events(plan.planId));
      const error = events && failureOf(plan.run, events);
      const isStuck = plan.nextDueAt !== null && plan.nextDueAt <= stuckSince;
      return events ? [{ plan, isStuck, ...(error && { error }) }] : [];
    }),
  );
  const loaded = await Promise.all(bounced.plans.map(({ planId }) => read(planId, store.load(planId))));
  const plans = loaded.flatMap((plan) => plan ?? []);
  return {
    ...(paused && { paused }),
    unreadable: [...unreadable.values()],
    undriven: undriven.flat(),
    late: Map.groupBy(late.slice(0, LOOKED_AT * 4), ({ planId }) => planId),
    unreached: plans.map(unreachedIn).filter(({ mails, cutOff }) => mails.length + cutOff.length > 0),
    isMore: due.length > LOOKED_AT || late.length > LOOKED_AT * 4 || bounced.cursor !== undefined,
  };
}

async function pausedIn(
  { store, pause }: Pick<AdminPorts, 'store' | 'pause'>,
  at: Instant,
): Promise<Paused | undefined> {
  const current = await pause.current();
  if (!current) return undefined;
  const rows = await store.unfinishedOutbox(at);
  const waiting = rows.filter(({ kind, status }) => kind === 'mail' && status === 'PENDING').length;
  return { ...current, waiting };
}

const failureOf = (run: number, events: readonly PlanEvent[]): string | undefined =>
  events.flatMap((event) => (event.type === 'RunFailed' && event.run === run ? event.error : [])).at(-1);

const unreachedIn = (plan: Plan): Unreached => ({
  plan,
  mails: plan.undelivered.filter(
    (mail) => !isPutRight(mail, plan) && plan.draft.participants.some(({ id }) => id === mail.to),
  ),
  cutOff: plan.draft.participants.map(({ id }) => id).filter((id) => !isMailable(id, plan)),
});
