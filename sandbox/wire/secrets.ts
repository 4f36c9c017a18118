import { AwsError, type Clock, type Resource, type WireService } from '../types.ts';
import { type GenerateSecretString, generateSecret } from './generated-secret.ts';
import { jsonReply, requireMembers, unknownAction } from './protocol.ts';

const VERSION = '00000000-0000-4000-8000-000000000001';
const ACTIONS = ['GetSecretValue', 'DescribeSecret'];

const nameOf = ({ arn, properties }: Resource): string =>
  typeof properties.Name === 'string'
    ? properties.Name
    : arn.replace(/^.*:secret:/, '').replace(/-[A-Za-z0-9]{6}$/, '');

const answersTo = (secret: Resource, id: string): boolean =>
  id === secret.arn || id === nameOf(secret) || id === secret.arn.replace(/-[A-Za-z0-9]{6}$/, '');

const secretString = ({ arn, properties }: Resource): string =>
  typeof properties.SecretString === 'string'
    ? properties.SecretString
    : generateSecret(arn, properties.GenerateSecretString as GenerateSecretString | undefined);

/** AWS Secrets Manager, read only: the template's secrets, their values made from `GenerateSecretString`. */
export const secretsService = (options: {
  clock: Pick<Clock, 'now'>;
  resources: readonly Resource[];
}): WireService => {
  const secrets = options.resources.filter(({ type }) => type === 'AWS::SecretsManager::Secret');
  const created = options.clock.now() / 1000;
  const find = (id: unknown): Resource | undefined => secrets.find((secret) => answersTo(secret, String(id)));
  return {
    target: 'secretsmanager',
    signingName: 'secretsmanager',
    permissions: (action, input) => [
      {
        action: `secretsmanager:${action}`,
        resource: find(input.SecretId)?.arn ?? String(input.SecretId ?? '*'),
      },
    ],
    handle: async (action, input) => {
      if (!ACTIONS.includes(action)) throw unknownAction('secretsmanager', action, ACTIONS);
      requireMembers(input, ['SecretId']);
      const secret = find(input.SecretId);
      const stage = input.VersionStage ?? 'AWSCURRENT';
      const version = input.VersionId ?? VERSION;
      if (!secret) {
        throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
      }
      if (stage !== 'AWSCURRENT' || version !== VERSION) {
        throw new AwsError(
          'ResourceNotFoundException',
          "Secrets Manager can't find the specified secret value for the version or staging label.",
        );
      }
      const about = { ARN: secret.arn, Name: nameOf(secret), CreatedDate: created };
      return action === 'GetSecretValue'
        ? jsonReply({
            ...about,
            SecretString: secretString(secret),
            VersionId: VERSION,
            VersionStages: ['AWSCURRENT'],
          })
        : jsonReply({ ...about, VersionIdsToStages: { [VERSION]: ['AWSCURRENT'] } });
    },
  };
};
