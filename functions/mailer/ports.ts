import { sesClient } from '../../adapters/clients.ts';
import { now } from '../../adapters/clock.ts';
import { setting } from '../../adapters/environment.ts';
import { newLinkId, newPlanId } from '../../adapters/ids.ts';
import { createMailer, type Mailer } from '../../adapters/mailer.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import { lazy, links, type Ports, settings, store } from '../ports.ts';

export type MailerPorts = Pick<Ports, 'store' | 'links' | 'library' | 'now' | 'ids' | 'settings'> & {
  mailer: Mailer;
};

export const mailerPorts = (): MailerPorts =>
  lazy<MailerPorts>({
    store,
    links,
    library: ruleLibrary,
    now: () => now,
    ids: () => ({ plan: newPlanId, link: newLinkId }),
    settings,
    mailer: () =>
      createMailer({
        client: sesClient(),
        from: { name: setting('SENDER_NAME'), address: setting('SENDER_ADDRESS') },
        replyTo: setting('REPLY_TO'),
      }),
  });
