import type { Sandbox } from '../sandbox-types.ts';

type Watched = Pick<Sandbox, 'poisoned'> & { iam: Pick<Sandbox['iam'], 'denied'> };

/**
 * What went wrong behind the pages, one line each: every call a role did not allow, and every record that was given
 * up. A story that met either is no proof that the app can be deployed, however its plan ended.
 */
export function troubleIn({ iam, poisoned }: Watched): string[] {
  const denied = iam
    .denied()
    .map(({ caller, action, resource }) => `AccessDenied: ${caller} may not ${action} on ${resource}`);
  const givenUp = poisoned().map(
    ({ at, source, function: name, records, error }) =>
      `Given up at ${at}: ${source}, ${records.length} records for ${name} (${error})`,
  );
  return [...counted(denied), ...givenUp];
}

/** A call that is refused is made again and again; one line says it. */
function counted(lines: string[]): string[] {
  const times = new Map<string, number>();
  for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1);
  return [...times].map(([line, count]) => (count === 1 ? line : `${line} (${count} times)`));
}
