import type { OutboxRow, Settlement } from '../../adapters/store.ts';
import type { Plan, Undelivered } from '../../domain/plan.ts';
import { isAwaited, quietUntil } from '../../domain/quiet-hours.ts';
import { zoneOf } from '../../domain/reading.ts';
import { stillOwed } from '../../domain/still-owed.ts';
import { commandContext } from '../command-context.ts';
import { effectName } from '../effect-name.ts';
import { errorFields, logger } from '../logging.ts';
import { isGivenAnew } from './given-anew.ts';
import type { MailerPorts } from './ports.ts';
import { recordUndelivered } from './record-undelivered.ts';
import { sendUnlessPaused } from './send.ts';
import { settlementOf } from './settlement.ts';
import { inOneMail, isOvertaken, together, withoutRepeats } from './together.ts';
import { isTooLate } from './too-late.ts';
import { type Moment, mayBeHeldUntil, tryAgain } from './try-again.ts';

/** Longer than the function may run, so that a claim that is over means a worker that is gone. */
export const MAIL_LEASE_SECONDS = 120;

/** The call to SES is given up after ten seconds (adapters/clients/ses.ts); the table is read and written around it. */
export const ONE_MAIL_MS = 20_000;

export type MailRow = Extract<OutboxRow, { kind: 'mail' }>;

/** A claimed row and how it ends. */
type Ended = [MailRow, Settlement];

/**
 * Sends what one row owes, and with it whatever else waits for the same person of the same plan: claimed first, checked
 * against the newest record, sent with one call. When the function dies after that call the rows stay claimed, and the
 * sweeper marks them UNKNOWN: they are not sent again by themselves. A mail that is given up is in the record before its
 * row says so. In the reader's quiet hours nothing is sent, and the row waits for their end, unless it would be given up by
 * then.
 */
export async function deliver(row: OutboxRow, ports: MailerPorts): Promise<void> {
  if (row.kind !== 'mail') return;
  const claimed = await claim(row, ports);
  if (!claimed) return;
  await settleAll(await attempt(claimed, ports), ports);
}

/** @param sentWith the key of the row it may go in one message with */
async function claim(
  { planId, key }: OutboxRow,
  { store, now }: MailerPorts,
  sentWith?: string,
): Promise<MailRow | undefined> {
  const claimed = await store.claim(planId, key, now(), MAIL_LEASE_SECONDS, sentWith);
  return claimed?.kind === 'mail' ? claimed : undefined;
}

/**
 * One that fails leaves none of the others open. One after the other, because what is given up goes into one record.
 *
 * @throws the first failure, after all were tried.
 */
async function settleAll(ended: Ended[], ports: MailerPorts): Promise<void> {
  const failures: unknown[] = [];
  for (const [row, settlement] of ended) {
    await settle(row, settlement, ports).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function settle(row: MailRow, settlement: Settlement, ports: MailerPorts): Promise<void> {
  const { planId, key, attempts } = row;
  const lost = LOST[settlement.status];
  if (lost) {
    const context = commandContext(ports, planId, { kind: 'system', id: 'mailer' });
    await recordUndelivered(row, lost, ports.store, context);
  }
  const { status, error } = settlement;
  const end = () => ports.store.settle(planId, key, { ...settlement, attempt: attempts });
  // A mail that is out must not be reported as lost. Nothing but what is final may be said twice.
  await (status === 'SENT' ? end().catch(end) : end());
  logger().info('mail', { planId, effect: effectName(key), status, ...(error && { code: error }) });
}

const LOST: Partial<Record<Settlement['status'], Undelivered['outcome']>> = {
  FAILED: 'failed',
  UNKNOWN: 'unknown',
};

/**
 * The plan is read last, so that it knows every row that was claimed and every answer that is in. Whatever throws in here
 * throws before the one call that sends: the mailer itself answers, and never throws.
 */
async function attempt(first: MailRow, ports: MailerPorts): Promise<Ended[]> {
  const held = [first];
  try {
    const outbox = await ports.store.outbox(first.planId);
    for (const sibling of together(first, outbox, ports.now())) {
      const claimed = await claim(sibling, ports, first.key);
      if (claimed) held.push(claimed);
    }
    const plan = await ports.store.load(first.planId);
    const late = held.filter((row) => isTooLate(row, plan, ports.now()));
    const inTime = held.filter((row) => !late.includes(row));
    const isOwed = (row: MailRow): boolean => stillOwed(row, plan) && !isOvertaken(row, outbox);
    return [
      ...late.map((row): Ended => [row, { status: 'FAILED', error: row.error ?? 'TooLate' }]),
      ...inTime.filter((row) => !isOwed(row)).map((row): Ended => [row, { status: 'SKIPPED' }]),
      ...(await pay(inTime.filter(isOwed), { plan, outbox }, ports)),
    ];
  } catch (error) {
    const { error: code } = errorFields(error);
    return held.map((row) => [row, tryAgain(row, { because: 'before', code }, momentOf(ports))]);
  }
}

/** A plan with what it owes. */
interface Owing {
  plan: Plan;
  outbox: readonly OutboxRow[];
}

/** Sends what goes into one mail; what does not is given back, and goes by itself. */
async function pay([first, ...more]: MailRow[], owing: Owing, ports: MailerPorts): Promise<Ended[]> {
  if (!first) return [];
  const { plan } = owing;
  const until = heldUntil([first, ...more], plan, ports);
  if (until) {
    return [first, ...more].map((row) => [
      row,
      { status: 'PENDING', notBefore: until, owedFrom: until, untried: true },
    ]);
  }
  const paid = inOneMail(first, more, plan);
  const left = more.filter((row) => !paid.includes(row));
  return [
    ...(await send(paid, owing, ports)),
    ...left.map((row): Ended => [row, { status: 'PENDING', untried: true }]),
  ];
}

/** A mail late in the evening is better than none: what would be given up before morning is not held. */
function heldUntil([first, ...more]: [MailRow, ...MailRow[]], plan: Plan, { quietHours, now }: MailerPorts) {
  if (!quietHours || isAwaited(first)) return undefined;
  const until = quietUntil(now(), zoneOf(plan, first.to), quietHours);
  return until && [first, ...more].every((row) => mayBeHeldUntil(until, row)) ? until : undefined;
}

/** All of them end as their one mail does. */
async function send(
  rows: [MailRow, ...MailRow[]],
  { plan, outbox }: Owing,
  ports: MailerPorts,
): Promise<Ended[]> {
  // Most of the code is about what mails say, and much that is owed is held, overtaken or another's: read when one goes out.
  const { compose } = await import('./compose.ts');
  const mail = await compose(withoutRepeats(rows), plan, ports);
  if (!mail) return rows.map((row) => [row, { status: 'FAILED', error: 'NoRecipient' }]);
  const givenAnew = isGivenAnew(rows[0].to, plan, outbox);
  const result = await sendUnlessPaused({ ...mail, ...(givenAnew && { givenAnew }) }, ports);
  return rows.map((row) => [row, settlementOf(result, row, momentOf(ports))]);
}

const momentOf = ({ now, random }: MailerPorts): Moment => ({ now: now(), random });
