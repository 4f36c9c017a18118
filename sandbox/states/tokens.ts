import { createHash } from 'node:crypto';
import { AwsError } from '../types.ts';

/** A task waiting for its token to come back. */
export interface PendingTask {
  succeed(output: string, value: unknown): void;
  fail(error: string | undefined, cause: string | undefined): void;
  heartbeat(): void;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SHAPE = /^AQC[\w-]{96}$/;
const FINISHED_KEPT = 100_000;

/** Hands out task tokens and finds the task a token belongs to. */
export class TaskTokens {
  readonly #pending = new Map<string, PendingTask>();
  readonly #finished = new Set<string>();
  /** The state machine each token was handed out by. */
  readonly #machines = new Map<string, string>();

  readonly #random: () => number;

  /** @param random answers [0, 1); as unguessable as its source */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** @param machine ARN of the state machine whose task waits */
  issue(machine: string): string {
    let secret = '';
    for (let length = 0; length < 80; length++) secret += ALPHABET[Math.floor(this.#random() * 64)];
    const token = `AQC${secret}${checkOf(secret)}`;
    this.#machines.set(token, machine);
    return token;
  }

  /** The ARN of the state machine a token belongs to, also when its task is over. */
  machineOf(token: string): string | undefined {
    return this.#machines.get(token);
  }

  open(token: string, task: PendingTask) {
    this.#pending.set(token, task);
  }

  /** The token's task is over; whoever comes with the token later is told so. */
  close(token: string) {
    if (!this.#pending.delete(token)) return;
    if (this.#finished.size >= FINISHED_KEPT) this.#finished.clear();
    this.#finished.add(token);
  }

  /** @throws AwsError InvalidToken, TaskDoesNotExist or TaskTimedOut, as AWS tells them apart */
  find(token: unknown): PendingTask {
    if (typeof token !== 'string' || !SHAPE.test(token) || checkOf(token.slice(3, 83)) !== token.slice(83)) {
      throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
    }
    const task = this.#pending.get(token);
    if (task !== undefined) return task;
    if (this.#finished.has(token)) {
      throw new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
    }
    throw new AwsError('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
  }

  forget() {
    this.#pending.clear();
    this.#finished.clear();
    this.#machines.clear();
  }
}

function checkOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 16);
}
