import { isDeepStrictEqual } from 'node:util';
import { ruleLibrary } from '../../../adapters/packs.ts';
import { WITNESSES } from './witnesses.ts';
import { settings, withSetting } from './world.ts';

export interface Row {
  /** `id@version` */
  pack: string;
  rule: string;
  /** JSON pointer into the pack. */
  setting: string;
  /** Whether anything people see changes once the setting is taken away; `undefined` when nothing looks at it. */
  kept: boolean | undefined;
}

/** Every setting of every pack with the rule it comes from, and whether a plan is another one without it. */
export function rows(only?: string): Row[] {
  return ruleLibrary()
    .list()
    .filter(({ id }) => only === undefined || id === only)
    .flatMap((pack) => {
      const seen = new Map<unknown, unknown>();
      return settings(pack).map(({ pointer, path, setting }) => {
        const witness = WITNESSES[path];
        const row = { pack: `${pack.id}@${pack.version}`, rule: setting.rule, setting: pointer };
        if (!witness) return { ...row, kept: undefined };
        // Several settings are seen in the same thing: it is looked at once as the pack is.
        if (!seen.has(witness.seen)) seen.set(witness.seen, witness.seen(pack));
        const otherwise = withSetting(pack, pointer, witness.otherwise(setting.is as never, pack));
        return { ...row, kept: !isDeepStrictEqual(seen.get(witness.seen), witness.seen(otherwise)) };
      });
    });
}
