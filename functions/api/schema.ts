import * as z from 'zod/mini';
import type { Amendment } from '../../domain/commands.ts';
import { FOLLOW_UP_TYPES, LANGUAGES, type Participant, type PlanDraft, ROLES } from '../../domain/plan.ts';

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
  evaluationReceived: z.exactOptional(day),
  appraisalPeriodEnds: z.exactOptional(day),
});

const Triage = z.strictObject({
  purpose: z.enum(['improvement', 'discipline', 'misconduct', 'redundancy']),
  expectationsKnown: z.boolean(),
  helpGiven: z.boolean(),
  managerDidTheirPart: z.boolean(),
});

/** Somebody who takes part in a plan. */
export const ParticipantShape: z.ZodMiniType<Participant> = z.strictObject({
  id,
  role: z.enum(ROLES),
  name: text,
  email: text,
  language: z.exactOptional(z.enum(LANGUAGES)),
  timeZone: z.exactOptional(text),
});

const Dated = z.strictObject({ date: day, summary: text });

/** One item of a plan. */
export const ItemShape = z.strictObject({
  id,
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('competency'), code: text }),
    z.strictObject({ kind: z.literal('smart_goal'), goal: text }),
  ]),
  rating: z.exactOptional(z.number()),
  deficiency: text,
  desiredOutcome: text,
  actions: z.array(
    z.strictObject({
      what: text,
      due: z.exactOptional(day),
      responsible: z.exactOptional(id),
      outcome: z.exactOptional(text),
    }),
  ),
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

const FollowUp = z.strictObject({
  date: day,
  type: z.enum(FOLLOW_UP_TYPES),
  agenda: z.exactOptional(text),
  questions: z.exactOptional(z.array(text)),
});

const OnDecisionOverdue = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('escalate_only') }),
  z.strictObject({ mode: z.literal('deem_met'), verifiedBy: text }),
]);

const Draft = z.strictObject({
  title: text,
  pack: z.exactOptional(text),
  timeZone: z.exactOptional(text),
  triage: z.exactOptional(Triage),
  subject: Subject,
  participants: z.array(ParticipantShape),
  startDate: day,
  endDate: day,
  issuer: z.strictObject({ participant: id, absenceReason: z.exactOptional(text) }),
  reason: z.strictObject({ summary: text, priorCoaching: z.array(Dated), evidence: z.array(Dated) }),
  items: z.array(ItemShape),
  followUps: z.exactOptional(z.array(FollowUp)),
  settings: z.exactOptional(z.strictObject({ onDecisionOverdue: z.exactOptional(OnDecisionOverdue) })),
});

/** What `POST /api/plans` takes. */
export const PlanDraftShape: z.ZodMiniType<PlanDraft> = Draft;

/** What the command `amend` takes under `changes`: each part as a draft says it, replaced whole. */
export const AmendmentShape: z.ZodMiniType<Amendment> = z.exactPartial(
  z.pick(Draft, {
    title: true,
    participants: true,
    endDate: true,
    items: true,
    followUps: true,
    reason: true,
  }),
);
