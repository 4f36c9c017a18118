import type { PlanStore, RecordedEvent } from '../adapters/store.ts';
import { PlanErased } from '../adapters/store-errors.ts';
import { AboutYou, PlanNotFound } from '../domain/errors.ts';
import { fold } from '../domain/evolve.ts';
import { isAddress } from '../domain/listing.ts';
import { isAbout } from '../domain/managed.ts';
import type { Plan, PlanDraft, PlanId } from '../domain/plan.ts';
import type { PlanSummary } from '../domain/summarise.ts';
import { sameAddress } from '../domain/wrong-person.ts';
import { actorOf, type Identity, isOwn, type Reach } from './access.ts';
import { isPlanId } from './api/plan-id.ts';
import type { TaskPorts } from './ports.ts';

/** A store that has looked at one plan ahead: whoever reads that plan next does not read it again. */
export type ReadersStore = PlanStore & { ahead(planId: PlanId): Promise<Plan> };

/**
 * The store for somebody who signed in: the plan that is about themselves is not listed, cannot be read and takes no
 * command from them, by whatever way they get to it.
 *
 * @param reader as the record names them: by their address, else an id that is nobody's address
 */
export function storeFor(reader: string, store: PlanStore): ReadersStore {
  const theirs = new Set<PlanId>();
  const held = new Map<PlanId, RecordedEvent[]>();

  const looked = (plan: Plan): Plan => {
    refuseAbout(reader, plan.draft);
    theirs.add(plan.id);
    return plan;
  };
  /** What was read ahead is as good as new once, and then not any more. */
  const takeHeld = (planId: PlanId): RecordedEvent[] | undefined => {
    const events = held.get(planId);
    held.delete(planId);
    return events;
  };
  const events = async (planId: PlanId): Promise<RecordedEvent[]> => {
    const recorded = takeHeld(planId) ?? (await store.events(planId));
    if (!theirs.has(planId)) looked(fold(recorded));
    return recorded;
  };

  return {
    ...store,
    events,
    load: async (planId) => looked(fold(takeHeld(planId) ?? (await store.events(planId)))),
    async ahead(planId) {
      const recorded = await store.events(planId);
      const plan = looked(fold(recorded));
      held.set(planId, recorded);
      return plan;
    },
    async commit(planId, command, context, known, sending) {
      if ('draft' in command) refuseAbout(reader, command.draft);
      if (known || command.type === 'DraftPlan')
        return store.commit(planId, command, context, known, sending);
      const recorded = held.has(planId) || !theirs.has(planId) ? await events(planId) : [];
      const head = recorded.at(-1)?.hash;
      const read = head !== undefined ? { plan: fold(recorded), head } : undefined;
      return store.commit(planId, command, context, read, sending);
    },
    async list(options, now) {
      const page = await store.list(options, now);
      return { ...page, plans: page.plans.filter((one) => !isAbout(one.about, one.participants, reader)) };
    },
    due: async (before) =>
      (await store.due(before)).filter(({ participants }) => !namesAbout(reader, participants)),
  };
}

/** @throws AboutYou */
function refuseAbout(reader: string, { subject, participants }: Pick<PlanDraft, 'subject' | 'participants'>) {
  if (isAbout(subject.participant, participants, reader)) throw new AboutYou();
}

/** The same where a row does not say whom it is about: only employees and leads can be. */
const namesAbout = (reader: string, participants: PlanSummary['participants']): boolean =>
  participants.some(
    ({ role, email }) => (role === 'employee' || role === 'lead') && sameAddress(email, reader),
  );

/**
 * What a route may use for whoever asks; a plan that its address names has been found to be theirs to ask for. With reach
 * `own`, a plan that is somebody else's, that is not there, and whose record was deleted are one and the same.
 *
 * @throws AboutYou; PlanNotFound with reach `own`
 */
export async function portsFor<P extends Pick<TaskPorts, 'store' | 'now'>>(
  { params: { planId } }: { params: Record<string, string> },
  { identity, reach }: { identity: Identity; reach: Reach },
  ports: P,
): Promise<P> {
  const reader = identity.claimedEmail ?? actorOf(identity).id;
  if (reach === 'all' && !isAddress(reader)) return ports;
  const theirs = withStoreFor(reader, ports);
  if (planId === undefined) return theirs;
  if (!isPlanId(planId)) {
    if (reach === 'own') throw new PlanNotFound();
    return theirs;
  }
  try {
    const plan = await theirs.store.ahead(planId);
    if (reach === 'own' && !isOwn(plan, identity, ports.now())) throw new PlanNotFound();
  } catch (refusal) {
    if (!isGone(refusal)) throw refusal;
    if (reach === 'own') throw new PlanNotFound();
    // That it is not there, the route says itself.
  }
  return theirs;
}

/** The same ports with the store for somebody; it is made when it is first used, as the ports themselves are. */
export function withStoreFor<P extends Pick<TaskPorts, 'store'>>(
  reader: string,
  ports: P,
): P & { store: ReadersStore } {
  let made: ReadersStore | undefined;
  const get = (): ReadersStore => {
    made ??= storeFor(reader, ports.store);
    return made;
  };
  return Object.create(ports, { store: { get, enumerable: true } }) as P & { store: ReadersStore };
}

/** Whether a plan is not there, or not any more. */
export const isGone = (error: unknown): boolean =>
  error instanceof PlanNotFound || error instanceof PlanErased;
