import { accommodation } from './en/accommodation.ts';
import { acknowledgement } from './en/acknowledgement.ts';
import { answerFaults } from './en/answer-faults.ts';
import { approval } from './en/approval.ts';
import { attribution } from './en/attribution.ts';
import { changes } from './en/changes.ts';
import { checkIn } from './en/check-in.ts';
import { common } from './en/common.ts';
import { decision } from './en/decision.ts';
import { decisionCopy } from './en/decision-copy.ts';
import { errors } from './en/errors.ts';
import { evidence } from './en/evidence.ts';
import { fairness } from './en/fairness.ts';
import { linkHelp } from './en/link-help.ts';
import { mails } from './en/mails.ts';
import { messages } from './en/messages.ts';
import { onPaper } from './en/on-paper.ts';
import { plan } from './en/plan.ts';
import { planPage } from './en/plan-page.ts';
import { receipt } from './en/receipt.ts';
import { response } from './en/response.ts';
import { saving } from './en/saving.ts';
import { support } from './en/support.ts';
import { survey } from './en/survey.ts';
import { timeline } from './en/timeline.ts';

/** Every word people read, in American English. Another language is another object of the same type. */
export const en = {
  lang: 'en' as string,
  dir: 'ltr' as 'ltr' | 'rtl',
  /** For dates, numbers and lists. */
  locale: 'en-US' as string,
  common,
  plan,
  acknowledgement,
  checkIn,
  decision,
  survey,
  support,
  response,
  attribution,
  approval,
  accommodation,
  fairness,
  changes,
  decisionCopy,
  planPage,
  saving,
  linkHelp,
  evidence,
  onPaper,
  receipt,
  messages,
  errors,
  answerFaults,
  mails,
  timeline,
};

/** What a language has to say; a missing key does not compile. */
export type Words = typeof en;
