import type { BusinessCalendar } from '../../domain/calendar.ts';
import type { RulePack } from '../../domain/pack.ts';
import type { ParticipantId, Plan } from '../../domain/plan.ts';
import type { Words } from '../words/en.ts';

/** What every model is made from: the plan, the rules it is pinned to, who reads, in which words. */
export interface ViewContext {
  plan: Plan;
  pack: RulePack;
  calendar: BusinessCalendar;
  reader: ParticipantId;
  words: Words;
  /** IANA zone the reader is told moments in. */
  zone: string;
}
