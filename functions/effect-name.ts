/**
 * What an effect is called where people's ids must not be: in logs, and to operators. The key of a mail ends in the id of
 * whoever gets it, and in the question it is about: `000018-mail-five` is called `000018-mail`.
 */
export const effectName = (key: string): string => key.replace(/^(\d+-mail)-.*$/s, '$1');
