import type { Context } from '../../../domain/commands.ts';
import type { BrokenRule } from '../../../domain/errors.ts';
import type { PlanDraft } from '../../../domain/plan.ts';
import type { Advice, EditorModel, Fault, FutureMoment } from '../../../views/admin/editor/model.ts';
import { PLAN_SPEC } from '../../../views/admin/editor/plan-spec.ts';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import { MAIL } from '../../../views/admin/plan/words.ts';
import { futureIn, lookAhead, type PreviewedMoment } from '../../api/preview-plan.ts';
import { brokenBy, warningsOf } from '../../api/read-draft.ts';
import { PlanDraftShape } from '../../api/schema.ts';
import { shapeErrors } from '../../api/shape-errors.ts';
import { candidateOf } from './content.ts';
import { besideHoles, filledUp } from './holes.ts';
import { faultIn } from './in-form-words.ts';

/** What can be said of a text while it is written. */
export type Looked = Pick<EditorModel, 'faults' | 'advice' | 'futures' | 'effects'> & {
  /** The draft, once it has the form of one. */
  draft?: PlanDraft;
};

/** What keeps half-written content from being a plan, what could be better, and once nothing is in its way, its future. */
export function lookAtPlan(content: unknown, context: Context): Looked {
  const candidate = candidateOf(content, PLAN_SPEC);
  const inWords = (broken: BrokenRule): Fault => faultIn(candidate, PLAN_SPEC, broken);
  const parsed = PlanDraftShape.safeParse(candidate);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const filled = PlanDraftShape.safeParse(filledUp(candidate, issues));
    const rest = filled.success ? besideHoles(brokenBy(filled.data, context), candidate, issues) : [];
    return { faults: [...shapeErrors(issues, candidate), ...rest].map(inWords), advice: [] };
  }
  const draft = parsed.data;
  const { broken, moments } = lookAhead(draft, context, { people: 'answer' });
  const looked = { draft, faults: broken.map(inWords), advice: adviceOn(draft, context) };
  if (broken.length > 0) return looked;
  const zone = draft.timeZone ?? context.defaults.timeZone;
  const told = (future: PreviewedMoment[]): FutureMoment[] => future.map((moment) => momentOf(moment, zone));
  const silent = lookAhead(draft, context, { people: 'silent' }).moments;
  return {
    ...looked,
    futures: { answered: told(futureIn(moments, context)), silent: told(futureIn(silent, context)) },
  };
}

export const adviceOn = (draft: PlanDraft, context: Context): Advice[] =>
  warningsOf(draft, context).map(({ field, rule, message, found }) => ({
    field,
    rule,
    message,
    ...(found && { found }),
  }));

const momentOf = ({ at, text, mails }: PreviewedMoment, zone: string): FutureMoment => ({
  at,
  when: briefMoment(at, zone),
  says: [...new Set(text)],
  mails: [...Map.groupBy(mails, ({ template }) => template)].map(
    ([template, some]) => `${[...new Set(some.map(({ to }) => to))].join(', ')}: ${MAIL[template]}`,
  ),
});
