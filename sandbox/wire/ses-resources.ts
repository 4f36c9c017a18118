import { AwsError, type Resource } from '../types.ts';

type Properties = Record<string, unknown>;

const part = (properties: Properties, name: string): Properties => (properties[name] ?? {}) as Properties;

const notFound = (what: string): AwsError =>
  new AwsError('NotFoundException', `${what} does not exist.`, 404);

const EVENT_TYPES = [
  'send',
  'reject',
  'bounce',
  'complaint',
  'delivery',
  'renderingFailure',
  'deliveryDelay',
];

/** `deliveryDelay` in a template is `DELIVERY_DELAY` in the API. */
const inApi = (type: unknown): string =>
  EVENT_TYPES.includes(`${type}`)
    ? `${type}`.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
    : `${type}`.toUpperCase();

/** The identities and configuration sets of the templates, as the API of SES tells about them. */
export const sesResources = (resources: readonly Resource[]) => {
  const ofType = (type: string): Resource[] => resources.filter((one) => one.type === `AWS::SES::${type}`);
  const identities = ofType('EmailIdentity').map(({ properties }) => properties);
  const sets = ofType('ConfigurationSet').map(({ arn, properties }) => ({
    name: arn.slice(arn.lastIndexOf('/') + 1),
    properties,
  }));
  const destinations = ofType('ConfigurationSetEventDestination').map(({ properties }) => properties);

  const identityNamed = (name: string): Properties => {
    const found = identities.find(({ EmailIdentity }) => EmailIdentity === name);
    if (!found) throw notFound(`Email identity ${name}`);
    return found;
  };
  const setNamed = (name: string): Properties => {
    const found = sets.find((one) => one.name === name);
    if (!found) throw notFound(`Configuration set <${name}>`);
    return found.properties;
  };

  return {
    /** The verified identity a sender's mail goes out under: the address, or else its domain or one above it. */
    identityOf(from: string): string | undefined {
      const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
      const names = identities.map(({ EmailIdentity }) => `${EmailIdentity}`);
      return names.find((name) => name === from) ?? names.find((name) => `.${domain}`.endsWith(`.${name}`));
    },
    /** Whether the templates leave the identity to whoever deploys: then every one counts as verified. */
    areTheirOwn: identities.length === 0,
    /** The set a mail from this identity goes out with when the call names none. */
    setOf: (identity: string | undefined): string | undefined => {
      const properties = identities.find(({ EmailIdentity }) => EmailIdentity === identity) ?? {};
      const name = part(properties, 'ConfigurationSetAttributes').ConfigurationSetName;
      return typeof name === 'string' ? name : undefined;
    },
    /** @throws AwsError NotFoundException */
    requireSet: (name: string): void => void setNamed(name),
    /** @throws AwsError NotFoundException */
    identity(name: string): Record<string, unknown> {
      const properties = identityNamed(name);
      const { MailFromDomain } = part(properties, 'MailFromAttributes');
      const key = part(properties, 'DkimSigningAttributes').NextSigningKeyLength;
      const set = part(properties, 'ConfigurationSetAttributes').ConfigurationSetName;
      return {
        IdentityType: name.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN',
        VerifiedForSendingStatus: true,
        VerificationStatus: 'SUCCESS',
        FeedbackForwardingStatus: part(properties, 'FeedbackAttributes').EmailForwardingEnabled !== false,
        DkimAttributes: {
          SigningEnabled: part(properties, 'DkimAttributes').SigningEnabled !== false,
          Status: 'SUCCESS',
          Tokens: ['sandbox1', 'sandbox2', 'sandbox3'],
          SigningAttributesOrigin: 'AWS_SES',
          ...(key ? { CurrentSigningKeyLength: key, NextSigningKeyLength: key } : {}),
        },
        ...(MailFromDomain
          ? {
              MailFromAttributes: {
                MailFromDomain,
                MailFromDomainStatus: 'SUCCESS',
                BehaviorOnMxFailure:
                  part(properties, 'MailFromAttributes').BehaviorOnMxFailure ?? 'USE_DEFAULT_VALUE',
              },
            }
          : {}),
        ...(set ? { ConfigurationSetName: set } : {}),
      };
    },
    /** @throws AwsError NotFoundException */
    configurationSet(name: string): Record<string, unknown> {
      const { DeliveryOptions, ReputationOptions, SendingOptions, SuppressionOptions, TrackingOptions } =
        setNamed(name);
      return {
        ConfigurationSetName: name,
        ...(DeliveryOptions ? { DeliveryOptions } : {}),
        ...(TrackingOptions ? { TrackingOptions } : {}),
        ReputationOptions: ReputationOptions ?? { ReputationMetricsEnabled: false },
        SendingOptions: SendingOptions ?? { SendingEnabled: true },
        ...(SuppressionOptions ? { SuppressionOptions } : {}),
      };
    },
    /** @throws AwsError NotFoundException */
    eventDestinations(set: string): Record<string, unknown>[] {
      setNamed(set);
      return destinations
        .filter(({ ConfigurationSetName }) => ConfigurationSetName === set)
        .map((properties) => part(properties, 'EventDestination'))
        .map(({ Name, Enabled, MatchingEventTypes, EventBridgeDestination }) => ({
          Name: Name ?? 'sandbox',
          Enabled: Enabled !== false,
          MatchingEventTypes: (MatchingEventTypes as unknown[]).map(inApi),
          ...(EventBridgeDestination ? { EventBridgeDestination } : {}),
        }));
    },
  };
};

export type SesResources = ReturnType<typeof sesResources>;
