/**
 * Refusals of this very message, which will be refused again. Every other refusal says something about the account or the
 * moment, and an operator or time mends it; `MessageRejected` too: SES answers it for an identity that is not verified.
 */
const OF_THIS_MESSAGE = new Set(['InvalidParameterValue', 'ValidationError']);

/** The connection never came about, so nothing can have been sent. */
const NEVER_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What a failed call to SES means for its message. Whatever is not a definite refusal is unknown. */
export function outcomeOf(
  error: unknown,
): { outcome: 'refused'; retryable: boolean; code: string } | { outcome: 'unknown'; code: string } {
  const { name = 'Error', code, $metadata } = error as ErrorOfTheSdk;
  if (typeof code === 'string' && NEVER_REACHED.has(code))
    return { outcome: 'refused', retryable: true, code };
  const status = $metadata?.httpStatusCode;
  const definite = status !== undefined ? status >= 400 && status < 500 : name === 'CredentialsProviderError';
  return definite
    ? { outcome: 'refused', retryable: !OF_THIS_MESSAGE.has(name), code: name }
    : { outcome: 'unknown', code: name };
}

interface ErrorOfTheSdk {
  name?: string;
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
}
