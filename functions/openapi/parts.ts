import * as z from 'zod/mini';
import { PLAN_STATUSES, REQUEST_KINDS, ROLES } from '../../domain/plan.ts';

/** What the shapes of answers are made of. Unlike those of requests they are only read here and in tests. */
export const text = z.string();
export const count = z.int().check(z.gte(0));
export const planId = z.string().check(z.regex(/^pln[a-z2-7]{20}$/));
export const day = z.iso.date();
export const moment = z.iso.datetime({ precision: 0 });
export const status = z.enum(PLAN_STATUSES);
export const role = z.enum(ROLES);
export const requestKind = z.enum(REQUEST_KINDS);
export const cursor = z.exactOptional(z.string().check(z.minLength(1)));
export const maybe = z.exactOptional;

/** One rule that is not met. */
export const BrokenRuleShape = z.strictObject({ field: text, message: text, rule: text, citation: text });

/** Advice about the words and numbers of a draft. */
export const WarningShape = z.strictObject({
  field: text,
  rule: text,
  message: text,
  found: maybe(text),
});

/** A mail that goes out: to whom by name, and what it is. */
export const MailShape = z.strictObject({ to: text, template: text });

export const ParticipantAnswerShape = z.strictObject({ id: text, role, name: text, email: text });

export const OpenRequestShape = z.strictObject({
  id: text,
  kind: requestKind,
  dueAt: moment,
  waitingFor: z.array(text),
});
