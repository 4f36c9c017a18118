/** Every setting a function may get from its environment. */
export type SettingName =
  | 'TABLE_NAME'
  | 'LINK_SECRET_ARN'
  | 'BASE_URL'
  | 'ORGANISATION'
  | 'CONTACT_EMAIL'
  | 'DEFAULT_PACK'
  | 'DEFAULT_TIME_ZONE'
  | 'DEFAULT_LANGUAGE'
  | 'STATE_MACHINE_ARN'
  | 'EVENT_BUS_NAME'
  | 'SENDER_ADDRESS'
  | 'SENDER_NAME'
  | 'REPLY_TO'
  | 'QUIET_HOURS'
  | 'MAIL_CONFIGURATION_SET'
  | 'SESSION_SECRET_ARN'
  | 'ORIGIN_SECRET_ARN'
  | 'ISSUER'
  | 'CLIENT_ID'
  | 'GROUPS_CLAIM'
  | 'ROLE_GROUPS'
  | 'EMAILS_VOUCHED_FOR'
  | 'BULK_STATE_MACHINE_ARN';

/** The function was deployed without a setting it needs. */
export class MissingSetting extends Error {
  readonly code = 'missing_setting';
  override readonly name = 'MissingSetting';
  constructor(readonly setting: SettingName) {
    super(`The environment variable ${setting} is not set; deploy the service stack again.`);
  }
}

/**
 * Reads one setting when it is needed, never at import, so that a function states all it uses in one place and fails by name.
 *
 * @throws MissingSetting when it is absent or empty
 */
export const setting = (name: SettingName): string => {
  const value = process.env[name];
  if (!value) throw new MissingSetting(name);
  return value;
};
