import { createHmac } from 'node:crypto';

/** `GenerateSecretString` as CloudFormation has it. */
export interface GenerateSecretString {
  PasswordLength?: number;
  ExcludeCharacters?: string;
  ExcludeLowercase?: boolean;
  ExcludeUppercase?: boolean;
  ExcludeNumbers?: boolean;
  ExcludePunctuation?: boolean;
  IncludeSpace?: boolean;
  SecretStringTemplate?: string;
  GenerateStringKey?: string;
}

const alphabet = (wanted: GenerateSecretString): string =>
  [
    wanted.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    wanted.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    wanted.ExcludeNumbers ? '' : '0123456789',
    wanted.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    wanted.IncludeSpace ? ' ' : '',
  ]
    .join('')
    .split('')
    .filter((sign) => !wanted.ExcludeCharacters?.includes(sign))
    .join('');

/**
 * A secret string as Secrets Manager would generate it, yet the same for the same seed in every run: links in
 * mail stay valid over a restart, and tests can compare whole mails. It protects nothing outside the sandbox.
 */
export const generateSecret = (seed: string, wanted: GenerateSecretString = {}): string => {
  const signs = alphabet(wanted);
  let password = '';
  for (let block = 0; password.length < (wanted.PasswordLength ?? 32); block += 1) {
    for (const byte of createHmac('sha256', 'sandbox').update(`${seed}/${block}`).digest()) {
      password += signs[byte % signs.length] ?? '';
    }
  }
  password = password.slice(0, wanted.PasswordLength ?? 32);
  if (!wanted.GenerateStringKey) return password;
  const template = JSON.parse(wanted.SecretStringTemplate ?? '{}') as Record<string, unknown>;
  return JSON.stringify({ ...template, [wanted.GenerateStringKey]: password });
};
