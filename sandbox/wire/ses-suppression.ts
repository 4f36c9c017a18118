import type { Inbox, Mail } from '../inbox.ts';
import { isSimulated } from './ses-fate.ts';

/**
 * The account's list of addresses that SES sends nothing to: where mail came back for good or was called unwanted, until it
 * is taken off. What goes to the mailbox simulator leads nobody onto it.
 */
export const suppressionList = (inbox: Inbox) => {
  const forgiven = new WeakSet<Mail>();
  const against = (address: string): Mail[] =>
    inbox
      .list({ to: address })
      .filter((mail) => (mail.bounced || mail.complained) && !forgiven.has(mail) && !isSimulated(address));
  return {
    /** Why nothing is sent there; `undefined` where it is. */
    reasonFor(address: string): 'BOUNCE' | 'COMPLAINT' | undefined {
      const last = against(address).at(-1);
      return last && (last.bounced ? 'BOUNCE' : 'COMPLAINT');
    },
    /** @returns whether it was on the list */
    remove(address: string): boolean {
      const mails = against(address);
      for (const mail of mails) forgiven.add(mail);
      return mails.length > 0;
    },
  };
};
