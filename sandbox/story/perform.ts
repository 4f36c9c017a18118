import { get, post, Refused } from './http.ts';
import { Person, Stuck } from './people.ts';
import { everybody, type RecordedEvent } from './record.ts';
import type { Act, TriedDraft } from './story-file.ts';

type PersonsAct = Exclude<Act, { hr: string }>;
type HrsAct = Extract<Act, { hr: string }>;

const isHrs = (act: Act): act is HrsAct => 'hr' in act;

export const describe = (act: Act): string => {
  if (isHrs(act)) return `HR: ${act.hr}`;
  if ('request' in act) return `${act.who}: answers ${act.request}`;
  if ('respondTo' in act) return `${act.who}: responds to ${act.respondTo}`;
  return `${act.who}: asks for an adjustment`;
};

/**
 * Does what the act says. One that must be refused answers the words it was refused with.
 *
 * @throws Refused, Stuck when it could not be done, or when it was taken although it must be refused
 */
export async function perform(act: Act, planId: string, base: string): Promise<string | undefined> {
  try {
    await (isHrs(act) ? command(act, planId, base) : actByLink(act, planId, base));
  } catch (error) {
    if (act.refused === undefined || !saysSo(error, act.refused)) throw error;
    return `${describe(act)}: refused, as it must be (${act.refused}). ${lastWords(error)}`;
  }
  if (act.refused !== undefined)
    throw new Stuck(`${act.at} ${describe(act)}: it was taken, but it must be refused (${act.refused}).`);
  return undefined;
}

/**
 * Sends a draft that the rules must refuse; answers the words it was refused with.
 *
 * @throws Refused, Stuck when it was refused for another reason, or taken
 */
export async function tryDraft(
  { why, change, refused }: TriedDraft,
  plan: object,
  base: string,
): Promise<string> {
  const parts = Object.entries({ ...plan, ...change }).filter(([, part]) => part !== null);
  try {
    await post(base, '/api/plans', Object.fromEntries(parts));
  } catch (error) {
    if (!saysSo(error, refused)) throw error;
    return `HR: a draft ${why}: refused, as it must be (${refused}). ${lastWords(error)}`;
  }
  throw new Stuck(`A draft ${why} was taken, but it must be refused (${refused}).`);
}

const command = ({ at, hr: type, refused, ...fields }: HrsAct, planId: string, base: string) =>
  post(base, `/api/plans/${planId}/commands`, { type, ...fields });

async function actByLink(act: PersonsAct, planId: string, base: string): Promise<void> {
  const person = new Person(base, act.who, await emailOf(act.who, planId, base));
  if ('request' in act) return person.answer(act.request, act.form);
  if ('respondTo' in act) return person.respond(act.respondTo, act.text);
  return person.askForAdjustment();
}

/** People who joined a plan later are not in its draft, and people who left it still have their mails. */
async function emailOf(who: string, planId: string, base: string): Promise<string> {
  const { events } = await get<{ events: RecordedEvent[] }>(base, `/api/plans/${planId}/events`);
  const found = everybody(events).find(({ id }) => id === who);
  if (!found) throw new Stuck(`The plan has no participant "${who}".`);
  return found.email;
}

/** Whether it was refused in the way it must be: by code or rule in the API, in these words by a page or for want of one. */
const saysSo = (error: unknown, wanted: string): boolean =>
  (error instanceof Refused && error.codes.includes(wanted)) ||
  (error instanceof Stuck && error.message.includes(wanted));

/** The refusal without the address it came from. */
const lastWords = (error: unknown): string => {
  const { message } = error as Error;
  const words = error instanceof Refused ? message.split('\n').slice(1).join(' ') : message;
  return words.replace(/\s+/g, ' ');
};
