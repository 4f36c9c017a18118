import { appendFileSync, createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Item = Record<string, unknown>;

/** What a write left of one item: nothing, when it was deleted. */
export interface Change {
  keys: Item;
  item?: Item;
}

/** Every change of every table with its moment on the virtual clock, so that any moment can be gone back to. */
export interface Journal {
  add(table: string, at: number, changes: readonly Change[]): void;
  /** The items a table held at a moment (epoch milliseconds), as DynamoDB writes them. */
  itemsAt(table: string, moment: number): Promise<Item[]>;
  /** Since when there is something to go back to. */
  since(): number;
  clear(since: number): void;
  close(): void;
}

interface Line extends Change {
  table: string;
  at: number;
}

/** Kept in a file: a long life writes more than anybody wants to hold in memory for the few times it is looked at. */
export const createJournal = (start: number): Journal => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-journal-'));
  const file = join(folder, 'changes.jsonl');
  let since = start;
  writeFileSync(file, '');
  return {
    add: (table, at, changes) => {
      if (changes.length === 0) return;
      appendFileSync(file, changes.map((change) => `${JSON.stringify({ table, at, ...change })}\n`).join(''));
    },
    itemsAt: async (table, moment) => {
      const items = new Map<string, Item>();
      for await (const text of createInterface({ input: createReadStream(file) })) {
        const line = JSON.parse(text) as Line;
        if (line.table !== table || line.at > moment) continue;
        const key = JSON.stringify(Object.entries(line.keys).sort(([a], [b]) => (a < b ? -1 : 1)));
        if (line.item) items.set(key, line.item);
        else items.delete(key);
      }
      return [...items.values()];
    },
    since: () => since,
    clear: (from) => {
      since = from;
      writeFileSync(file, '');
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
