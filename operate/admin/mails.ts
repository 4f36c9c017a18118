import { EXIT } from '../common/exit.ts';
import { type HowLost, isMail, LOST, type LostMail, lostMails, type MailRow } from './lost-mails.ts';
import { justAfter, minutesBefore, type Office } from './office.ts';

/** Lost mails are listed for so long, and longer where somebody is still to be reached another way. */
export const LOST_FOR_DAYS = 7;

/** Mails that are owed and not handed over, the oldest first. */
export async function waitingMails({ store, now }: Pick<Office, 'store' | 'now'>): Promise<MailRow[]> {
  return (await store.lateOutbox(justAfter(await now()))).filter(isMail);
}

/** Mails lost within as many minutes; a week when left out. */
export const lostWithin = async (
  office: Pick<Office, 'store' | 'now'>,
  minutes = LOST_FOR_DAYS * 24 * 60,
): Promise<LostMail[]> => lostMails(office, minutesBefore(await office.now(), minutes));

export interface MailOptions {
  unknown?: boolean;
  pending?: boolean;
  failed?: boolean;
  json?: boolean;
  /** Milliseconds. */
  since?: number;
}

const wanted = ({ unknown, pending, failed }: MailOptions): readonly HowLost[] => {
  if (!unknown && !pending && !failed) return LOST;
  return LOST.filter((how) => (how === 'UNKNOWN' ? unknown : failed));
};

const asWaiting = ({ planId, key, template, to, createdAt, attempts, error }: MailRow) => ({
  ...{ planId, status: 'PENDING' as const, to, since: createdAt, mail: { key, template, attempts } },
  ...(error !== undefined && { error }),
});

const lineOf = ({
  planId,
  status,
  to,
  since,
  mail,
  error,
}: LostMail | ReturnType<typeof asWaiting>): string =>
  mail
    ? `${planId}  ${status}  ${mail.template} to ${to}, owed since ${since}, tried ${mail.attempts} times${error ? ` (${error})` : ''}`
    : `${planId}  ${status}  by ${to}, at ${since}`;

/** What an empty list says, each of what was asked for. */
const noneOf = ({ unknown, pending, failed }: MailOptions): string => {
  const isAll = !unknown && !pending && !failed;
  return [
    ...(isAll || pending ? ['No mail waits.'] : []),
    ...(isAll || unknown ? ['Of every mail it is known whether it left.'] : []),
    ...(isAll || failed ? ['None failed, came back, was rejected or complained of.'] : []),
  ].join(' ');
};

/** Mails by how far they are; to whom by the id in the plan, never the address. */
export async function mails(office: Office, options: MailOptions): Promise<number> {
  const { print, stage } = office;
  const { pending, since, json } = options;
  const states = wanted(options);
  const lost =
    states.length > 0 ? await lostWithin(office, since === undefined ? undefined : since / 60_000) : [];
  const found = [
    ...(pending || states === LOST ? (await waitingMails(office)).map(asWaiting) : []),
    ...lost.filter(({ status }) => states.includes(status)),
  ];
  if (json) print.say(JSON.stringify(found, null, 2));
  else if (found.length === 0) print.say(noneOf(options));
  else {
    for (const one of found) print.say(lineOf(one));
    print.say(
      `\nPENDING ones go by themselves: npm run doctor -- --stage ${stage} says what holds them up. All others are for HR: the Repair page of the admin site has the ways out.`,
    );
  }
  return found.length > 0 ? EXIT.found : EXIT.fine;
}
