import type { Mail } from '../../adapters/mailer.ts';
import type { Plan } from '../../domain/plan.ts';
import { languageOf } from '../../domain/reading.ts';
import { type MailPart, mailModel, renderDigest, renderMail } from '../../views/mails.ts';
import { readWords } from '../../views/read-words.ts';
import type { MailRow } from './deliver.ts';
import type { MailerPorts } from './ports.ts';

/**
 * The e-mail that rows of one plan to one person owe, in the words of the plan as it is now; several rows make one mail
 * with a section for each. `undefined` when the plan has no such person.
 */
export async function compose(
  [first, ...more]: [MailRow, ...MailRow[]],
  plan: Plan,
  ports: MailerPorts,
): Promise<Mail | undefined> {
  // What is still owed to whoever has left goes to the address they had.
  const person = [...plan.draft.participants, ...plan.former].find(({ id }) => id === first.to);
  if (!person) return undefined;
  const part = await partOf(first, plan, ports);
  const others = await Promise.all(more.map((row) => partOf(row, plan, ports)));
  return {
    to: { name: person.name, address: person.email },
    ...(others.length > 0 ? renderDigest([part, ...others]) : renderMail(part.template, part.model)),
    planId: first.planId,
    outboxKey: first.key,
    now: ports.now(),
  };
}

async function partOf(
  row: MailRow,
  plan: Plan,
  { store, links, settings, now }: MailerPorts,
): Promise<MailPart> {
  // The address of a link exists only from here to the recipient's mailbox.
  const link = row.link ? await store.link(row.link) : undefined;
  const model = mailModel({
    item: row,
    plan,
    link: link && (await links.url(link.link, link.generation)),
    organisation: settings.organisation,
    contactEmail: settings.contactEmail,
    now: now(),
    words: await readWords(languageOf(plan, row.to, settings.language)),
  });
  return { template: row.template, model };
}
