import type { RulePack } from '../../domain/pack.ts';
import type { Decision } from '../../domain/plan.ts';
import type { Words } from '../words/en.ts';

/** Where a rule is written down, to be said after "under"; in general words when no text can be named. */
export function authority(rule: string | undefined, pack: RulePack | undefined, words: Words): string {
  const cited = pack?.rules.find(({ id }) => id === rule);
  return cited && cited.verification !== 'product_default' ? cited.citation : words.common.theRule;
}

/** What is said of an outcome that nobody decided; `undefined` of one that somebody did. */
export const byRule = ({ rule, by }: Decision, pack: RulePack, words: Words): string | undefined =>
  rule && !by ? words.common.byRule(authority(rule, pack, words)) : undefined;
