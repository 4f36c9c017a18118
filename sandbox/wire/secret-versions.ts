import { AwsError, type Resource } from '../types.ts';
import { type GenerateSecretString, generateSecret } from './generated-secret.ts';

const FIRST = '00000000-0000-4000-8000-000000000001';
const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';

export interface SecretVersion {
  id: string;
  text: string;
  stages: string[];
  /** Epoch milliseconds. */
  createdAt: number;
}

/** The values one secret has had, and which of them has which label. */
export interface SecretVersions {
  /** The version a reader asks for; the current one when they do not say. @throws AwsError ResourceNotFoundException */
  find(asked: { id?: string; stage?: string }): SecretVersion;
  /** Adds a value. Labels move to it; what was current is previous then. @throws AwsError ResourceExistsException */
  put(asked: { id?: string; text: string; stages?: string[] }, now: number): SecretVersion;
  /** Labelled ones; the others are forgotten in time. */
  labelled(): SecretVersion[];
}

const firstText = ({ arn, properties }: Resource): string =>
  typeof properties.SecretString === 'string'
    ? properties.SecretString
    : generateSecret(arn, properties.GenerateSecretString as GenerateSecretString | undefined);

/** A secret as the template makes it. */
export const secretVersions = (secret: Resource, createdAt: number): SecretVersions => {
  const versions: SecretVersion[] = [{ id: FIRST, text: firstText(secret), stages: [CURRENT], createdAt }];
  const holder = (stage: string) => versions.find(({ stages }) => stages.includes(stage));
  const take = (stage: string, from: SecretVersion | undefined) => {
    if (from) from.stages = from.stages.filter((one) => one !== stage);
  };
  return {
    find: ({ id, stage }) => {
      const found = id
        ? versions.find((one) => one.id === id && (!stage || one.stages.includes(stage)))
        : holder(stage ?? CURRENT);
      if (found) return found;
      const by = id ? `VersionId: ${id}` : `staging label: ${stage ?? CURRENT}`;
      throw new AwsError(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret value for ${by}`,
      );
    },
    put: ({ id, text, stages = [CURRENT] }, now) => {
      const known = versions.find((one) => one.id === id);
      if (known && known.text === text) return known;
      if (known) {
        throw new AwsError(
          'ResourceExistsException',
          `A version with the ID ${id} already exists, with another value.`,
        );
      }
      if (stages.includes(CURRENT)) {
        take(PREVIOUS, holder(PREVIOUS));
        holder(CURRENT)?.stages.push(PREVIOUS);
      }
      for (const stage of stages) take(stage, holder(stage));
      const number = String(versions.length + 1).padStart(12, '0');
      const fresh = { id: id ?? FIRST.replace(/.{12}$/, number), text, stages: [...stages], createdAt: now };
      versions.push(fresh);
      return fresh;
    },
    labelled: () => versions.filter(({ stages }) => stages.length > 0),
  };
};
