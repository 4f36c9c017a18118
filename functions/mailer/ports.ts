import { dynamoClient } from '../../adapters/clients/dynamo.ts';
import { now } from '../../adapters/clock.ts';
import { createDynamoRows } from '../../adapters/dynamo-rows.ts';
import { setting } from '../../adapters/environment.ts';
import { newLinkId, newPlanId } from '../../adapters/ids.ts';
import type { Mailer } from '../../adapters/mailer.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import { createSendingPause, type SendingPause } from '../../adapters/sending-pause.ts';
import type { QuietHours } from '../../domain/quiet-hours.ts';
import { lazy, links, type Ports, settings, store } from '../ports.ts';
import { paced } from './pace.ts';
import { sesWhenNeeded } from './ses-when-needed.ts';

export type MailerPorts = Pick<Ports, 'store' | 'links' | 'library' | 'now' | 'ids' | 'settings'> & {
  mailer: Mailer;
  pause: SendingPause;
  /** From 0 up to, not including, 1. */
  random: () => number;
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
    pause: () =>
      createSendingPause(createDynamoRows({ client: dynamoClient(), tableName: setting('TABLE_NAME') })),
    random: () => Math.random,
    mailer: () => {
      const mailer = sesWhenNeeded();
      // An endpoint that stands in for AWS takes mail as fast as it comes.
      return process.env.AWS_ENDPOINT_URL ? mailer : paced(mailer);
    },
  });

/** `20:00-07:00`, or `none`. */
export function quietHoursIn(text: string): QuietHours | undefined {
  const [from, to] = text.split('-');
  return from && to ? { from, to } : undefined;
}
