import { type EngineKind, startEngine } from '../../sandbox/dynamodb/engine.ts';

/** A fresh, empty engine for one test file. `local` is AWS's own DynamoDB Local (needs Java). */
export const startDynamo = (kind: EngineKind): Promise<{ endpoint: string; close(): Promise<void> }> =>
  startEngine(kind);

/** Both engines the record must behave the same on. */
export const ENGINES: EngineKind[] = ['dynoxide', 'local'];
