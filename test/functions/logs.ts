import { afterEach, beforeEach, vi } from 'vitest';
import { logger } from '../../functions/logging.ts';

/** Everything printed during each test of the file, as text. */
export function capturedLogs(): () => string {
  const lines: string[] = [];
  let level: ReturnType<ReturnType<typeof logger>['getLevelName']>;
  beforeEach(() => {
    lines.length = 0;
    // The logger is one for all files of a worker, and another file may have silenced it.
    level = logger().getLevelName();
    logger().setLogLevel('INFO');
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
  afterEach(() => {
    logger().setLogLevel(level);
    vi.restoreAllMocks();
  });
  return () => lines.join('\n');
}
