import type { Words } from './en.ts';
import { accommodation } from './es/accommodation.ts';
import { acknowledgement } from './es/acknowledgement.ts';
import { answerFaults } from './es/answer-faults.ts';
import { approval } from './es/approval.ts';
import { attribution } from './es/attribution.ts';
import { changes } from './es/changes.ts';
import { checkIn } from './es/check-in.ts';
import { common } from './es/common.ts';
import { decision } from './es/decision.ts';
import { decisionCopy } from './es/decision-copy.ts';
import { errors } from './es/errors.ts';
import { evidence } from './es/evidence.ts';
import { fairness } from './es/fairness.ts';
import { linkHelp } from './es/link-help.ts';
import { mails } from './es/mails.ts';
import { messages } from './es/messages.ts';
import { onPaper } from './es/on-paper.ts';
import { plan } from './es/plan.ts';
import { planPage } from './es/plan-page.ts';
import { receipt } from './es/receipt.ts';
import { response } from './es/response.ts';
import { saving } from './es/saving.ts';
import { support } from './es/support.ts';
import { survey } from './es/survey.ts';
import { timeline } from './es/timeline.ts';

/** Every word people read, in Spanish as Human Resources in the United States writes it: formal, and for everybody. */
export const es: Words = {
  lang: 'es',
  dir: 'ltr',
  locale: 'es-US',
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
