import { Refusal } from '../domain/errors.ts';
import type { Certificate } from './store.ts';

/** Others kept recording on the same plan; nothing was written. */
export class StoreBusy extends Refusal {
  readonly code = 'busy';
  readonly wayOut = 'Send the same request again.';
  constructor(readonly attempts: number) {
    super(`The plan kept changing; gave up after ${attempts} attempts.`);
  }
  override get name(): string {
    return 'StoreBusy';
  }
}

/** More than one transaction can hold; nothing was written. */
export class CommitTooLarge extends Refusal {
  readonly code = 'commit_too_large';
  readonly wayOut = 'Shorten the texts, or involve fewer people in one plan.';
  constructor(
    readonly what: 'rows' | 'bytes of one row',
    readonly size: number,
    readonly most: number,
  ) {
    super(`One change may write at most ${most} ${what}; this one needs ${size}.`);
  }
}

/** The record does not verify: an event is missing, out of order or was altered. Nothing is decided on it. */
export class BrokenRecord extends Refusal {
  readonly code = 'broken_record';
  readonly wayOut = 'Restore the record from a backup; see who wrote to the table.';
  constructor(
    /** The first event that does not verify. */
    readonly seq: number,
  ) {
    super(`Event ${seq} of the record does not verify.`);
  }
}

/** The record was deleted when its time was over; all that is left is the certificate that says so. */
export class PlanErased extends Refusal {
  readonly code = 'erased';
  readonly wayOut = 'Nothing: it cannot be brought back. The certificate says by which rule it was deleted.';
  constructor(readonly certificate: Certificate) {
    super('The record of this plan was deleted when the time it has to be kept was over.');
  }
  override get name(): string {
    return 'PlanErased';
  }
}

/** The key stands for something else that was sent with it before; nothing was done. */
export class KeyReused extends Refusal {
  readonly code = 'idempotency_key_reused';
  readonly wayOut = 'Give each new request a new key; repeat a request word for word.';
  constructor() {
    super('This idempotency key came before with another body.');
  }
  override get name(): string {
    return 'KeyReused';
  }
}

export class BadCursor extends Refusal {
  readonly code = 'bad_cursor';
  readonly wayOut = 'List again from the beginning.';
  constructor() {
    super('The cursor is not one that this list gave out.');
  }
}
