/** When each problem is answered, by its stable code. */
export const PROBLEMS = {
  malformed_json: [400, 'The body is not JSON; position, line and column say where it breaks.'],
  bad_cursor: [400, 'The cursor did not come from this list.'],
  bad_idempotency_key: [400, 'The Idempotency-Key is not 1 to 255 printable ASCII characters.'],
  bad_if_match: [400, 'If-Match is not the ETag of a plan.'],
  no_identity: [401, 'The call carries no token. API Gateway turns such calls away before.'],
  wrong_token: [401, 'The token says who somebody is; calls need the access token.'],
  stale_token: [401, 'The token was issued too long ago; get a new one.'],
  role_refused: [403, 'The token has none of the roles the route is for.'],
  no_email: [403, "The token does not say its holder's address, so nobody knows which plans are theirs."],
  about_you: [403, 'The plan is about the caller: somebody else in HR has to do this.'],
  not_your_import: [403, 'Somebody else began this import: its file is theirs to upload.'],
  plan_not_found: [404, 'There is no plan with this id, or it is not the caller’s to read.'],
  job_not_found: [404, 'There is no import with this id, or none any more: they are kept for thirty days.'],
  no_such_route: [404, 'A route that API Gateway lets through and the app does not serve.'],
  not_allowed_now: [409, 'The plan is in another state; wayOut says what helps.'],
  imported_before: [
    409,
    'The very same file was imported before, or is being; `sameAs` says by which import, `again` imports it all the same.',
  ],
  job_not_ready: [409, 'The import is at another step; wayOut says what comes first.'],
  erased: [410, 'The record was deleted when its time was over; see certificate.'],
  plan_moved_on: [412, 'Something was recorded since the version that If-Match, or the command, names.'],
  too_large: [413, 'The body is over 262,144 bytes.'],
  commit_too_large: [413, 'What would be recorded is too large for one change.'],
  unsupported_media_type: [415, 'The body is not declared as JSON.'],
  rules_broken: [422, 'With errors: one entry for each field that breaks a rule or has the wrong shape.'],
  idempotency_key_reused: [422, 'The key came before with another body; nothing was done.'],
  unexpected: [500, 'Something is wrong on this side; nothing of it is told.'],
  broken_record: [500, 'The record does not verify, so nothing of it is shown.'],
  unknown_event: [500, 'A newer version of the software wrote an event that this one does not know.'],
  busy: [503, 'Others kept changing the plan; send it again after Retry-After seconds.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** What any route may answer. */
export const ALWAYS: readonly ProblemCode[] = [
  'no_identity',
  'wrong_token',
  'stale_token',
  'role_refused',
  'unexpected',
];
/** What a route that reads one plan may answer as well. */
export const OF_A_PLAN: readonly ProblemCode[] = [
  'about_you',
  'plan_not_found',
  'erased',
  'broken_record',
  'unknown_event',
];
/** What a route with a JSON body may answer as well. */
export const OF_A_BODY: readonly ProblemCode[] = [
  'malformed_json',
  'too_large',
  'unsupported_media_type',
  'rules_broken',
];
/** What a route that records something may answer as well. */
export const OF_A_CHANGE: readonly ProblemCode[] = [
  'bad_idempotency_key',
  'idempotency_key_reused',
  'commit_too_large',
  'busy',
];
