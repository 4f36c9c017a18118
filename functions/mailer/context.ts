import type { Context } from '../../domain/commands.ts';
import type { PlanId } from '../../domain/plan.ts';
import { lazy } from '../ports.ts';
import type { MailerPorts } from './ports.ts';

/** What the mailer's record of a mail is decided on. Parts are made when looked at: it is not told the settings of drafts. */
export const mailerContext = (ports: MailerPorts, planId: PlanId): Context =>
  lazy<Context>({
    now: () => ports.now(),
    actor: () => ({ kind: 'system', id: 'mailer' }),
    newLinkId: () => () => ports.ids.link(planId),
    library: () => ports.library,
    defaults: () => ports.settings.defaults,
  });
