/** A moment: ISO 8601 in UTC, whole seconds, e.g. `2026-12-01T14:00:00Z` (Step Functions waits truncate anything finer). */
export type Instant = string;
/** A calendar day in the plan's own time zone, e.g. `2026-12-01`. */
export type Day = string;

export type PlanId = string;
export type ParticipantId = string;
export type ItemId = string;
/** Stable within a plan: `acknowledgement`, `check-in-2026-12-15`, `decision`, `decision-2` after an extension. */
export type RequestId = string;
export type LinkId = string;
