import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRecord } from '../../adapters/check-record.ts';
import { readRecord } from '../../adapters/record-file.ts';
import { sealRecord } from '../../adapters/record-packet.ts';
import { PlanErased } from '../../adapters/store-errors.ts';
import { PlanNotFound } from '../../domain/errors.ts';
import { fold } from '../../domain/evolve.ts';
import type { PlanId } from '../../domain/plan.ts';
import { pinnedRules } from '../../domain/rules.ts';
import { EXIT } from '../common/exit.ts';
import type { Office } from './office.ts';
import { planIds } from './plans.ts';

export interface Exported {
  planId: PlanId;
  file: string;
  events: number;
  head: string;
}

/** Writes the sealed record of one plan, reads it back from the disk and checks it. @throws Refusal, Error when it is not sound */
async function exportOne({ store, library, now }: Office, planId: PlanId, folder: string): Promise<Exported> {
  const [events, outbox, at] = await Promise.all([store.events(planId), store.outbox(planId), now()]);
  const { pack } = pinnedRules(fold(events), library);
  const file = join(folder, `${planId}-record.json`);
  // Only whoever exports reads it: the record names people and holds their words.
  writeFileSync(file, JSON.stringify(sealRecord(planId, events, pack, at, outbox), null, 2), { mode: 0o600 });
  const verdict = checkRecord(readRecord(readFileSync(file)));
  if (!verdict.unbroken) throw new Error(`${file} is not sound: ${verdict.why}.`);
  return { planId, file, events: verdict.events, head: verdict.head };
}

export interface ExportSummary {
  exported: Exported[];
  /** Plans whose record could not be exported, and why. */
  left: { planId: PlanId; why: string }[];
}

/** Exports these plans, or all; goes on after one that cannot be. A plan that is gone meanwhile is left out. */
export async function exportPlans(
  office: Office,
  wanted: readonly PlanId[] | 'all',
  folder: string,
): Promise<ExportSummary> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ids = wanted === 'all' ? await planIds(office) : wanted;
  const exported: Exported[] = [];
  const left: ExportSummary['left'] = [];
  for (const planId of ids) {
    try {
      exported.push(await exportOne(office, planId, folder));
    } catch (error) {
      const isGone = error instanceof PlanErased || error instanceof PlanNotFound;
      if (wanted !== 'all') throw error;
      if (!isGone) left.push({ planId, why: (error as Error).message });
    }
    const done = exported.length + left.length;
    if (done % 100 === 0) office.print.complain(`${done} of ${ids.length} exported ...`);
  }
  const heads = exported.map(({ planId, events, head }) => ({ planId, events, head }));
  writeFileSync(join(folder, 'heads.json'), JSON.stringify(heads, null, 2), { mode: 0o600 });
  return { exported, left };
}

/** How many records a folder holds now. */
export const verifiedIn = (folder: string, records: number): string =>
  records === 1
    ? `One record is in ${folder}, read back and verified.`
    : `${records} records are in ${folder}, each read back and verified.`;

export async function exporting(
  office: Office,
  wanted: readonly PlanId[] | 'all',
  folder: string,
): Promise<number> {
  const { print } = office;
  const { exported, left } = await exportPlans(office, wanted, folder);
  print.say(verifiedIn(folder, exported.length));
  print.say(
    'heads.json lists the hash each ends with: keep it elsewhere, and nobody can take an end off unseen.',
  );
  for (const { planId, why } of left) print.say(`NOT EXPORTED ${planId}: ${why}`);
  if (exported[0]) print.say(`Check one again at any time: npm run verify -- ${exported[0].file}`);
  return left.length > 0 ? EXIT.found : EXIT.fine;
}
