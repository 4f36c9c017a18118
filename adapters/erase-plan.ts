import type { Context } from '../domain/commands.ts';
import { fold } from '../domain/evolve.ts';
import type { Instant, PlanId } from '../domain/ids.ts';
import type { Plan } from '../domain/plan.ts';
import { pinnedRules } from '../domain/rules.ts';
import { summarise } from '../domain/summarise.ts';
import { certificateOf } from './certificate.ts';
import { keptUntilOf } from './kept-until.ts';
import { allRowsOf, CERTIFICATE, certificateKey, erasingDue, planDue, planKey } from './keys.ts';
import { refOf } from './resolve-pack.ts';
import type { Row, Rows } from './rows.ts';
import type { Certificate, PlanStore, RecordedEvent } from './store.ts';

/** DynamoDB's own limits for one transaction: rows, and bytes (a little below), deleted rows included. */
const MOST_ROWS = 100;
const MOST_BYTES = 3_500_000;

/**
 * Deletes a plan. First, in one transaction, the plan row gives way to a certificate: from then on
 * the plan is gone for every reader, and the certificate stands in the index until all other rows are gone too.
 */
export async function erase(
  rows: Rows,
  eventsOf: (planId: PlanId) => Promise<RecordedEvent[]>,
  planId: PlanId,
  context: Parameters<PlanStore['erase']>[1],
): ReturnType<PlanStore['erase']> {
  const certificate =
    (await certificateOf(rows, planId)) ?? (await begin(rows, await eventsOf(planId), context));
  if (certificate) await finish(rows, planId);
  return certificate;
}

async function begin(
  rows: Rows,
  events: RecordedEvent[],
  { now, library }: Pick<Context, 'now' | 'library'>,
): Promise<Certificate | undefined> {
  const plan = fold(events);
  const keptUntil = keptUntilOf(plan, library);
  if (!keptUntil || keptUntil > now) {
    await findLater(rows, plan, keptUntil);
    return undefined;
  }
  const certificate: Certificate = {
    planId: plan.id,
    erasedAt: now,
    keptUntil,
    ...ruleOf(plan, library),
    events: events.length,
    head: events.at(-1)?.hash ?? '',
  };
  const certified = { ...certificateKey(plan.id), ...certificate, ...erasingDue(plan.id, now) };
  // A hold or a note recorded in the meantime is another version, and the plan is kept.
  const isBegun = await rows.transact([
    { remove: planKey(plan.id), when: { version: [plan.version] } },
    { row: certified, when: 'absent' },
  ]);
  return isBegun ? certificate : undefined;
}

/** The rules may have come to keep it longer since its row was written; it is not looked at again before that. */
async function findLater(rows: Rows, plan: Plan, keptUntil: Instant | null): Promise<void> {
  const set = planDue(plan.status, plan.id, summarise(plan).nextDueAt ?? keptUntil);
  await rows.update(planKey(plan.id), { set }, { version: [plan.version] });
}

function ruleOf(plan: Plan, library: Context['library']): Pick<Certificate, 'rule' | 'citation' | 'pack'> {
  const { pack } = pinnedRules(plan, library);
  const { rule } = pack.retention;
  const citation = pack.rules.find(({ id }) => id === rule)?.citation ?? rule;
  return { rule, citation, pack: refOf(pack) };
}

async function finish(rows: Rows, planId: PlanId): Promise<void> {
  const left = (await rows.query(allRowsOf(planId))).filter(({ sk }) => sk !== CERTIFICATE).sort(linksFirst);
  for (const chunk of chunksOf(left)) {
    // Somebody is writing to one of them right now; what is left is deleted in the next round.
    if (!(await rows.transact(chunk.map((row) => ({ remove: row, when: {} }))))) return;
  }
  await rows.update(certificateKey(planId), { remove: ['duePk', 'dueSk'] }, { planId: [planId] });
}

function chunksOf(all: Row[]): Row[][] {
  const chunks: Row[][] = [];
  let bytes = 0;
  for (const row of all) {
    const more = Buffer.byteLength(JSON.stringify(row));
    const chunk = chunks.at(-1);
    if (chunk && chunk.length < MOST_ROWS && bytes + more <= MOST_BYTES) {
      chunk.push(row);
      bytes += more;
    } else {
      chunks.push([row]);
      bytes = more;
    }
  }
  return chunks;
}

/** What opens a page goes before what would be shown on it. */
const linksFirst = (a: Row, b: Row): number => rank(a) - rank(b);
const rank = ({ sk }: Row): number => (sk.startsWith('LINK#') ? 0 : 1);
