import { AwsError, type Clock, type Resource, type WireReply, type WireService } from '../types.ts';
import { jsonReply, requireMembers, unknownAction } from './protocol.ts';
import { type SecretVersions, secretVersions } from './secret-versions.ts';

type Input = Record<string, unknown>;

const textIn = (input: Input, name: string): string | undefined =>
  typeof input[name] === 'string' ? input[name] : undefined;

const nameOf = ({ arn, properties }: Resource): string =>
  typeof properties.Name === 'string'
    ? properties.Name
    : arn.replace(/^.*:secret:/, '').replace(/-[A-Za-z0-9]{6}$/, '');

const answersTo = (secret: Resource, id: string): boolean =>
  id === secret.arn || id === nameOf(secret) || id === secret.arn.replace(/-[A-Za-z0-9]{6}$/, '');

/** AWS Secrets Manager: the template's secrets, at first with the values it says or has made, later with what is put. */
export const secretsService = (options: {
  clock: Pick<Clock, 'now'>;
  resources: readonly Resource[];
}): WireService => {
  const { clock, resources } = options;
  const created = clock.now();
  const kept = new Map<string, SecretVersions>();
  const find = (id: unknown): Resource | undefined =>
    resources.find((each) => each.type === 'AWS::SecretsManager::Secret' && answersTo(each, String(id)));
  const versionsOf = (secret: Resource): SecretVersions => {
    const known = kept.get(secret.arn) ?? secretVersions(secret, created);
    kept.set(secret.arn, known);
    return known;
  };

  const actions: Record<string, (secret: Resource, input: Input) => WireReply> = {
    GetSecretValue: (secret, input) => {
      const [id, stage] = [textIn(input, 'VersionId'), textIn(input, 'VersionStage')];
      const found = versionsOf(secret).find({ ...(id && { id }), ...(stage && { stage }) });
      return jsonReply({
        ...aboutOf(secret),
        SecretString: found.text,
        VersionId: found.id,
        VersionStages: found.stages,
        CreatedDate: found.createdAt / 1000,
      });
    },
    DescribeSecret: (secret) =>
      jsonReply({
        ...aboutOf(secret),
        CreatedDate: created / 1000,
        VersionIdsToStages: Object.fromEntries(
          versionsOf(secret)
            .labelled()
            .map(({ id, stages }) => [id, stages]),
        ),
      }),
    PutSecretValue: (secret, input) => {
      requireMembers(input, ['SecretString']);
      const [id, stages] = [textIn(input, 'ClientRequestToken'), input.VersionStages];
      const put = versionsOf(secret).put(
        {
          text: `${input.SecretString}`,
          ...(id && { id }),
          ...(Array.isArray(stages) && stages.length > 0 && { stages: stages.map(String) }),
        },
        clock.now(),
      );
      return jsonReply({ ...aboutOf(secret), VersionId: put.id, VersionStages: put.stages });
    },
  };

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
      const perform = Object.hasOwn(actions, action) ? actions[action] : undefined;
      if (!perform) throw unknownAction('secretsmanager', action, Object.keys(actions));
      requireMembers(input, ['SecretId']);
      const secret = find(input.SecretId);
      if (!secret) {
        throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
      }
      return perform(secret, input);
    },
  };
};

const aboutOf = (secret: Resource) => ({ ARN: secret.arn, Name: nameOf(secret) });
