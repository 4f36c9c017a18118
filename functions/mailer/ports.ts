import { sesClient } from '../../adapters/clients.ts';
import { now } from '../../adapters/clock.ts';
import { setting } from '../../adapters/environment.ts';
import { createMailer, type Mailer } from '../../adapters/mailer.ts';
import { lazy, links, type Ports, settings, store } from '../ports.ts';

export type MailerPorts = Pick<Ports, 'store' | 'links' | 'now' | 'settings'> & { mailer: Mailer };

export const mailerPorts = (): MailerPorts =>
  lazy<MailerPorts>({
    store,
    links,
    settings,
    now: () => now,
    mailer: () =>
      createMailer({
        client: sesClient(),
        from: { name: setting('SENDER_NAME'), address: setting('SENDER_ADDRESS') },
        replyTo: setting('REPLY_TO'),
      }),
  });
