import { isExample } from '../../../infra/example-domain.ts';
import { expectThat, type Finding, ok, unclear } from '../finding.ts';
import type { Check, Dns } from '../world.ts';
import { domainOf, senderOf } from './sender.ts';

/** No answer, or no such name: the same for whoever asks. Anything else is trouble of the network. */
const NONE = ['ENOTFOUND', 'ENODATA'];

/** All texts at a name; empty when there are none. */
async function textsAt(name: string, dns: Dns): Promise<string[]> {
  try {
    return (await dns.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    if (NONE.includes(`${(error as NodeJS.ErrnoException).code}`)) return [];
    throw error;
  }
}

/** A policy stands at the domain itself or, for what is below, at the organisation's. */
const candidates = (domain: string): string[] =>
  domain
    .split('.')
    .map((_, at, labels) => labels.slice(at).join('.'))
    .filter((name) => name.includes('.'));

/** What mailboxes are to do with mail that only pretends to come from this domain. */
export const dmarc: Check = {
  name: 'dmarc',
  look: async (world) => {
    const sender = senderOf(world);
    if (sender === undefined) return [];
    const domain = domainOf(sender);
    if (world.aws.endpoint && isExample(domain))
      return [
        unclear(
          'dmarc.example',
          `${domain} is a domain for examples: nobody can publish a policy for it, and ${world.aws.endpoint} sends no mail that needs one.`,
          'Nothing. Asked of a deployment to AWS, DNS says what is published for your own domain.',
        ),
      ];
    const fix = `Publish a TXT record _dmarc.${domain}: "v=DMARC1; p=none; rua=mailto:dmarc@${domain}"; after some weeks of clean reports p=quarantine.`;
    try {
      for (const name of candidates(domain)) {
        const policy = (await textsAt(`_dmarc.${name}`, world.dns)).find((text) => /^v=DMARC1\b/i.test(text));
        if (policy) return judged(name, policy, fix);
      }
    } catch (error) {
      return [
        unclear(
          'dmarc',
          `DNS cannot be asked from here (${(error as NodeJS.ErrnoException).code}).`,
          `dig TXT _dmarc.${domain}`,
        ),
      ];
    }
    return [
      expectThat(false, 'dmarc', '', `${domain} has no DMARC policy: large mailboxes refuse its mail.`, fix),
    ];
  },
};

const judged = (name: string, policy: string, fix: string): Finding[] =>
  /;\s*p\s*=\s*(none|quarantine|reject)\b/i.test(policy)
    ? [ok('dmarc', `_dmarc.${name} says: ${policy}`)]
    : [expectThat(false, 'dmarc', '', `_dmarc.${name} names no policy (p=): "${policy}".`, fix)];
