import type { Words } from '../../views/words/en.ts';

/** Letters that look like English ones and are not, so that a word no language file holds stands out. */
const ACCENTED = new Map(
  Object.entries({
    ...{ a: 'á', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ļ' },
    ...{ m: 'ɱ', n: 'ñ', o: 'ó', p: 'þ', q: 'ǫ', r: 'ŕ', s: 'š', t: 'ţ', u: 'ú', v: 'ṽ', w: 'ŵ', x: 'ẋ' },
    ...{ y: 'ý', z: 'ž', A: 'Á', B: 'ß', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ', H: 'Ĥ', I: 'Í', J: 'Ĵ' },
    ...{ K: 'Ķ', L: 'Ļ', M: 'Ṁ', N: 'Ñ', O: 'Ó', P: 'Þ', Q: 'Ǫ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Ú', V: 'Ṽ' },
    ...{ W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž' },
  }),
);

/** Around what was handed to a function of words: names, days and numbers come out as they went in. */
const [BEGINS, ENDS] = ['\uE000', '\uE001'];

const accented = (text: string): string =>
  text.replaceAll(/[A-Za-z]/g, (letter) => ACCENTED.get(letter) ?? letter);

/** Translations are longer than English, and pages must hold: about two fifths more. */
const longer = (text: string): string =>
  '~'.repeat(Math.ceil(text.replaceAll(/\uE000[^\uE000\uE001]*\uE001/g, '').length * 0.4));

/** A text as the pseudo language says it: accented, longer, in brackets; what was handed in stays as it is. */
function said(text: string): string {
  if (text.trim() === '') return text;
  const parts = text.split(/(\uE000[^\uE000\uE001]*\uE001)/);
  const inside = parts.map((part) => (part.startsWith(BEGINS) ? part.slice(1, -1) : accented(part))).join('');
  return `⟦${inside}${longer(text)}⟧`.replaceAll(/[\uE000\uE001]/g, '');
}

const marked = (argument: unknown): unknown =>
  typeof argument === 'string' ? `${BEGINS}${argument}${ENDS}` : argument;

function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return said(value);
  if (typeof value === 'function') {
    const say = (...args: unknown[]): unknown =>
      pseudo((value as (...args: unknown[]) => unknown)(...args.map(marked)));
    return Object.defineProperty(say, 'length', { value: value.length });
  }
  if (Array.isArray(value)) return value.map(pseudo);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, pseudo(entry)]));
}

/**
 * A language nobody speaks, made of the words there are: what a page says outside ⟦ and ⟧ comes from a plan or a
 * configuration, or else it was written into a page. `rtl` is written from right to left.
 */
export const pseudoWords = (words: Words, dir: 'ltr' | 'rtl' = 'ltr'): Words => {
  const { lang: _lang, dir: _dir, locale, ...rest } = words;
  return { ...(pseudo(rest) as Omit<Words, 'lang' | 'dir' | 'locale'>), lang: 'en-x-pseudo', dir, locale };
};
