import type { HttpRequest } from './wire/endpoint.ts';

/** The parts of the sandbox meet here. Times are epoch milliseconds on the virtual clock. */

export interface Timer {
  cancel(): void;
}

export interface Fired {
  at: string;
  what: string;
}

export interface Clock {
  now(): number;
  /** Runs `run` when the clock reaches `time` (never before; at once on the next settle when `time` is past). */
  at(time: number, what: string, run: () => void | Promise<void>): Timer;
  /** Marks something in flight; the clock never moves while anything is. Call the answer when it is over. */
  busy(what: string): () => void;
  /** Resolves when nothing is in flight, every due timer ran, and every `beforeIdle` hook had nothing left to do. */
  settle(): Promise<void>;
  /** A hook asked before the world counts as settled; answers true when it found and did work (e.g. drained a stream). */
  beforeIdle(hook: () => Promise<boolean>): void;
  advanceTo(time: number): Promise<Fired[]>;
  /** To the next timer; answers [] when there is none. */
  toNext(): Promise<Fired[]>;
  pending(): { at: number; what: string }[];
  /** Back to `time`, all timers forgotten. */
  reset(time: number): void;
}

/** Who makes a call, told apart by the access key in its signature. `role` is undefined for people at the sandbox (allowed everything). */
export interface Caller {
  /** Logical id of the function or state machine, or `sandbox-user`. */
  name: string;
  roleArn?: string;
}

/** An AWS error as it goes over the wire. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export interface Permission {
  /** e.g. `dynamodb:PutItem` */
  action: string;
  resource: string;
  /** Condition keys known for this call, e.g. `ses:FromAddress`. */
  context?: Record<string, string>;
}

export interface Iam {
  /** Throws AwsError AccessDeniedException naming function, action and resource when the caller's role does not allow it. */
  check(caller: Caller, permission: Permission): void;
  /** Grants of the synthesized roles that no call has used so far (after the documented exceptions). */
  unused(): { role: string; action: string; resource: string }[];
  /** Every call that was refused. */
  denied(): { caller: string; action: string; resource: string }[];
}

/** One AWS service on the one endpoint. */
export interface WireService {
  /**
   * `X-Amz-Target` prefix (`AWSStepFunctions`), `query:STS` style key for form-encoded services chosen by signing name, or
   * `rest:<signing name>` for services whose actions are paths.
   */
  target: string;
  /** Signing name, e.g. `states`, `dynamodb`, `ses`. */
  signingName: string;
  /** Of a `rest:` service: what a request asks for (sandbox/wire/rest.ts); undefined for what it does not have. */
  route?(request: HttpRequest): { action: string; input: Record<string, unknown> } | undefined;
  permissions(action: string, input: Record<string, unknown>): Permission[];
  handle(
    action: string,
    input: Record<string, unknown>,
    caller: Caller,
    raw: WireRequest,
  ): Promise<WireReply>;
}

export interface WireRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

export interface WireReply {
  status: number;
  headers?: Record<string, string>;
  body: string | Buffer | Record<string, unknown>;
}

export interface InvokeResult {
  payload: unknown;
  /** Set when the handler threw, timed out or the worker died. */
  error?: { errorType: string; errorMessage: string; stackTrace?: string[] };
}

export interface Functions {
  /** By ARN (qualifier allowed), name or logical id. Waits for the answer; counts as in flight. */
  invoke(functionArn: string, payload: unknown): Promise<InvokeResult>;
  logs(): { at: number; function: string; line: string }[];
}

/** A resource of a synthesized template with every intrinsic resolved. */
export interface Resource {
  stack: string;
  logicalId: string;
  type: string;
  properties: Record<string, unknown>;
  arn: string;
  /** The construct path from the template's metadata. */
  path: string;
}

export interface Meter {
  count(name: string, by?: number): void;
  read(): Record<string, number>;
}

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';
