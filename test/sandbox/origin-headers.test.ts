import { expect, test } from 'vitest';
import { originHeaders } from '../../sandbox/gateway/origin-headers.ts';
import type { Resource } from '../../sandbox/types.ts';
import { generateSecret } from '../../sandbox/wire/generated-secret.ts';

const generated = { GenerateStringKey: 'k1', SecretStringTemplate: '{}', PasswordLength: 40 };
const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:origin-key-abcdef';
const resource = (type: string, properties: object, arn = ''): Resource => ({
  ...{ stack: 's', logicalId: type, type, arn, path: type },
  properties: properties as Record<string, unknown>,
});
const secret = resource(
  'AWS::SecretsManager::Secret',
  { Name: 'origin-key', GenerateSecretString: generated },
  ARN,
);
const distribution = (HeaderName: string, HeaderValue: string): Resource =>
  resource('AWS::CloudFront::Distribution', {
    DistributionConfig: { Origins: [{ OriginCustomHeaders: [{ HeaderName, HeaderValue }] }] },
  });
const reference = (key: string) => `{{resolve:secretsmanager:origin-key:SecretString:${key}::}}`;

test('in place of CloudFront the sandbox shows the key that the template refers to', () => {
  const { k1 } = JSON.parse(generateSecret(ARN, generated)) as { k1: string };
  expect(originHeaders([secret, distribution('X-Origin-Key', reference('k1'))])).toEqual({
    'x-origin-key': k1,
  });
});

test('a header without a reference is sent as it is written', () => {
  expect(originHeaders([distribution('X-From', 'edge')])).toEqual({ 'x-from': 'edge' });
});

test('a key that the secret does not have is not made up, and without CloudFront nothing is sent', () => {
  expect(originHeaders([secret, distribution('X-Origin-Key', reference('k2'))])).toEqual({});
  expect(originHeaders([secret])).toEqual({});
});
