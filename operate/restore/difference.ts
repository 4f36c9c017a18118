import { isDeepStrictEqual } from 'node:util';
import type { Change, Row } from './rows.ts';

type Rows = ReadonlyMap<string, Row>;

/** What going back means for one partition. */
export interface Difference {
  changes: Change[];
  /** Events that the record loses, and how many of them are answers that people gave. */
  eventsLost: number;
  answersLost: number;
  /** Mails that were owed then and have been sent since: they go out a second time, or are held for HR. */
  mailAgain: number;
  /** Other effects that were owed then and have happened since; each may safely happen twice. */
  effectsAgain: number;
}

const PLAN = 'PLAN';
/** Of these nobody can say that the reader has not got them. */
const MAY_HAVE_GONE_OUT = ['SENT', 'SENDING', 'UNKNOWN'];

const text = (row: Row | undefined, name: string): string => row?.[name]?.S ?? row?.[name]?.N ?? '';
const isMail = (row: Row): boolean => text(row, 'kind') === 'mail';

/**
 * How a partition as it is becomes as it was.
 *
 * @param holdMail mails that have gone out since are put down as begun and never finished: the sweeper says of them that
 * nobody knows whether they arrived, and HR decides.
 */
export function difference(live: Rows, wanted: Rows, holdMail: boolean): Difference {
  const owed = [...wanted].filter(
    ([sk, row]) => sk.startsWith('OUTBOX#') && text(row, 'status') === 'PENDING',
  );
  const again = owed.filter(([sk, row]) => {
    const now = text(live.get(sk), 'status');
    return isMail(row) ? MAY_HAVE_GONE_OUT.includes(now) : now === 'DONE';
  });
  const held = new Map(
    holdMail ? again.filter(([, row]) => isMail(row)).map(([sk, row]) => [sk, heldBack(row)]) : [],
  );
  const lost = [...live].filter(([sk]) => sk.startsWith('EVENT#') && !wanted.has(sk)).map(([, row]) => row);
  const puts = [...wanted]
    .map(([sk, row]): [string, Row] => [sk, held.get(sk) ?? row])
    .filter(([sk, row]) => !isDeepStrictEqual(row, live.get(sk)));
  return {
    changes: [
      ...puts.map(
        ([sk, row]): Change =>
          sk === PLAN ? { put: row, ifVersion: live.get(sk)?.version?.N } : { put: row },
      ),
      ...[...live].filter(([sk]) => !wanted.has(sk)).map(([, row]): Change => ({ remove: row })),
    ],
    eventsLost: lost.length,
    answersLost: lost.filter((row) => text(row, 'type') === 'RequestAnswered').length,
    mailAgain: again.filter(([, row]) => isMail(row)).length,
    effectsAgain: again.filter(([, row]) => !isMail(row)).length,
  };
}

/** As if whoever sent it had died over it: the lease is over since the mail was owed. */
const heldBack = (row: Row): Row => ({
  ...row,
  status: { S: 'SENDING' },
  leaseUntil: row.createdAt ?? { S: '' },
});

export interface DrivenPlan {
  planId: string;
  status: string;
  run: number;
}

/** The plan a partition holds, and the run that drives it. */
export function planIn(rows: Rows, sk = PLAN): DrivenPlan | undefined {
  const row = rows.get(sk);
  return row && { planId: text(row, 'planId'), run: Number(text(row, 'run')), status: text(row, 'status') };
}
