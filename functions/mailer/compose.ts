import type { Mail } from '../../adapters/mailer.ts';
import type { Plan } from '../../domain/plan.ts';
import { mailModel, renderMail } from '../../views/mails.ts';
import type { MailRow } from './deliver.ts';
import type { MailerPorts } from './ports.ts';

/** The e-mail one row owes, in the words of the plan as it is now; `undefined` when the plan has no such person. */
export async function compose(
  row: MailRow,
  plan: Plan,
  { store, links, settings, now }: MailerPorts,
): Promise<Mail | undefined> {
  // What is still owed to whoever has left goes to the address they had.
  const person = [...plan.draft.participants, ...plan.former].find(({ id }) => id === row.to);
  if (!person) return undefined;
  // The address of a link exists only from here to the recipient's mailbox.
  const link = row.link ? await store.link(row.link) : undefined;
  const model = mailModel({
    item: row,
    plan,
    link: link && (await links.url(link.link, link.generation)),
    organisation: settings.organisation,
    contactEmail: settings.contactEmail,
    now: now(),
  });
  return {
    to: { name: person.name, address: person.email },
    ...renderMail(row.template, model),
    planId: row.planId,
    outboxKey: row.key,
    now: now(),
  };
}
