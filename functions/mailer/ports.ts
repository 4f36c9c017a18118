import { sesClient } from '../../adapters/clients.ts';
import { now } from '../../adapters/clock.ts';
import { setting } from '../../adapters/environment.ts';
import { newLinkId, newPlanId } from '../../adapters/ids.ts';
import { createMailer, type Mailer } from '../../adapters/mailer.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import type { QuietHours } from '../../domain/quiet-hours.ts';
import { lazy, links, type Ports, settings, store } from '../ports.ts';

export type MailerPorts = Pick<Ports, 'store' | 'links' | 'library' | 'now' | 'ids' | 'settings'> & {
  mailer: Mailer;
  /** Nothing is sent in them; `undefined` where mail goes out at any hour. */
  quietHours: QuietHours | undefined;
};

export const mailerPorts = (): MailerPorts =>
  lazy<MailerPorts>({
    store,
    links,
    library: ruleLibrary,
    now: () => now,
    ids: () => ({ plan: newPlanId, link: newLinkId }),
    settings,
    quietHours: () => quietHoursIn(setting('QUIET_HOURS')),
    mailer: () =>
      createMailer({
        client: sesClient(),
        from: { name: setting('SENDER_NAME'), address: setting('SENDER_ADDRESS') },
        replyTo: setting('REPLY_TO'),
      }),
  });

/** `20:00-07:00`, or `none`. */
export function quietHoursIn(text: string): QuietHours | undefined {
  const [from, to] = text.split('-');
  return from && to ? { from, to } : undefined;
}
