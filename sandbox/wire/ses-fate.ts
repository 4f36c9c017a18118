import type { Faults, FaultTarget } from '../faults.ts';

/** What SES says became of a mail, in the words of its event types. */
export type MailEvent = 'Send' | 'Delivery' | 'Bounce' | 'Complaint' | 'Reject' | 'DeliveryDelay';

interface Fate {
  /** How the inbox marks the mail. */
  marks: {
    bounced?: boolean;
    complained?: boolean;
    rejected?: boolean;
    delayed?: boolean;
    suppressed?: true;
  };
  events: readonly MailEvent[];
}

const BOUNCED: Fate = { marks: { bounced: true }, events: ['Send', 'Bounce'] };
const COMPLAINED: Fate = { marks: { complained: true }, events: ['Send', 'Delivery', 'Complaint'] };

/** What is on the account's list is taken and not sent; SES then says once more what led there. */
const SUPPRESSED: Record<'BOUNCE' | 'COMPLAINT', Fate> = {
  BOUNCE: { marks: { bounced: true, suppressed: true }, events: ['Send', 'Bounce'] },
  COMPLAINT: { marks: { complained: true, suppressed: true }, events: ['Send', 'Complaint'] },
};

/** The mailbox simulator of SES: what is sent there comes to this end, in every account. */
const SIMULATED: Record<string, Fate> = {
  'bounce@simulator.amazonses.com': BOUNCED,
  'suppressionlist@simulator.amazonses.com': SUPPRESSED.BOUNCE,
  'complaint@simulator.amazonses.com': COMPLAINED,
};

/** `bounce+label@…` is told apart from other bounces by its label only. */
const withoutLabel = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@');

export const isSimulated = (address: string): boolean => withoutLabel(address) in SIMULATED;

/** What becomes of an accepted mail: as the simulator says, the account's list, or the faults; otherwise it arrives. */
export const fateOf = (
  to: readonly string[],
  reasonFor: (address: string) => 'BOUNCE' | 'COMPLAINT' | undefined,
  faults: Faults,
  target: FaultTarget,
): Fate => {
  const simulated = to.map((address) => SIMULATED[withoutLabel(address)]).find(Boolean);
  if (simulated) return simulated;
  const reason = to.map(reasonFor).find(Boolean);
  if (reason) return SUPPRESSED[reason];
  if (faults.strikes('reject', target)) return { marks: { rejected: true }, events: ['Reject'] };
  if (faults.strikes('bounce', target)) return BOUNCED;
  // What never arrived is called spam by nobody.
  if (faults.strikes('complaint', target)) return COMPLAINED;
  if (faults.strikes('delay', target)) return { marks: { delayed: true }, events: ['Send', 'DeliveryDelay'] };
  return { marks: {}, events: ['Send', 'Delivery'] };
};
