import { LIVE } from '../domain/agenda.ts';
import { isCanary } from '../domain/canary.ts';
import type { Instant, LinkId, PlanId } from '../domain/ids.ts';
import type { Plan, PlanStatus } from '../domain/plan.ts';

/** Where a row lives in the table. */
export interface Key {
  pk: string;
  sk: string;
}

const partition = (planId: PlanId): string => `PLAN#${planId}`;

/** Event `seq` (from 1) of a plan; six digits, so that text order is record order. */
export const eventKey = (planId: PlanId, seq: number): Key => ({
  pk: partition(planId),
  sk: `EVENT#${String(seq).padStart(6, '0')}`,
});

export const planKey = (planId: PlanId): Key => ({ pk: partition(planId), sk: 'PLAN' });

/** One owed effect. */
export const outboxKey = (planId: PlanId, key: string): Key => ({
  pk: partition(planId),
  sk: `OUTBOX#${key}`,
});

/** What says that something sent with a key was done; `hash` is of the key and of who sent it. */
export const doneKey = (planId: PlanId, hash: string): Key => ({ pk: partition(planId), sk: `DONE#${hash}` });

/** What is left of a plan whose record was deleted. */
export const certificateKey = (planId: PlanId): Key => ({ pk: partition(planId), sk: CERTIFICATE });

export const CERTIFICATE = 'ERASED';

/** Whether SES takes mail; one row for the whole deployment. */
export const SENDING: Key = { pk: 'MAIL#SENDING', sk: 'PAUSE' };

/** Where the plan's workflow waits; one row, because one execution waits in one place. */
export const waitKey = (planId: PlanId): Key => ({ pk: partition(planId), sk: 'WAIT' });

/** A link's row, found from the link id alone: `<planId>.<random>`. `undefined` when it is not of that form. */
export const linkKey = (linkId: LinkId): Key | undefined => {
  const planId = /^(pln[a-z2-7]{20})\.[a-z2-7]{16}$/.exec(linkId)?.[1];
  return planId ? { pk: partition(planId), sk: `LINK#${linkId}` } : undefined;
};

/** What was typed behind a link and not sent; `undefined` when the link's id is not of that form. */
export const savedKey = (linkId: LinkId): Key | undefined => {
  const key = linkKey(linkId);
  return key && { pk: key.pk, sk: `DRAFT#${linkId}` };
};

/** The plan a link belongs to. */
export const planIdOf = (linkId: LinkId): PlanId => linkId.slice(0, linkId.indexOf('.'));

/** All rows of one kind of one plan. */
export const rowsOf = (planId: PlanId, kind: 'EVENT' | 'OUTBOX'): { partition: string; prefix: string } => ({
  partition: partition(planId),
  prefix: `${kind}#`,
});

/** Every row of one plan, whatever its kind. */
export const allRowsOf = (planId: PlanId): { partition: string } => ({ partition: partition(planId) });

/**
 * Index `due`, plan rows: by status, then by the moment something next comes due (`9999` when nothing will). Of a plan
 * that is over, what comes due is the end of the time its record is kept.
 */
export const planDue = (status: PlanStatus, planId: PlanId, nextDueAt: Instant | null) => ({
  duePk: LIVE.includes(status) ? LIVE_PLANS : OVER.includes(status) ? PLANS_OVER : PLANS_AHEAD,
  dueSk: `${nextDueAt ?? '9999'}#${planId}`,
});

const OVER: readonly PlanStatus[] = ['closed', 'withdrawn'];

/** Partitions of the index `due`: plans that something can come due for, plans whose record ages, and drafts. */
export const LIVE_PLANS = 'PLANS#LIVE';
export const PLANS_OVER = 'PLANS#OVER';
const PLANS_AHEAD = 'PLANS#AHEAD';

/** Index `due`, unfinished outbox rows only: finished ones lose `duePk` and leave the index. */
export const outboxDue = (planId: PlanId, key: string, createdAt: Instant) => ({
  duePk: OUTBOX_DUE,
  dueSk: `${createdAt}#${planId}#${key}`,
});

export const OUTBOX_DUE = 'OUTBOX';

/** Index `due`, certificates of deletions that are not finished; finished ones leave the index. */
export const erasingDue = (planId: PlanId, erasedAt: Instant) => ({
  duePk: ERASING,
  dueSk: `${erasedAt}#${planId}`,
});

export const ERASING = 'ERASING';

/** One of the places where a plan is found. */
export const listedKey = (planId: PlanId, facet: string): Key => ({
  pk: partition(planId),
  sk: `LISTED#${facet}`,
});

/** Partitions of the index `plans`: people's plans, and those that try out the deployment. */
export const PLANS = 'PLANS';
export const CANARIES = 'PLANS#CANARY';

/** Index `plans`: every plan by the moment it was drafted. */
export const planListed = (plan: Pick<Plan, 'id' | 'createdAt' | 'pack'>) => ({
  listPk: isCanary(plan) ? CANARIES : PLANS,
  listSk: `${plan.createdAt}#${plan.id}`,
});
