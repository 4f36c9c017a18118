import type { AddressObject } from 'mailparser';

/** Lower-case name to value as sent, unfolded; a repeated header keeps all its values, joined with a comma. */
export const headersOf = (lines: readonly { key: string; line: string }[]): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  return headers;
};

/** The bare addresses in address headers, groups opened. */
export const addressesOf = (headers: readonly (AddressObject | AddressObject[] | undefined)[]): string[] =>
  headers
    .flat()
    .flatMap((header) => header?.value ?? [])
    .flatMap((one) => one.group ?? [one])
    .flatMap(({ address }) => address ?? []);
