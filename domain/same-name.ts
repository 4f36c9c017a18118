const bare = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** Whether two names are one, case and spaces aside. */
export const sameName = (a: string, b: string): boolean => bare(a) === bare(b);
