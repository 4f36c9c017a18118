interface Problem {
  detail?: string;
  wayOut?: string;
  code?: string;
  errors?: Fault[];
}

interface Fault {
  field: string;
  message: string;
  rule: string;
}

/** A call the sandbox refused; the message is what it answered. */
export class Refused extends Error {
  constructor(
    message: string,
    /** The problem's own code, and the rule of every fault in it. */
    readonly codes: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Sends JSON and reads the JSON that comes back. @throws Refused */
export async function post<T>(base: string, path: string, body: unknown): Promise<T> {
  const reply = await fetch(new URL(path, base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return read<T>(reply, path);
}

export async function get<T>(base: string, path: string): Promise<T> {
  return read<T>(await fetch(new URL(path, base)), path);
}

async function read<T>(reply: Response, path: string): Promise<T> {
  const text = await reply.text();
  if (reply.ok) return JSON.parse(text) as T;
  const { words, codes } = problemIn(text);
  throw new Refused(`${path} answered ${reply.status}:\n${words}`, codes);
}

function problemIn(text: string): { words: string; codes: string[] } {
  try {
    const problem = JSON.parse(text) as Problem;
    const errors = problem.errors ?? [];
    const faults = errors.map(({ field, message, rule }) => `  ${field}: ${message} (${rule})`);
    return {
      words: [[problem.detail ?? text, problem.wayOut ?? ''].join(' ').trim(), ...faults].join('\n'),
      codes: [...(problem.code ? [problem.code] : []), ...errors.map(({ rule }) => rule)],
    };
  } catch {
    return { words: text, codes: [] };
  }
}
