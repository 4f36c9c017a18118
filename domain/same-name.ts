/** The letters and digits of a name, without accents: people write the same name in more ways than one. */
const bare = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .toLowerCase();

/** Whether two names are one: case, accents, punctuation and spaces aside. */
export function sameName(a: string, b: string): boolean {
  const name = bare(a);
  // Where nothing is left to compare, the signs themselves are the name.
  return name === '' ? a.trim() === b.trim() : name === bare(b);
}
