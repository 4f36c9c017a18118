import { performance } from 'node:perf_hooks';

/** Microseconds of one call of `run`: the median of five rounds, each at least a tenth of a second, after a warm-up. */
export function microseconds(run: () => unknown): number {
  const started = performance.now();
  let warm = 0;
  while (performance.now() - started < 100) {
    run();
    warm++;
  }
  const rounds = Array.from({ length: 5 }, () => {
    const from = performance.now();
    for (let time = 0; time < warm; time++) run();
    return ((performance.now() - from) / warm) * 1_000;
  });
  return rounds.toSorted((a, b) => a - b)[2] ?? Number.NaN;
}

/** Rows as lines of equally wide columns, the first flush left and the others flush right. */
export function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row.map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      ),
    )
    .map((cells) => `  ${cells.join('  ')}`)
    .join('\n');
}
