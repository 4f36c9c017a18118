import type * as z from 'zod/mini';
import { type ApiRequest, MAX_JSON_BYTES } from '../http.ts';
import { Problem } from '../problems.ts';
import { whereJsonBreaks } from './json-position.ts';
import { shapeErrors } from './shape-errors.ts';

/** The JSON a request carries. @throws Problem 415, 413 or 400 (with the place where the text stops being JSON) */
export function readJson({ headers, text, bodyBytes }: ApiRequest): unknown {
  if (!/^application\/([a-z0-9.+-]+\+)?json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    throw new Problem(
      415,
      'unsupported_media_type',
      'The body is not declared as JSON.',
      'Send it with the header Content-Type: application/json.',
    );
  }
  if (bodyBytes > MAX_JSON_BYTES) {
    throw new Problem(
      413,
      'too_large',
      `The body has ${bodyBytes} bytes; at most ${MAX_JSON_BYTES} are read.`,
      'Shorten the texts.',
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, position } = whereJsonBreaks(text);
    throw new Problem(
      400,
      'malformed_json',
      `The body is not JSON: it breaks at line ${line}, column ${column}.`,
      'Correct the text at that place and send it again.',
      { position, line, column },
    );
  }
}

/** `value` in the shape, or every way in which it is not. @throws Problem 422 */
export function inShape<T>(shape: z.ZodMiniType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw brokenShape(shapeErrors(parsed.error.issues, value));
}

export const brokenShape = (errors: ReturnType<typeof shapeErrors>): Problem =>
  new Problem(
    422,
    'rules_broken',
    `${errors.length} rule${errors.length === 1 ? ' is' : 's are'} not met.`,
    'Correct each listed field and send it again.',
    { errors },
  );
