import type { Language } from './draft.ts';
import type { Competency, Outcome, RulePack } from './pack.ts';

/** The texts of a pack that people who follow a plan read, in one language; codes and citations stay as they are. */
export interface PackTexts {
  /** Titles by the outcome's code. */
  outcomes?: Record<string, string>;
  competencies?: Record<string, Partial<Pick<Competency, 'title' | 'description'>>>;
  /** What signing means. */
  meaning?: string;
  consequence?: string;
  /** Of the rules that are shown, what they say, by their id. */
  rules?: Record<string, string>;
}

/** Texts by where they stand, such as `outcomes/met` or `competencies/closing/title`. */
export type FlatTexts = Map<string, string>;

/** Every text of the pack that needs words in each language, in the language the pack itself is written in. */
export function textsOfPack({ decision, content, acknowledgement, shown, rules }: RulePack): FlatTexts {
  const isShown = new Set(shown.map(({ rule }) => rule));
  return new Map([
    ...decision.outcomes.is.map(({ code, title }) => [`outcomes/${code}`, title] as const),
    ...content.competencies.is.flatMap(({ code, title, description }) => [
      [`competencies/${code}/title`, title] as const,
      [`competencies/${code}/description`, description] as const,
    ]),
    ['meaning', acknowledgement.meaning.is],
    ['consequence', decision.consequence.is],
    ...rules.filter(({ id }) => isShown.has(id)).map(({ id, says }) => [`rules/${id}`, says] as const),
  ]);
}

/** The same of texts as a file gives them. */
export function flat(texts: PackTexts | undefined): FlatTexts {
  const walk = (value: unknown, path: string): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value ?? {}).flatMap(([key, entry]) => walk(entry, path ? `${path}/${key}` : key));
  return new Map(walk(texts, ''));
}

/** What a base says of texts that the pack which extends it has not put into other words. */
export function inheritedTexts(texts: PackTexts, base: RulePack, pack: RulePack): PackTexts {
  const [were, are] = [textsOfPack(base), textsOfPack(pack)];
  const kept: Record<string, unknown> = {};
  for (const [path, text] of flat(texts)) {
    if (are.get(path) !== undefined && are.get(path) === were.get(path)) put(kept, path.split('/'), text);
  }
  return kept;
}

function put(into: Record<string, unknown>, [first = '', ...below]: string[], text: string): void {
  if (below.length === 0) {
    into[first] = text;
    return;
  }
  into[first] ??= {};
  put(into[first] as Record<string, unknown>, below, text);
}

/** Which texts of the pack have no words in a language: there the pack's own are read. */
export function untranslated(pack: RulePack, language: Language): string[] {
  if (language === 'en') return [];
  const has = flat(pack.translations?.[language]);
  return [...textsOfPack(pack).keys()].filter((key) => !has.has(key));
}

const read = new WeakMap<RulePack, Map<Language, RulePack>>();

/** The pack as people who read `language` see it: other texts, the same rules. What has no translation stays as it is. */
export function packIn(pack: RulePack, language: Language): RulePack {
  const texts = pack.translations?.[language];
  if (!texts) return pack;
  const known = read.get(pack) ?? new Map<Language, RulePack>();
  read.set(pack, known);
  const translated = known.get(language) ?? withTexts(pack, texts);
  known.set(language, translated);
  return translated;
}

function withTexts(pack: RulePack, texts: PackTexts): RulePack {
  const { outcomes = {}, competencies = {}, meaning, consequence, rules = {} } = texts;
  const { decision, content, acknowledgement } = pack;
  const outcome = (one: Outcome): Outcome => ({ ...one, title: outcomes[one.code] ?? one.title });
  const competency = (one: Competency): Competency => ({ ...one, ...competencies[one.code] });
  return {
    ...pack,
    rules: pack.rules.map((rule) => ({ ...rule, says: rules[rule.id] ?? rule.says })),
    content: {
      ...content,
      competencies: { ...content.competencies, is: content.competencies.is.map(competency) },
    },
    acknowledgement: {
      ...acknowledgement,
      meaning: { ...acknowledgement.meaning, is: meaning ?? acknowledgement.meaning.is },
    },
    decision: {
      ...decision,
      outcomes: { ...decision.outcomes, is: decision.outcomes.is.map(outcome) },
      consequence: { ...decision.consequence, is: consequence ?? decision.consequence.is },
    },
  };
}
