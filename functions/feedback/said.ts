import type { MailFeedback } from '../../domain/commands.ts';
import type { SesEvent } from './ses-event.ts';

/** `taken`: SES has the message, and says no more yet. `arrived`: the reader's mail system has it. */
export type Said = MailFeedback | 'taken' | 'arrived';

/** What an event says became of its message, by SES's types of events on EventBridge; `undefined` of what says nothing of it. */
export function saidBy({ 'detail-type': type, detail }: SesEvent): Said | undefined {
  switch (type) {
    case 'Email Sent':
      return 'taken';
    case 'Email Delivered':
      return 'arrived';
    case 'Email Delivery Delayed':
      return 'delayed';
    case 'Email Bounced':
      return detail.bounce?.bounceType === 'Permanent' ? 'bounced_for_good' : 'bounced_once';
    case 'Email Complaint Received':
      return complaint(detail.complaint ?? {});
    case 'Email Rejected':
    case 'Email Rendering Failed':
      return 'rejected';
    default:
      return undefined;
  }
}

/** What SES names when it is not told why; every other word for why says that the message was not kept. */
const NO_REASON: unknown[] = ['General', 'Undetermined', undefined, null];

/**
 * Whether a bounce may be no more than an answer by a machine: SES calls an out-of-office notice a bounce that may pass,
 * without a reason. Of a message that arrived it then says nothing.
 */
export const mayBeAnAnswer = ({ detail: { bounce } }: SesEvent): boolean =>
  bounce !== undefined && bounce.bounceType !== 'Permanent' && NO_REASON.includes(bounce.bounceSubType);

/** A report can also say that a message is wanted (RFC 5965, `not-spam`); and SES withholds what was unwanted before. */
function complaint({
  complaintSubType,
  complaintFeedbackType,
}: NonNullable<SesEvent['detail']['complaint']>): MailFeedback | undefined {
  if (complaintFeedbackType === 'not-spam') return undefined;
  return complaintSubType === 'OnAccountSuppressionList' ? 'withheld' : 'complained';
}
