import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { createPlanStore } from '../../adapters/plan-store.ts';
import { type OpenEngine, type OpenTable, openEngine, TABLES } from '../support/store.ts';
import { commitContract } from './contract/commits.ts';
import { erasureContract } from './contract/erasure.ts';
import { filterContract } from './contract/filters.ts';
import { listContract } from './contract/lists.ts';
import { outboxContract } from './contract/outbox.ts';
import { raceContract } from './contract/races.ts';
import { recordContract } from './contract/record.ts';
import { rowsContract } from './contract/rows.ts';
import { savedContract } from './contract/saved.ts';
import { waitContract } from './contract/waits.ts';

describe.each(TABLES)('the store on %s', (kind) => {
  let engine: OpenEngine | undefined;
  let table: OpenTable;

  beforeAll(async () => {
    engine = await openEngine(kind);
  }, 60_000);
  afterAll(() => engine?.close());
  beforeEach(async ({ skip }) => {
    if (!engine) return skip('this machine cannot run it');
    table = await engine.table();
  });

  const subject = () => ({ table, store: createPlanStore(table.rows) });
  describe('a table', () => rowsContract(subject));
  describe('a commit', () => commitContract(subject));
  describe('two at once', () => raceContract(subject));
  describe('finding plans', () => listContract(subject));
  describe('filters', () => filterContract(subject));
  // How much one transaction may hold is for AWS's own engine to say; the rest is made of the calls above.
  if (kind !== 'dynoxide') describe('the end of a record', () => erasureContract(subject));
  if (kind === 'local') return;
  describe('the record', () => recordContract(subject));
  describe('what is owed', () => outboxContract(subject));
  describe('an unfinished answer', () => savedContract(subject));
  describe('a wait', () => waitContract(subject));
});
