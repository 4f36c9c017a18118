import type * as z from 'zod/mini';
import type { Amendment, Command, Context } from '../../../domain/commands.ts';
import { decide } from '../../../domain/decide.ts';
import { diffDrafts } from '../../../domain/diff.ts';
import { type BrokenRule, Refusal, RulesBroken } from '../../../domain/errors.ts';
import { happen } from '../../../domain/forecast.ts';
import type { Change, Plan, PlanDraft } from '../../../domain/plan.ts';
import { same } from '../../../domain/same.ts';
import type { ChangeInWords, Effects, Fault } from '../../../views/admin/editor/model.ts';
import { AMENDABLE, PLAN_SPEC, SPECS } from '../../../views/admin/editor/plan-spec.ts';
import { placeInWords } from '../../../views/admin/editor/spec.ts';
import { dryRun } from '../../api/dry-run.ts';
import { AmendmentShape } from '../../api/schema.ts';
import { shapeErrors } from '../../api/shape-errors.ts';
import { candidateOf } from '../drafts/content.ts';
import { besideHoles, filledUp } from '../drafts/holes.ts';
import { faultIn } from '../drafts/in-form-words.ts';
import { adviceOn, type Looked } from '../drafts/look.ts';
import { effectsOf } from '../plan/effects.ts';

/** The parts of a plan that a new version may write anew, as a form begins. */
export const amendableOf = (draft: PlanDraft): Partial<PlanDraft> =>
  Object.fromEntries(AMENDABLE.flatMap((name) => (draft[name] === undefined ? [] : [[name, draft[name]]])));

type AmendPlan = Extract<Command, { type: 'AmendPlan' }>;

/** The new version that was written, as a command: only what reads differently is named. */
export function amendmentIn(
  content: unknown,
  plan: Plan,
): { command: AmendPlan } | { holes: readonly z.core.$ZodIssue[] } {
  const { why, ...candidate } = candidateOf(content, SPECS.amend) as Record<string, unknown>;
  const parsed = AmendmentShape.safeParse(candidate);
  if (!parsed.success) return { holes: parsed.error.issues };
  const written: Amendment = { ...parsed.data, followUps: parsed.data.followUps ?? [] };
  const before: Amendment = { ...amendableOf(plan.draft), followUps: plan.draft.followUps ?? [] };
  const changes = Object.fromEntries(
    AMENDABLE.flatMap((name) => (same(written[name], before[name]) ? [] : [[name, written[name]]])),
  ) as Amendment;
  return { command: { type: 'AmendPlan', changes, reason: typeof why === 'string' ? why : '' } };
}

/** What keeps a new version from being recorded, what reads differently in it, and what it would do. Nothing is kept. */
export function lookAtAmendment(content: unknown, plan: Plan, context: Context): Looked {
  const read = amendmentIn(content, plan);
  if ('holes' in read) return { faults: faultsWith(read.holes, content, plan, context), advice: [] };
  const { command } = read;
  const draft: PlanDraft = { ...plan.draft, ...command.changes };
  const changes = diffDrafts(plan.draft, draft).map(inWords);
  const looked = { draft, advice: adviceOn(draft, context) };
  try {
    const run = dryRun(command, plan, context);
    const after = happen(command, plan, context).plan;
    const { recorded, mails, changes: moves } = effectsOf({ kind: 'effects', command, run, after }, plan);
    const effects: Effects = {
      changes,
      happens: recorded,
      mails: mails.map(({ who, about }) => `${who.join(', ')}: ${about}`),
      moves: moves.map(({ what, before, after: then }) => ({ place: what, before, after: then })),
    };
    const faults = changes.length === 0 ? [{ field: '', message: NOTHING_NEW }] : [];
    return { ...looked, faults, effects };
  } catch (refusal) {
    return {
      ...looked,
      faults: faultsOf(refusal, content),
      effects: { changes, happens: [], mails: [], moves: [] },
    };
  }
}

const NOTHING_NEW = 'Nothing reads differently yet: change something first.';

/** What is missing in a half-filled form, and what the rules say of the rest of it. */
function faultsWith(
  holes: readonly z.core.$ZodIssue[],
  content: unknown,
  plan: Plan,
  context: Context,
): Fault[] {
  const candidate = candidateOf(content, SPECS.amend);
  const faultOf = (broken: BrokenRule): Fault => faultIn(candidate, SPECS.amend, broken);
  const missing = shapeErrors(holes, candidate).map(faultOf);
  const read = amendmentIn(filledUp(candidate, holes), plan);
  if ('holes' in read) return missing;
  try {
    decide(read.command, plan, context);
    return missing;
  } catch (refusal) {
    if (!(refusal instanceof RulesBroken)) return [...missing, ...faultsOf(refusal, content)];
    return [...missing, ...besideHoles(refusal.broken.map(inPlace), candidate, holes).map(faultOf)];
  }
}

/** A refusal in the places of the form. @throws whatever is none */
function faultsOf(refusal: unknown, content: unknown): Fault[] {
  if (refusal instanceof RulesBroken) {
    return refusal.broken.map((broken) => faultIn(content, SPECS.amend, inPlace(broken)));
  }
  if (refusal instanceof Refusal) return [{ field: '', message: `${refusal.message} ${refusal.wayOut}` }];
  throw refusal;
}

const inPlace = (broken: BrokenRule): BrokenRule => ({ ...broken, field: placeOf(broken.field) });

/** What a command calls `/changes/items` is `/items` in the form, and its reason has a field of its own. */
const placeOf = (field: string): string => (field === '/reason' ? '/why' : field.replace(/^\/changes/, ''));

const inWords = ({ field, before, after }: Change): ChangeInWords => ({
  place: placeInWords(PLAN_SPEC, field),
  before,
  after,
});
