import type { Meter } from './types.ts';

export interface ResettableMeter extends Meter {
  reset(): void;
}

/**
 * Counts what the cloud would bill for, since the sandbox started or was reset. Names in use: `transitions`,
 * `invocations.<function>`, `table.readUnits`, `table.writeUnits`, `mails`, `log.bytes`, `calls.<service>`.
 */
export const createMeter = (): ResettableMeter => {
  const counts = new Map<string, number>();
  return {
    count: (name, by = 1) => void counts.set(name, (counts.get(name) ?? 0) + by),
    read: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    reset: () => counts.clear(),
  };
};
