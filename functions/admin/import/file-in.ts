import { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { WebRequest } from '../../http.ts';
import { Problem } from '../../problems.ts';

/** What one upload of a whole file may weigh: a function is given no more at once. */
export const MOST_FILE_BYTES = 4_000_000;

export interface SentFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/**
 * The file of a form that was sent whole; `undefined` when none was chosen.
 *
 * @throws Problem 413, or 400 for what is no such form
 */
export async function fileIn({ headers, body, bodyBytes }: WebRequest): Promise<SentFile | undefined> {
  const type = headers['content-type'] ?? '';
  if (bodyBytes > MOST_FILE_BYTES) {
    throw new Problem(
      413,
      'too_large',
      `The file has more than ${MOST_FILE_BYTES / 1_000_000} MB.`,
      'Allow scripts on this page, use the API, or part the file.',
    );
  }
  if (!type.startsWith('multipart/form-data')) throw NO_FORM();
  return new Promise((resolve, reject) => {
    let found: SentFile | undefined;
    const reader = new Busboy({
      headers: { ...headers, 'content-type': type },
      limits: { files: 1, fields: 10, fieldSize: 1_000 },
    });
    reader.on('file', (_field, stream, name, _encoding, mime) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (name && bytes.length > 0) found = { name, type: mime, bytes };
      });
    });
    reader.on('finish', () => resolve(found));
    reader.on('error', () => reject(NO_FORM()));
    Readable.from([body]).pipe(reader);
  });
}

const NO_FORM = (): Problem =>
  new Problem(
    400,
    'malformed_form',
    'The form cannot be read.',
    'Open the page again and choose the file anew.',
  );
