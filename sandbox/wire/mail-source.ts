import addressparser from 'nodemailer/lib/addressparser';
import { headersOf } from '../inbox/mail-headers.ts';

/** The headers of a message source, lower-case names, unfolded. */
export const headersOfSource = (raw: Buffer): Record<string, string> => {
  const source = raw.toString('latin1');
  const end = source.search(/\r?\n\r?\n/);
  const lines = (end < 0 ? source : source.slice(0, end)).split(/\r?\n(?![ \t])/);
  return headersOf(
    lines
      .filter((line) => line.includes(':'))
      .map((line) => ({ key: line.slice(0, line.indexOf(':')).trim().toLowerCase(), line })),
  );
};

/** The bare addresses in an address header (a word that is no address stays as it is) such as `"Ann" <ann@example.org>, bob@example.org`. */
export const addressesIn = (header: string | undefined): string[] =>
  header
    ? addressparser(header, { flatten: true }).flatMap(({ address, name }) => address || name || [])
    : [];

/** The recipients a message source names. */
export const recipientsIn = (headers: Record<string, string>): string[] =>
  [headers.to, headers.cc, headers.bcc].flatMap(addressesIn);
