import { PlanErased } from '../adapters/store-errors.ts';
import { type BrokenRule, Refusal, RulesBroken } from '../domain/errors.ts';

/** An RFC 9457 problem document as the API sends it. `code` is stable; `wayOut` says what to do next. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  wayOut: string;
  errors?: BrokenRule[];
  [member: string]: unknown;
}

/** A request that cannot be served as it is: thrown by a route, sent as a problem document. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly wayOut: string,
    readonly more: { errors?: BrokenRule[]; [member: string]: unknown } = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
  }
  override get name(): string {
    return 'Problem';
  }
}

const TITLES: Record<number, string> = {
  400: 'The request cannot be read',
  401: 'Not signed in',
  403: 'Not for this caller',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not possible now',
  410: 'Deleted',
  412: 'The plan has moved on',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'The content breaks rules',
  500: 'Something went wrong on our side',
  503: 'Busy',
};

/** What went wrong, in words fit for the caller. An unexpected error says nothing of itself: its text may hold data. */
export function problemOf(error: unknown): { document: ProblemDocument; headers: Record<string, string> } {
  if (error instanceof Problem) return document(error);
  if (error instanceof Refusal) return document(ofRefusal(error));
  return document(
    new Problem(
      500,
      'unexpected',
      'The request could not be served.',
      'Try again; if it stays, look at the logs.',
    ),
  );
}

function ofRefusal(refusal: Refusal): Problem {
  const more = {
    ...(refusal instanceof RulesBroken && { errors: refusal.broken.map(({ fault: _, ...rule }) => rule) }),
    ...(refusal instanceof PlanErased && { certificate: refusal.certificate }),
  };
  const status = STATUS[refusal.code] ?? 409;
  const headers = status === 503 ? { 'Retry-After': '1' } : {};
  return new Problem(status, refusal.code, refusal.message, refusal.wayOut, more, headers);
}

/** By code; a refusal that is not listed is about the state the plan is in. */
const STATUS: Record<string, number> = {
  bad_cursor: 400,
  stale_token: 400,
  not_asked: 403,
  about_you: 403,
  plan_not_found: 404,
  execution_gone: 404,
  erased: 410,
  plan_moved_on: 412,
  commit_too_large: 413,
  idempotency_key_reused: 422,
  rules_broken: 422,
  unknown_event: 500,
  broken_record: 500,
  missing_right: 500,
  no_state_machine: 500,
  busy: 503,
  states_busy: 503,
};

const document = (problem: Problem) => ({
  document: {
    type: `urn:pip-follow-up:problem:${problem.code}`,
    title: TITLES[problem.status] ?? 'Refused',
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    wayOut: problem.wayOut,
    ...problem.more,
  },
  headers: problem.headers,
});
