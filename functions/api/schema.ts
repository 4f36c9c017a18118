import * as z from 'zod/mini';
import { type PlanDraft, type PlanStatus, ROLES } from '../../domain/plan.ts';

/**
 * The shapes the API takes, and nothing beyond them. What the values mean (days that exist, people who exist, numbers
 * in range) is for the rules of the domain.
 */
const text = z.string();
const day = z.string();
const id = z.string();

const Subject = z.strictObject({
  type: z.enum(['employee', 'department', 'program']),
  participant: id,
  agency: z.exactOptional(text),
  jobTitle: z.exactOptional(text),
  serviceType: z.exactOptional(text),
  grade: z.exactOptional(text),
  probationary: z.exactOptional(z.boolean()),
  supervises: z.exactOptional(z.boolean()),
  bargainingUnit: z.exactOptional(text),
});

const Dated = z.strictObject({ date: day, summary: text });

const Item = z.strictObject({
  id,
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('competency'), code: text }),
    z.strictObject({ kind: z.literal('smart_goal'), goal: text }),
  ]),
  rating: z.exactOptional(z.number()),
  deficiency: text,
  desiredOutcome: text,
  actions: z.array(text),
  measure: z.strictObject({
    name: text,
    unit: text,
    baseline: z.number(),
    target: z.number(),
    direction: z.enum(['increase', 'decrease']),
  }),
  checkIns: z.array(z.strictObject({ date: day, benchmark: z.number() })),
  support: z.array(
    z.strictObject({
      kind: z.enum(['training', 'mentor', 'tool', 'hours', 'other']),
      what: text,
      owner: id,
      due: day,
    }),
  ),
});

const OnDecisionOverdue = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('escalate_only') }),
  z.strictObject({ mode: z.literal('deem_met'), verifiedBy: text }),
]);

/** What `POST /api/plans` takes. */
export const PlanDraftShape: z.ZodMiniType<PlanDraft> = z.strictObject({
  title: text,
  pack: z.exactOptional(text),
  timeZone: z.exactOptional(text),
  subject: Subject,
  participants: z.array(z.strictObject({ id, role: z.enum(ROLES), name: text, email: text })),
  startDate: day,
  endDate: day,
  issuer: z.strictObject({ participant: id, absenceReason: z.exactOptional(text) }),
  reason: z.strictObject({ summary: text, priorCoaching: z.array(Dated), evidence: z.array(Dated) }),
  items: z.array(Item),
  settings: z.exactOptional(z.strictObject({ onDecisionOverdue: z.exactOptional(OnDecisionOverdue) })),
});

const said = z.string().check(z.maxLength(4000));

/** What `POST /api/plans/{planId}/commands` takes. */
export const CommandShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('approve'), comment: z.exactOptional(said) }),
  z.strictObject({ type: z.literal('launch') }),
  z.strictObject({ type: z.literal('withdraw'), reason: said }),
  z.strictObject({
    type: z.literal('note'),
    text: said,
    requestId: z.exactOptional(id),
    from: z.exactOptional(id),
  }),
]);
export type ApiCommand = z.infer<typeof CommandShape>;

const STATUSES = [
  'draft',
  'approved',
  'acknowledging',
  'active',
  'deciding',
  'closed',
  'withdrawn',
] as const satisfies readonly PlanStatus[];

/** What `GET /api/plans` takes in its query. */
export const ListShape = z.strictObject({
  status: z.exactOptional(z.enum(STATUSES)),
  limit: z.exactOptional(z.string().check(z.regex(/^(100|[1-9]\d?)$/, 'Use a whole number from 1 to 100.'))),
  cursor: z.exactOptional(z.string()),
});
