import { Refusal } from '../../domain/errors.ts';
import { Cannot } from './exit.ts';

interface AwsLike {
  name?: string;
  message?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

const NO_CREDENTIALS = [
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'TokenProviderError',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
];
const REFUSED = ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'AuthorizationError'];
const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'TimeoutError'];

/** What an error of AWS means to whoever typed a command; `undefined` for one nobody at a command line can mend. */
export function plainly(error: unknown): Cannot | undefined {
  if (error instanceof Cannot) return error;
  if (error instanceof Refusal) return new Cannot(error.message, error.wayOut);
  const { name = '', message = '', code = '', $metadata } = (error ?? {}) as AwsLike;
  if (NO_CREDENTIALS.includes(name))
    return new Cannot(
      `AWS does not know who you are (${name}).`,
      'Sign in (for instance: aws sso login --profile NAME) and set AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    );
  if (REFUSED.includes(name))
    return new Cannot(
      `AWS refuses it to you: ${message}`,
      'Use credentials of somebody who may, or ask for this right.',
    );
  if (UNREACHABLE.includes(code) || UNREACHABLE.includes(name))
    return new Cannot(
      `AWS cannot be reached (${code || name}).`,
      `Check the network, the region, and AWS_ENDPOINT_URL${process.env.AWS_ENDPOINT_URL ? ` (${process.env.AWS_ENDPOINT_URL})` : ''}.`,
    );
  if ($metadata)
    return new Cannot(`AWS answered ${name}: ${message}`, 'Run: npm run doctor -- --stage STAGE');
  return undefined;
}
