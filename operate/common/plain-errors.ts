import { Refusal } from '../../domain/errors.ts';
import { isThisMachine } from './aws.ts';
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

/** What was asked, as far as it was said. */
export interface Asked {
  stage?: string | undefined;
  /** What was spoken to in place of AWS. */
  endpoint?: string | undefined;
}

const SANDBOX = 'http://127.0.0.1:4020';

/** What an error of AWS means to whoever typed a command; `undefined` for one nobody at a command line can mend. */
export function plainly(error: unknown, asked: Asked = {}): Cannot | undefined {
  if (error instanceof Cannot) return error;
  if (error instanceof Refusal) return new Cannot(error.message, error.wayOut);
  const { name = '', message = '', code = '', $metadata } = (error ?? {}) as AwsLike;
  if (NO_CREDENTIALS.includes(name))
    return new Cannot(
      `AWS does not know who you are (${name}).`,
      [
        'Sign in (for instance: aws sso login --profile NAME) and set AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
        ...(asked.stage === 'dev' && !asked.endpoint ? [`For the sandbox: --endpoint ${SANDBOX}`] : []),
      ].join('\n'),
    );
  if (REFUSED.includes(name))
    return new Cannot(
      `AWS refuses it to you: ${message}`,
      'Use credentials of somebody who may, or ask for this right.',
    );
  if (UNREACHABLE.includes(code) || UNREACHABLE.includes(name))
    return unreachable(code || name, asked.endpoint);
  if ($metadata)
    return new Cannot(
      `AWS answered ${name}: ${message}`,
      `Run: npm run doctor -- --stage ${asked.stage ?? 'STAGE'}`,
    );
  return undefined;
}

function unreachable(code: string, endpoint: string | undefined): Cannot {
  if (!endpoint) return new Cannot(`AWS cannot be reached (${code}).`, 'Check the network and the region.');
  return new Cannot(
    `${endpoint} cannot be reached (${code}).`,
    isThisMachine(endpoint)
      ? `Is the sandbox there (is \`npm start\` running?), and is this its address? ${SANDBOX} is the usual one.`
      : 'Check the network, and the address: it is that of --endpoint, or of AWS_ENDPOINT_URL without it.',
  );
}
