import type { SavedAnswer } from '../../adapters/store.ts';
import { addHours } from '../../domain/days.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Request } from '../../domain/request.ts';
import { same } from '../../domain/same.ts';
import type { WebPorts } from '../ports.ts';
import { cleaned } from './form-reader.ts';
import { type FormContext, noLongerAsked } from './forms.ts';
import type { PostedForm } from './posted.ts';
import { CONTROLS } from './steps.ts';

/** An unfinished answer is forgotten this long after its question is due, or after it was saved, if that is later. */
const KEPT_HOURS = 60 * 24;

/** A name stands for a signature: it is typed when it is given, and kept nowhere before. */
const NEVER_KEPT: readonly string[] = [...CONTROLS, 'typedName'];

/**
 * Keeps what was typed, right or wrong, behind the link it was typed behind. What is saved already is not saved anew.
 *
 * @returns false when there is nothing to keep.
 */
export async function saveAnswer(
  { form, seen, session: { link, saved } }: PostedForm,
  context: FormContext,
  ports: WebPorts,
): Promise<boolean> {
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name && value.trim() && !NEVER_KEPT.includes(name) ? [[name, cleaned(value)]] : [],
    ),
  );
  if (Object.keys(typed).length === 0) return false;
  // Words on what the plan does not ask any more are on the page and not in its form.
  const gone = saved && noLongerAsked(new URLSearchParams(saved.values), context);
  const values = { ...Object.fromEntries(gone ?? []), ...typed };
  if (saved && same(saved.values, values)) return true;
  const at = ports.now();
  const answer: SavedAnswer = { values, at, planVersion: seen, until: keptUntil(context.request, at) };
  await ports.store.saveAnswer(link.link, answer);
  return true;
}

const keptUntil = ({ dueAt }: Request, now: Instant): Instant =>
  addHours(dueAt > now ? dueAt : now, KEPT_HOURS);
