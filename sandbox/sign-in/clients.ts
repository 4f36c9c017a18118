import type { Resource } from '../types.ts';
import { clientSecretOf } from './client-secret.ts';
import type { ClientSpec } from './protocol.ts';

const QUARTER_HOUR = 15 * 60;
const SECONDS: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Cognito counts validities in hours unless told otherwise; what is not given lasts a quarter of an hour here. */
const seconds = ({ properties }: Resource, which: 'AccessToken' | 'IdToken'): number => {
  const validity = properties[`${which}Validity`];
  const units = (properties.TokenValidityUnits ?? {}) as Record<string, unknown>;
  return validity === undefined
    ? QUARTER_HOUR
    : Number(validity) * (SECONDS[`${units[which] ?? 'hours'}`] ?? SECONDS.hours ?? 3600);
};

/** The app clients of a template's user pool. */
export const clientsOf = (resources: readonly Resource[]): ClientSpec[] =>
  resources
    .filter(({ type }) => type === 'AWS::Cognito::UserPoolClient')
    .map((resource) => {
      const { properties, arn, logicalId } = resource;
      const id = arn.slice(arn.lastIndexOf('/') + 1);
      return {
        id,
        name: `${properties.ClientName ?? logicalId}`,
        ...(`${properties.GenerateSecret}` === 'true' ? { secret: clientSecretOf(id) } : {}),
        flows: texts(properties.AllowedOAuthFlows) as ClientSpec['flows'],
        scopes: texts(properties.AllowedOAuthScopes),
        callbacks: texts(properties.CallbackURLs),
        logouts: texts(properties.LogoutURLs),
        accessTokenSeconds: seconds(resource, 'AccessToken'),
        idTokenSeconds: seconds(resource, 'IdToken'),
      };
    });
