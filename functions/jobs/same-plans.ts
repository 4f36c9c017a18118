import type { PlanInFile } from '../../adapters/plan-files.ts';

/** Remembers whom a file has plans for, and from when: the same person twice from the same day is seldom meant. */
export class SamePlans {
  private readonly lines = new Map<string, number>();

  warningsFor({ draft, line }: PlanInFile): string[] {
    const key = personAndStart(draft);
    if (!key) return [];
    const before = this.lines.get(key);
    if (before === undefined) {
      this.lines.set(key, line);
      return [];
    }
    return [`The plan at line ${before} is for the same person, from the same day.`];
  }
}

/** Of a JSON file it may have any shape. */
function personAndStart(draft: unknown): string | undefined {
  const { participants, subject, startDate } = (draft ?? {}) as Record<string, unknown>;
  if (!Array.isArray(participants) || typeof startDate !== 'string') return undefined;
  const id = (subject as { participant?: unknown } | undefined)?.participant;
  const person = participants.find((one) => one?.id === id);
  return typeof person?.email === 'string' ? `${person.email.trim().toLowerCase()} ${startDate}` : undefined;
}
