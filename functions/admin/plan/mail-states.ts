import type { OutboxRow } from '../../../adapters/store.ts';
import type { MailState } from '../../../views/admin/plan/people.ts';

/** How every mail of a plan ended, or how far it is; its other effects are left out. */
export const mailStates = (outbox: readonly OutboxRow[]): MailState[] =>
  outbox.flatMap((row) =>
    row.kind === 'mail'
      ? [
          {
            to: row.to,
            template: row.template,
            ...(row.requestId && { requestId: row.requestId }),
            status: row.status,
            at: row.settledAt ?? row.createdAt,
            arrived: row.deliveredAt !== undefined && row.returnedAt === undefined,
          },
        ]
      : [],
  );
