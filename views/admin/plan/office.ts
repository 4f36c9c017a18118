import type { BusinessCalendar } from '../../../domain/calendar.ts';
import type { RulePack } from '../../../domain/pack.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { ViewContext } from '../../models/view-context.ts';
import { en } from '../../words/en.ts';

/** No participant has this id: ids begin with a letter or digit. */
const OFFICE = '-office';

/**
 * A plan as the office reads it that keeps the records: as somebody of HR in it would, whoever of HR is in it. Only for
 * what is shown of it; who is asked what is read from the plan itself.
 */
export function officeContext(plan: Plan, pack: RulePack, calendar: BusinessCalendar): ViewContext {
  const reader = { id: OFFICE, role: 'hr' as const, name: 'Human Resources', email: '' };
  const participants = [...plan.draft.participants, reader];
  return {
    plan: { ...plan, draft: { ...plan.draft, participants } },
    pack,
    calendar,
    reader: OFFICE,
    words: en,
    zone: plan.timeZone,
  };
}
