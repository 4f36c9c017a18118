import { Logger } from '@aws-lambda-powertools/logger';

let shared: Logger | undefined;

/**
 * The one logger of a function. Lines carry ids, codes and counts only: never a name, an address, an answer, a link,
 * a token or an event body.
 */
export const logger = (): Logger => {
  shared ??= new Logger();
  return shared;
};

/** What a log line may say of an error. Its message and stack stay out: they can quote what people wrote. */
export function errorFields(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  return { error: error.name, ...(typeof code === 'string' && CODE.test(code) && { code }) };
}

const CODE = /^\w{1,60}$/;
