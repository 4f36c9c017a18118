/**
 * Why SES did not take a mail, and so what helps. `message`: it will refuse this very message again. `rate`: too many at
 * once. `quota`: as many went out in a day as may. `paused`: nothing goes out until somebody lets it. `account`: anything
 * else an operator mends, or time: an identity that is not verified, a right that is missing, a set that is not there.
 */
export type Because = 'message' | 'rate' | 'quota' | 'paused' | 'account';

export type Failed =
  | { outcome: 'refused'; because: Because; code: string }
  | { outcome: 'unknown'; code: string };

/**
 * The errors of SES version 2, by name. `MessageRejected` is not of the message: SES answers it for an identity that is
 * not verified, too.
 */
const BECAUSE: Record<string, Because> = {
  BadRequestException: 'message',
  ValidationException: 'message',
  SendingPausedException: 'paused',
  AccountSuspendedException: 'paused',
  TooManyRequestsException: 'rate',
  ThrottlingException: 'rate',
  LimitExceededException: 'rate',
};

/** The same error says that too many go out a second and that too many went out today; only its words tell which. */
const SAYS_QUOTA = /daily (message )?(sending )?quota/i;

/** The connection never came about, so nothing can have been sent. */
const NEVER_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What a failed call to SES means for its message. Whatever is not a definite refusal is unknown. */
export function outcomeOf(error: unknown): Failed {
  const { name = 'Error', message = '', code, $metadata } = error as ErrorOfTheSdk;
  if (typeof code === 'string' && NEVER_REACHED.has(code))
    return { outcome: 'refused', because: 'account', code };
  const status = $metadata?.httpStatusCode;
  const definite = status !== undefined ? status >= 400 && status < 500 : name === 'CredentialsProviderError';
  if (!definite) return { outcome: 'unknown', code: name };
  const because = BECAUSE[name] ?? 'account';
  const isQuota = because === 'rate' && SAYS_QUOTA.test(message);
  return { outcome: 'refused', because: isQuota ? 'quota' : because, code: isQuota ? 'DailyQuota' : name };
}

interface ErrorOfTheSdk {
  name?: string;
  message?: string;
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
}
