import type { OutboxRow } from '../../adapters/store.ts';
import { Refusal } from '../../domain/errors.ts';
import type { ListedPlan } from '../../domain/listing.ts';
import type { Instant, ParticipantId, Plan, PlanId } from '../../domain/plan.ts';
import type { Office } from './office.ts';

export type MailRow = Extract<OutboxRow, { kind: 'mail' }>;

/** `UNKNOWN`: nobody knows whether it left. `FAILED`: it did not leave. `RETURNED`: it left and did not arrive. */
export const LOST = ['UNKNOWN', 'FAILED', 'RETURNED', 'COMPLAINED'] as const;
export type HowLost = (typeof LOST)[number];

/** A mail that somebody did not get, or that made them complain. */
export interface LostMail {
  planId: PlanId;
  status: HowLost;
  /** Their id in the plan, never the address. */
  to: ParticipantId;
  /** When it was owed, or complained of. */
  since: Instant;
  /** Absent of a complaint: it is about the person. */
  mail?: Pick<MailRow, 'key' | 'template' | 'attempts'>;
  /** A short code. */
  error?: string;
}

/** So many plans are read at the same time. */
const AT_ONCE = 10;
/** A mail is given up after two days, and that may be all that ever happens to its plan in that time. */
const TRIED_FOR_MS = 3 * 86_400_000;

type Readable = Pick<Office, 'store' | 'now'>;

export const isMail = (row: OutboxRow): row is MailRow => row.kind === 'mail';

/**
 * Mails that were lost since then, of every plan whatever its state; and of plans where somebody is still to be reached
 * another way, all of them.
 */
export async function lostMails({ store, now }: Readable, since: Instant): Promise<LostMail[]> {
  const at = await now();
  const changedSince = new Date(Date.parse(since) - TRIED_FOR_MS).toISOString();
  const found: LostMail[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list({ limit: 100, ...(cursor !== undefined && { cursor }) }, at);
    const plans = page.plans.filter(({ bounced, updatedAt }) => bounced || updatedAt >= changedSince);
    for (let first = 0; first < plans.length; first += AT_ONCE) {
      const some = plans.slice(first, first + AT_ONCE).map((plan) => lostIn(plan, { store }, since));
      found.push(...(await Promise.all(some)).flat());
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

async function lostIn(
  { planId, bounced }: ListedPlan,
  { store }: Pick<Office, 'store'>,
  since: Instant,
): Promise<LostMail[]> {
  const [rows, plan] = await Promise.all([store.outbox(planId), recordOf(planId, store)]);
  const lost = rows.filter(isMail).flatMap((row): LostMail[] => {
    const status = howLost(row, plan);
    const { key, template, attempts, to, createdAt, error = outcomeOf(row, plan) } = row;
    const mail = { key, template, attempts };
    return status ? [{ planId, status, to, since: createdAt, mail, ...(error && { error }) }] : [];
  });
  const complaints = (plan?.suspended ?? [])
    .filter(({ because }) => because === 'complained')
    .map(({ participant: to, from }): LostMail => ({ planId, status: 'COMPLAINED', to, since: from }));
  const whenLost = (one: LostMail) => rows.find(({ key }) => key === one.mail?.key)?.settledAt ?? one.since;
  return [...lost, ...complaints].filter((one) => bounced || whenLost(one) >= since);
}

/** A record that cannot be read is told by the page Repair; its rows say enough here. */
async function recordOf(planId: PlanId, store: Office['store']): Promise<Plan | undefined> {
  try {
    return await store.load(planId);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const outcomeOf = ({ key }: MailRow, plan: Plan | undefined): string | undefined =>
  plan?.undelivered.find((mail) => mail.key === key)?.outcome;

function howLost(row: MailRow, plan: Plan | undefined): HowLost | undefined {
  const { status, returnedAt, deliveredAt } = row;
  if (status === 'UNKNOWN' || status === 'FAILED') return status;
  if (status !== 'SENT') return undefined;
  const isBack = ['bounced', 'rejected'].includes(outcomeOf(row, plan) ?? '');
  return isBack || (returnedAt !== undefined && deliveredAt === undefined) ? 'RETURNED' : undefined;
}
