import type { CitedRule, RulePack, Setting } from '../domain/pack.ts';
import { inheritedTexts } from '../domain/pack-texts.ts';
import { isObject, isSetting, settingsOf } from './pack-settings.ts';

/** What a pack file says; with `extends`, only what differs from the pack it names. */
export type PackFile = Own & { $schema?: string; extends?: string; rules?: CitedRule[] } & Differences<
    Omit<RulePack, keyof Own | 'rules'>
  >;
type Own = Pick<RulePack, 'id' | 'version' | 'title' | 'calendar' | 'effective' | 'translations'>;
type Differences<T> = {
  [K in keyof T]?: T[K] extends Setting<unknown> | unknown[] ? T[K] : Differences<T[K]>;
};

/** The pack that a file extends cannot be had. Deployments meet it, never people who follow a plan. */
export class BadBase extends Error {
  readonly code: 'unknown_base_pack' | 'circular_packs';
  readonly allowed: string;
  constructor(code: BadBase['code'], message: string, allowed: string) {
    super(message);
    this.code = code;
    this.allowed = allowed;
  }
  override get name(): string {
    return 'BadBase';
  }
}

/** `us-dc-6b1410@2024-12`: how a plan names the very version of a pack. */
export const refOf = (pack: Pick<RulePack, 'id' | 'version'>): string => `${pack.id}@${pack.version}`;

/**
 * The whole pack a file stands for. Settings are replaced whole, rules are merged by their id, `shown` is replaced;
 * of the base's rules those stay that some setting still comes from, and of its texts in other languages those whose
 * words stay the same. Whether the file is sound is not asked here.
 * @throws BadBase
 */
export function resolvePack(file: PackFile, files: readonly PackFile[]): RulePack {
  return resolveAmong(file, new Map(files.map((each) => [refOf(each), each])));
}

/** Pack files by id and version, of which none need be read before it is asked for. */
export interface PackFiles {
  get(ref: string): PackFile | undefined;
  keys(): Iterable<string>;
}

/** The same among files that are read when they are asked for. @throws BadBase */
export const resolveAmong = (file: PackFile, files: PackFiles): RulePack => resolve(file, files, []);

function resolve(file: PackFile, files: PackFiles, above: string[]): RulePack {
  const { extends: ref, $schema: _, ...own } = file;
  if (ref === undefined) return own as RulePack;
  const chain = [...above, refOf(file)];
  if (chain.includes(ref)) {
    const circle = [...chain, ref].join(' extends ');
    throw new BadBase(
      'circular_packs',
      `packs extend each other in a circle: ${circle}`,
      allowed(files, chain),
    );
  }
  const base = files.get(ref);
  if (!base) throw new BadBase('unknown_base_pack', `there is no pack "${ref}"`, allowed(files, chain));

  const whole = resolve(base, files, chain);
  const { rules, translations: _texts, ...values } = whole;
  const { rules: ownRules = [], translations, ...differences } = own;
  const merged = merge(values, differences);
  const used = new Set(settingsOf(merged).map(({ setting }) => setting.rule));
  const said = new Set(ownRules.map((rule) => rule.id));
  const kept = rules.filter((rule) => used.has(rule.id) && !said.has(rule.id));
  const pack = { ...merged, rules: [...ownRules, ...kept] } as RulePack;
  return { ...pack, ...inLanguages(translations, whole, pack) };
}

/** The base's texts in other languages, but for those the pack says in other words; the pack's own go before them. */
function inLanguages(
  own: RulePack['translations'] = {},
  base: RulePack,
  pack: RulePack,
): Pick<RulePack, 'translations'> {
  const below = Object.entries(base.translations ?? {}).map(([language, texts]) => [
    language,
    inheritedTexts(texts, base, pack),
  ]);
  const translations = merge(Object.fromEntries(below), own as Record<string, unknown>);
  return Object.keys(translations).length > 0 ? { translations } : {};
}

function merge(base: Record<string, unknown>, own: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(own).map(([key, value]) => {
    const below = base[key];
    return [key, isGroup(value) && isGroup(below) ? merge(below, value) : value];
  });
  return { ...base, ...Object.fromEntries(entries) };
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && !Array.isArray(value) && !isSetting(value);

const allowed = (files: PackFiles, not: string[]): string =>
  `one of ${[...files.keys()].filter((ref) => !not.includes(ref)).join(', ')}`;
