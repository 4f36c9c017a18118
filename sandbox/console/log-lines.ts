/** A line of a function's log, with the parts that are read from it when it is JSON. */
export interface LogLine {
  /** Epoch milliseconds. */
  at: number;
  function: string;
  line: string;
}

export interface ReadLine extends LogLine {
  /** `DEBUG`, `INFO`, `WARN`, `ERROR`; empty of a line that does not say. */
  level: string;
  message: string;
  /** Everything else in it, as JSON; empty when there is nothing. */
  more: string;
}

export const LEVELS: readonly string[] = ['DEBUG', 'INFO', 'WARN', 'ERROR'];

/** Said by the sandbox and Powertools of every line alike. */
const USUAL = ['level', 'message', 'timestamp', 'service', 'sampling_rate', 'xray_trace_id'];

export const readLine = (log: LogLine): ReadLine => {
  try {
    const said = JSON.parse(log.line) as Record<string, unknown>;
    const more = Object.fromEntries(Object.entries(said).filter(([name]) => !USUAL.includes(name)));
    return {
      ...log,
      level: String(said.level ?? '').toUpperCase(),
      message: String(said.message ?? ''),
      more: Object.keys(more).length > 0 ? JSON.stringify(more, null, 2) : '',
    };
  } catch {
    return { ...log, level: /\berror\b/i.test(log.line) ? 'ERROR' : '', message: log.line, more: '' };
  }
};

export interface LogQuery {
  function: string;
  /** This level and those above it. */
  level: string;
  q: string;
}

/** The lines that are asked for, newest first. */
export const linesFor = (logs: readonly LogLine[], { function: name, level, q }: LogQuery): ReadLine[] => {
  const least = LEVELS.indexOf(level);
  return logs
    .filter((log) => (!name || log.function === name) && log.line.toLowerCase().includes(q.toLowerCase()))
    .map(readLine)
    .filter((line) => least < 0 || LEVELS.indexOf(line.level) >= least)
    .toReversed();
};
