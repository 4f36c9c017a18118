/** Refusals that say something about us or the moment, not about this message. */
const PASSING =
  /Throttl|TooManyRequests|SlowDown|LimitExceeded|SendingPaused|AccessDenied|ExpiredToken|InvalidClientTokenId|SignatureDoesNotMatch|ConfigurationSetDoesNotExist|MailFromDomainNotVerified|CredentialsProvider/;

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
    ? { outcome: 'refused', retryable: PASSING.test(name), code: name }
    : { outcome: 'unknown', code: name };
}

interface ErrorOfTheSdk {
  name?: string;
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
}
