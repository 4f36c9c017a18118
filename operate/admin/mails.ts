import type { OutboxRow, OutboxStatus } from '../../adapters/store.ts';
import { EXIT } from '../common/exit.ts';
import { justAfter, type Office } from './office.ts';

/** Plans with mail that somebody did not get are looked at for it. */
const MOST_PLANS = 200;

type MailRow = Extract<OutboxRow, { kind: 'mail' }>;

const isMail = (row: OutboxRow): row is MailRow => row.kind === 'mail';

/** Mails that are owed and not handed over, the oldest first. */
export async function waitingMails({ store, now }: Pick<Office, 'store' | 'now'>): Promise<MailRow[]> {
  return (await store.lateOutbox(justAfter(await now()))).filter(isMail);
}

/** Mails that ended in one of these states, of plans where somebody did not get one. */
export async function endedMails(
  { store, now }: Pick<Office, 'store' | 'now'>,
  statuses: readonly OutboxStatus[],
): Promise<MailRow[]> {
  const at = await now();
  const found: MailRow[] = [];
  let cursor: string | undefined;
  let looked = 0;
  do {
    const page = await store.list({ bounced: true, limit: 100, ...(cursor !== undefined && { cursor }) }, at);
    for (const { planId } of page.plans) {
      const rows = (await store.outbox(planId)).filter(isMail);
      found.push(...rows.filter(({ status }) => statuses.includes(status)));
    }
    looked += page.plans.length;
    cursor = page.cursor;
  } while (cursor !== undefined && looked < MOST_PLANS);
  return found;
}

export interface MailOptions {
  unknown?: boolean;
  pending?: boolean;
  failed?: boolean;
  json?: boolean;
}

/** Mails by how far they are; to whom by the id in the plan, never the address. */
export async function mails(office: Office, options: MailOptions): Promise<number> {
  const { print, stage } = office;
  const isAll = !options.unknown && !options.pending && !options.failed;
  const ended: OutboxStatus[] = [
    ...(options.unknown || isAll ? (['UNKNOWN'] as const) : []),
    ...(options.failed || isAll ? (['FAILED'] as const) : []),
  ];
  const found = [
    ...(options.pending || isAll ? await waitingMails(office) : []),
    ...(ended.length > 0 ? await endedMails(office, ended) : []),
  ];
  if (options.json)
    print.say(
      JSON.stringify(
        found.map(({ planId, key, status, template, to, createdAt, attempts, error }) => ({
          ...{ planId, key, status, template, to, createdAt, attempts },
          ...(error !== undefined && { error }),
        })),
        null,
        2,
      ),
    );
  else if (found.length === 0) print.say('No such mail.');
  else {
    for (const { planId, status, template, to, createdAt, attempts, error } of found)
      print.say(
        `${planId}  ${status}  ${template} to ${to}, owed since ${createdAt}, tried ${attempts} times${error ? ` (${error})` : ''}`,
      );
    print.say(
      `\nPENDING ones go by themselves: npm run doctor -- --stage ${stage} says what holds them up. UNKNOWN and FAILED ones are for HR: the Repair page of the admin site has the ways out.`,
    );
  }
  return found.length > 0 ? EXIT.found : EXIT.fine;
}
