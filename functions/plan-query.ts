import * as z from 'zod/mini';
import { addDays } from '../domain/days.ts';
import type { PlanFilter } from '../domain/listing.ts';
import { foldedWords } from '../domain/listing.ts';
import { PLAN_STATUSES, ROLES } from '../domain/plan.ts';
import { rulesFor } from '../domain/rules.ts';
import type { Identity, Reach } from './access.ts';
import { brokenShape, inShape } from './api/read-json.ts';
import type { TaskPorts } from './ports.ts';

/** Most words that are looked for at once; more would only find less. */
const MOST_WORDS = 6;

const yes = z.exactOptional(z.enum(['true', 'false']));
const WHO = new RegExp(`^(${ROLES.join('|')}|[^\\s@]{1,100}@[^\\s@]{1,200})$`);

/** What may be asked of the list of plans, in the words of its address. */
export const PLAN_QUERY = {
  status: z.exactOptional(z.enum([...PLAN_STATUSES, 'live'])),
  overdue: yes,
  waitingOn: z.exactOptional(
    z.string().check(z.regex(WHO, `Give an e-mail address, or one of: ${ROLES.join(', ')}.`)),
  ),
  bounced: yes,
  decisionWithinDays: z.exactOptional(
    z.string().check(z.regex(/^([1-9]|[1-5]\d|60)$/, 'Use a whole number of business days from 1 to 60.')),
  ),
  q: z.exactOptional(
    z.string().check(z.maxLength(200), z.regex(/[\p{L}\p{N}]{2}/u, 'Give at least two letters of a word.')),
  ),
  limit: z.exactOptional(z.string().check(z.regex(/^(100|[1-9]\d?)$/, 'Use a whole number from 1 to 100.'))),
  cursor: z.exactOptional(z.string()),
};

const QueryShape = z.strictObject(PLAN_QUERY);
export type PlanQuery = z.infer<typeof QueryShape>;

interface Asker {
  identity: Pick<Identity, 'email'>;
  reach: Reach;
}

/**
 * The query of somebody who may see all plans, or their own.
 *
 * @throws Problem 422 naming every field that says nothing that can be looked for
 */
export function readPlanQuery(
  given: Readonly<Record<string, string>>,
  { reach }: Pick<Asker, 'reach'>,
): PlanQuery {
  const query = inShape(QueryShape, { ...given });
  if (reach === 'own' && query.bounced === 'true') {
    const message = 'Mail that did not arrive is for HR to see to; managers are not told of it.';
    throw brokenShape([{ field: '/bounced', message, rule: 'access', citation: '' }]);
  }
  return query;
}

/** The plans a query looks for now. */
export function filterOf(
  { status, overdue, waitingOn, bounced, decisionWithinDays, q }: PlanQuery,
  { identity, reach }: Asker,
  ports: Pick<TaskPorts, 'library' | 'now' | 'settings'>,
): PlanFilter {
  const words = q === undefined ? [] : foldedWords(q).slice(0, MOST_WORDS);
  return {
    ...(status === 'live' ? { live: true } : status && { status }),
    ...(overdue === 'true' && { overdue: true }),
    ...(waitingOn && { waitingOn }),
    ...(bounced === 'true' && { bounced: true }),
    ...(decisionWithinDays && { decisionWithin: businessDaysAhead(Number(decisionWithinDays), ports) }),
    ...(words.length > 0 && { words }),
    // Whoever has no address supervises nothing.
    ...(reach === 'own' && { own: identity.email ?? '-' }),
  };
}

/** From now to the end of the n-th business day after today, by the organisation's own calendar. */
export function businessDaysAhead(
  days: number,
  { library, now, settings }: Pick<TaskPorts, 'library' | 'now' | 'settings'>,
): { from: string; to: string } {
  const { pack, timeZone } = settings.defaults;
  const rules = rulesFor(pack, timeZone, library);
  if (!rules) throw new RangeError(`Rule pack ${pack} is not in the library.`);
  const { calendar } = rules;
  const last = calendar.add(calendar.dayOf(now()), `+${days}bd`);
  return { from: now(), to: calendar.at(addDays(last, 1), '00:00') };
}
