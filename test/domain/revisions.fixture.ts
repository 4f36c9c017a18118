import { ruleLibrary } from '../../adapters/packs.ts';
import type { Fact, Revision, RuleLibrary, RulePack } from '../../domain/index.ts';
import type { RequestId } from '../../domain/plan.ts';

/** The revision a command brought about. */
export function revisionOf(facts: Fact[]): Revision {
  for (const fact of facts) if ('revision' in fact) return fact.revision;
  throw new Error(`Nothing was revised: ${facts.map(({ type }) => type).join(', ') || 'no facts'}.`);
}

/** What is still to be asked, as `id opens due`. */
export const stillAsked = ({ schedule }: Pick<Revision, 'schedule'>): [RequestId, string, string][] =>
  schedule.map(({ id, opensAt, dueAt }) => [id, opensAt, dueAt]);

export const pointers = (refusal: { broken: { field: string; rule: string }[] }): string[] =>
  refusal.broken.map(({ field, rule }) => `${field} ${rule}`);

/** The rules as they are, but for what `change` does to every pack. */
export function withPack(change: (pack: RulePack) => RulePack): RuleLibrary {
  const rules = ruleLibrary();
  return {
    pack: (ref) => {
      const pack = rules.pack(ref);
      return pack && change(pack);
    },
    calendar: (id) => rules.calendar(id),
    list: () => rules.list().map(change),
  };
}
