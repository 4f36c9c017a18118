import type { Mail } from './mime.ts';

/** Whom a stage for trying things out may write to, and who gets what would go to anybody else. */
export interface Recipients {
  /** In lower case; each covers everything below it. */
  domains: readonly string[];
  insteadTo: string;
}

/** Mailboxes of Amazon SES that no person reads: canaries are sent there from every stage. */
const SIMULATOR = 'simulator.amazonses.com';

const isCovered = (address: string, domains: readonly string[]): boolean => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return [...domains, SIMULATOR].some((allowed) => domain === allowed || domain.endsWith(`.${allowed}`));
};

/** The same mail; or, when its reader is nobody this stage may write to, the one that goes to somebody else instead. */
export const redirected = (mail: Mail, recipients: Recipients | undefined): Mail =>
  !recipients || isCovered(mail.to.address, recipients.domains)
    ? mail
    : { ...mail, to: { name: mail.to.name, address: recipients.insteadTo }, meantFor: mail.to.address };

/** `agency.org,example.org`; nothing is nobody. `undefined` where mail may go to everybody. */
export const recipientsIn = (domains: string | undefined, insteadTo: string | undefined) =>
  insteadTo
    ? {
        domains: (domains ?? '')
          .split(',')
          .map((domain) => domain.trim().toLowerCase())
          .filter(Boolean),
        insteadTo,
      }
    : undefined;
