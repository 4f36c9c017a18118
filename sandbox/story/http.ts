/** A call the sandbox refused; the message is what it answered. */
export class Refused extends Error {}

/** Sends JSON and reads the JSON that comes back. */
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
  if (!reply.ok) throw new Refused(`${path} answered ${reply.status}:\n${pretty(text)}`);
  return JSON.parse(text) as T;
}

function pretty(text: string): string {
  try {
    const problem = JSON.parse(text) as {
      detail?: string;
      errors?: { field: string; message: string; rule: string }[];
    };
    const faults = (problem.errors ?? []).map(
      (fault) => `  ${fault.field}: ${fault.message} (${fault.rule})`,
    );
    return [problem.detail ?? text, ...faults].join('\n');
  } catch {
    return text;
  }
}
