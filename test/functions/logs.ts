import { afterEach, beforeEach, vi } from 'vitest';

/** Everything printed during each test of the file, as text. */
export function capturedLogs(): () => string {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((chunk) => {
        lines.push(String(chunk));
        return true;
      });
    }
    for (const level of ['log', 'debug', 'info', 'warn', 'error'] as const) {
      vi.spyOn(console, level).mockImplementation(
        (...args: unknown[]) => void lines.push(args.map(String).join(' ')),
      );
    }
  });
  afterEach(() => void vi.restoreAllMocks());
  return () => lines.join('\n');
}
