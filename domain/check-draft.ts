import type { BusinessCalendar } from './calendar.ts';
import { checkActions } from './check-draft/actions.ts';
import { checkAppraisal } from './check-draft/appraisal.ts';
import { checkCadence } from './check-draft/cadence.ts';
import { checkCheckIns } from './check-draft/check-ins.ts';
import { checkDeciders } from './check-draft/deciders.ts';
import { inDocumentOrder } from './check-draft/document-order.ts';
import { checkFollowUps } from './check-draft/follow-ups.ts';
import { checkIssuer } from './check-draft/issuer.ts';
import { checkItems } from './check-draft/items.ts';
import { checkMeasures } from './check-draft/measures.ts';
import { checkParticipants } from './check-draft/participants.ts';
import { checkPeriod } from './check-draft/period.ts';
import { checkReason } from './check-draft/reason.ts';
import { checkSettings } from './check-draft/settings.ts';
import { checkSize } from './check-draft/size.ts';
import { checkSubject } from './check-draft/subject.ts';
import { checkSupport } from './check-draft/support.ts';
import { checkTexts } from './check-draft/texts.ts';
import { checkTriage } from './check-draft/triage.ts';
import type { BrokenRule } from './errors.ts';
import type { RulePack } from './pack.ts';
import type { PlanDraft } from './plan.ts';

/** One group of rules: everything about one part of a draft that could be wrong. */
export type Check = (draft: PlanDraft, pack: RulePack, calendar: BusinessCalendar) => BrokenRule[];

const CHECKS: Check[] = [
  checkTexts,
  checkSize,
  checkTriage,
  checkSubject,
  checkAppraisal,
  checkParticipants,
  checkDeciders,
  checkPeriod,
  checkIssuer,
  checkReason,
  checkItems,
  checkActions,
  checkMeasures,
  checkCheckIns,
  checkSupport,
  checkFollowUps,
  checkCadence,
  checkSettings,
];

/**
 * Every rule the draft breaks, in the order of the document; `[]` when it breaks none.
 * `field` is a JSON pointer into the draft, `rule` an id of the pack or `product` for what every plan needs.
 * The draft has the right JSON types already, but its strings, numbers and lists may hold anything; it never throws.
 * Whether `draft.pack` names a pack, and whether the start date is still ahead, are for the caller to ask.
 */
export function checkDraft(draft: PlanDraft, pack: RulePack, calendar: BusinessCalendar): BrokenRule[] {
  return inDocumentOrder(CHECKS.flatMap((check) => check(draft, pack, calendar)));
}
