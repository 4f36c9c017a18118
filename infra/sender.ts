import type { Config } from './settings.ts';

/** What every mail of a stage goes out with; a name both stacks know, so that neither imports it from the other. */
export const configurationSetName = (stage: string): string => `pip-follow-up-${stage}`;

/** The domain that mail comes from. */
export const domainOf = ({ address }: Pick<Config['sender'], 'address'>): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/**
 * The identities SES may check for this sender: the domain that is made for it; or, where one was verified before, the
 * address, its domain, or one above it.
 */
export function identitiesOf(sender: Pick<Config['sender'], 'address' | 'identity'>): string[] {
  const domain = domainOf(sender);
  if (sender.identity === 'create') return [domain];
  const labels = domain.split('.');
  const above = labels.map((_, index) => labels.slice(index).join('.')).filter((name) => name.includes('.'));
  return [...above, sender.address];
}
