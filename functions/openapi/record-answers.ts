import * as z from 'zod/mini';
import { count, cursor, maybe, moment, planId, text } from './parts.ts';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const ActorShape = z.strictObject({ kind: z.enum(['participant', 'principal', 'system']), id: text });

const event = { type: text, v: count, seq: count, at: moment };

/** One event: what every one of them has, and its own fields beside. */
const EventShape = z.looseObject({
  ...event,
  actor: maybe(ActorShape),
  prev: maybe(hash),
  hash: maybe(hash),
});

export const EventsAnswerShape = z.strictObject({ planId, events: z.array(EventShape), cursor });

/** A rule pack: what every one has; the reference of packs explains its settings. */
const PackShape = z.looseObject({
  id: text,
  version: text,
  title: text,
  calendar: text,
  rules: z.array(
    z.looseObject({ id: text, says: text, citation: text, source: maybe(text), verification: text }),
  ),
});

export const PacksAnswerShape = z.strictObject({ packs: z.array(PackShape), cursor });

/** The sealed record. */
export const RecordShape = z.strictObject({
  format: z.literal('pip-follow-up/record'),
  version: z.literal(1),
  planId,
  exportedAt: moment,
  pack: z.strictObject({ ref: text, text: PackShape }),
  events: z.array(z.looseObject({ ...event, actor: ActorShape, prev: hash, hash })),
  mails: z.array(
    z.strictObject({
      key: text,
      template: text,
      to: text,
      requestId: maybe(text),
      owedAt: moment,
      sentAt: maybe(moment),
      messageId: maybe(text),
    }),
  ),
  head: hash,
  manifest: z.strictObject({
    hash: z.literal('SHA-256'),
    canonicalJson: z.literal('RFC 8785'),
    chainStart: hash,
    events: count,
    firstAt: moment,
    lastAt: moment,
    seal: hash,
  }),
});

/** What stays of a record that was deleted. */
export const CertificateShape = z.strictObject({
  planId,
  erasedAt: moment,
  keptUntil: moment,
  ...{ rule: text, citation: text, pack: text },
  events: count,
  head: hash,
});

const hidden = z.nullable(count);
const rate = z.nullable(z.number().check(z.gte(0), z.lte(1)));
const quarter = z.string().check(z.regex(/^(20|21)\d\d-Q[1-4]$/));
const total = {
  plans: hidden,
  decided: hidden,
  met: hidden,
  rate,
  extended: hidden,
  meanDays: z.nullable(z.number()),
};
const checkIns = { over: count, held: count, missed: count };

/** How the plans of some quarters went. */
export const ReportShape = z.strictObject({
  from: quarter,
  to: quarter,
  smallestGroup: count,
  plans: count,
  decisions: z.strictObject({
    ...{ due: count, onTime: count, late: count, open: count, medianDaysLate: hidden },
    overdue: z.array(z.strictObject({ planId, dueAt: moment, daysLate: count })),
  }),
  checkIns: z.strictObject({
    ...checkIns,
    managers: z.array(
      z.strictObject({
        ...{ name: text, email: text, plans: count },
        ...{ asked: hidden, theirs: hidden, onTime: hidden, late: hidden },
        ...{ unanswered: hidden, notSaid: hidden, rate },
      }),
    ),
  }),
  missedBy: z.strictObject({ manager: count, employee: count, excused: count, open: count }),
  isYearOver: z.boolean(),
  outcomes: z.nullable(
    z.array(z.strictObject({ outcome: text, title: text, met: z.boolean(), plans: count })),
  ),
  groups: z.nullable(
    z.array(
      z.strictObject({
        grouping: z.enum(['agency', 'jobTitle', 'grade', 'serviceType', 'bargainingUnit']),
        rows: z.array(z.strictObject({ group: text, ...total, belowFourFifths: z.boolean() })),
        total: z.strictObject(total),
        comparedWith: z.nullable(text),
        highest: z.nullable(text),
      }),
    ),
  ),
});
