import * as z from 'zod/mini';
import { AmendmentShape, ParticipantShape, PlanDraftShape } from './schema.ts';

/** Every command that HR may give: its shape, and nothing beyond it. What the values mean is for the domain. */
const id = z.string();
const day = z.string();
const said = z.string().check(z.maxLength(4000));
/** Of one line; how long it may be is for the domain. */
const line = said;
const maybe = z.exactOptional;

const command = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), dryRun: maybe(z.boolean()), ...shape });

const Reading = z.strictObject({ item: id, date: day, value: z.number(), source: maybe(line) });

/** What `POST /api/plans/{planId}/commands` takes. */
export const CommandShape = z.discriminatedUnion('type', [
  command('redraft', { draft: PlanDraftShape, version: z.number(), note: maybe(said) }),
  command('return_draft', { comment: said }),
  command('approve', { comment: maybe(said) }),
  command('share', {}),
  command('launch', {}),
  command('amend', { changes: AmendmentShape, reason: said, version: maybe(z.number()) }),
  command('change_manager', { supervisor: ParticipantShape, reason: said, handover: maybe(said) }),
  command('reduce_capacity', { percent: z.number(), items: z.array(id), signedOffBy: id, reason: said }),
  command('pause', { from: day, until: maybe(day), reason: z.enum(['approved_absence', 'accommodation']) }),
  command('cancel_pause', { from: day }),
  command('resume', { on: maybe(day) }),
  command('extend', { endDate: day, reason: said }),
  command('end_early', { by: id, typedName: line, summary: said }),
  command('readings', { readings: maybe(z.array(Reading)), csv: maybe(z.string()), by: maybe(id) }),
  command('training_completed', {
    item: id,
    what: maybe(said),
    promise: maybe(z.number()),
    due: maybe(day),
    on: day,
    by: maybe(id),
    evidence: maybe(line),
  }),
  command('recognise', { text: said, by: maybe(id), item: maybe(id) }),
  command('accommodation', { by: id }),
  command('relapse', { date: day, item: id, what: said }),
  command('hold', { reason: said, comparators: maybe(z.array(id).check(z.maxLength(100))) }),
  command('release_hold', { reason: said }),
  command('withdraw', { reason: said }),
  command('serve_on_paper', {
    requestId: id,
    to: id,
    on: day,
    witness: line,
    signed: maybe(z.boolean()),
    typedName: maybe(line),
    reason: maybe(said),
  }),
  command('correct_address', { participant: id, email: line }),
  command('note', { text: said, requestId: maybe(id), from: maybe(id) }),
]);
export type ApiCommand = z.infer<typeof CommandShape>;

/** The names of all commands, in the order of the reference. */
export const COMMAND_TYPES: readonly string[] = CommandShape.def.options.flatMap((option) => [
  ...option.shape.type.def.values,
]);
