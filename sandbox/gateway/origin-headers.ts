import type { Resource } from '../types.ts';
import { type GenerateSecretString, generateSecret } from '../wire/generated-secret.ts';

const REFERENCE = /^\{\{resolve:secretsmanager:([^:]+):SecretString:([^:}]+)[:}]/;

interface Distribution {
  DistributionConfig?: {
    Origins?: { OriginCustomHeaders?: { HeaderName: string; HeaderValue: string }[] }[];
  };
}

/**
 * The headers that CloudFront adds to what it passes on. The sandbox answers in CloudFront's place, so it adds them too;
 * a secret they refer to has the value it was made with, as CloudFront keeps what it was deployed with.
 */
export const originHeaders = (resources: readonly Resource[]): Record<string, string> => {
  const added = resources
    .filter(({ type }) => type === 'AWS::CloudFront::Distribution')
    .flatMap(({ properties }) => (properties as Distribution).DistributionConfig?.Origins ?? [])
    .flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders);
  return Object.fromEntries(
    added.flatMap(({ HeaderName, HeaderValue }) => {
      const value = resolved(HeaderValue, resources);
      return value === undefined ? [] : [[HeaderName.toLowerCase(), value]];
    }),
  );
};

const resolved = (written: string, resources: readonly Resource[]): string | undefined => {
  const [, name, key = ''] = REFERENCE.exec(written) ?? [];
  if (name === undefined) return written;
  const secret = resources.find(
    ({ type, properties }) => type === 'AWS::SecretsManager::Secret' && properties.Name === name,
  );
  if (!secret) return undefined;
  const wanted = secret.properties.GenerateSecretString as GenerateSecretString | undefined;
  return (JSON.parse(generateSecret(secret.arn, wanted)) as Record<string, string>)[key];
};
