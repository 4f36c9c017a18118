/** Groups of fewer are not shown: who is in them could be told. */
export const SMALLEST_GROUP = 5;

/**
 * The groups whose numbers stay out of a table that also shows its total: those that are too small and, where what is
 * left out could be worked out from the total, the smallest of the others as well, until at least two groups of at
 * least `SMALLEST_GROUP` together are missing.
 *
 * @param already names that are left out anyway
 */
export function hiddenGroups(
  groups: readonly { name: string; size: number }[],
  already: ReadonlySet<string> = new Set(),
): Set<string> {
  const isSmall = ({ name, size }: { name: string; size: number }): boolean =>
    already.has(name) || (size > 0 && size < SMALLEST_GROUP);
  const hidden = groups.filter(isSmall);
  // Names break ties, so that the same table is the same every time.
  const others = groups
    .filter((group) => !isSmall(group) && group.size > 0)
    .sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
  const isOpen = (): boolean => {
    const people = hidden.reduce((sum, { size }) => sum + size, 0);
    return people > 0 && (hidden.length < 2 || people < SMALLEST_GROUP);
  };
  while (isOpen()) {
    const next = others.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map(({ name }) => name));
}

/** Whether the total may stand below what is shown: neither it nor what it leaves for the hidden groups is too small. */
export function mayShowTotal(
  groups: readonly { name: string; size: number }[],
  hidden: ReadonlySet<string>,
): boolean {
  const sum = (of: typeof groups): number => of.reduce((people, { size }) => people + size, 0);
  const missing = groups.filter(({ name }) => hidden.has(name));
  return sum(groups) >= SMALLEST_GROUP && (missing.length === 0 || sum(missing) >= SMALLEST_GROUP);
}
