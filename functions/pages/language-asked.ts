import { LANGUAGES, type Language } from '../../domain/draft.ts';

/**
 * The best language of an `Accept-Language` header that there are words for (RFC 9110, 12.5.4): the highest weight, the
 * first of equals, `es-MX` as `es`. `undefined` when it asks for none of them.
 */
export function languageAsked(header = ''): Language | undefined {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { tag: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  const best = wishes
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ tag }) => LANGUAGES.filter((language) => language === tag));
  return best[0];
}
