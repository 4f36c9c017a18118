import { isDeepStrictEqual } from 'node:util';
import { type MailFate, mailAsItWas } from './mail.ts';
import { type Change, PLAN, type Row, text } from './rows.ts';

export type Rows = ReadonlyMap<string, Row>;

/** What going back means for one partition. */
export interface Difference {
  changes: Change[];
  /** The versions of its plan: as it was looked at, and as it is to become; `undefined` where there is none. */
  versions: { now: string | undefined; wanted: string | undefined };
  /** Events that the record loses, and how many of them are answers that people gave. */
  eventsLost: number;
  answersLost: number;
  /** Mails that were not done with then and have gone out since: they stay sent. */
  mailKept: number;
  /** Mails that may have gone out since and are sent anew: nobody knows of them, they came back, or their links are no more. */
  mailAgain: number;
  /** Those of them that HR is asked about instead. */
  mailHeld: number;
  /** Other effects that were owed then and have happened since; each may safely happen twice. */
  effectsAgain: number;
}

const isEffect = (row: Row | undefined): boolean => row !== undefined && text(row, 'kind') !== 'mail';

/**
 * How a partition as it is becomes as it was.
 *
 * @param holdMail mails of which nobody can say that the reader has not got them are put down as begun and never finished:
 * the sweeper says of them that nobody knows whether they arrived, and HR decides.
 */
export function difference(live: Rows, then: Rows, holdMail: boolean): Difference {
  const lost = [...live].filter(([sk]) => sk.startsWith('EVENT#') && !then.has(sk)).map(([, row]) => row);
  const linksChange = [...then].some(
    ([sk, row]) => sk.startsWith('LINK#') && text(row, 'generation') !== text(live.get(sk), 'generation'),
  );
  const fates = new Map<string, { row: Row; fate: MailFate }>();
  let effectsAgain = 0;
  for (const [sk, row] of then) {
    if (!sk.startsWith('OUTBOX#')) continue;
    if (!isEffect(row)) fates.set(sk, mailAsItWas(row, live.get(sk), { holdMail, linksChange }));
    else if (text(row, 'status') === 'PENDING' && text(live.get(sk), 'status') === 'DONE') effectsAgain += 1;
  }
  const wanted = [...then].map(([sk, row]): [string, Row] => [sk, fates.get(sk)?.row ?? row]);
  const fated = (fate: MailFate) => [...fates.values()].filter((each) => each.fate === fate).length;
  return {
    changes: [
      ...wanted
        .filter(([sk, row]) => !isDeepStrictEqual(row, live.get(sk)))
        .map(([, row]): Change => ({ put: row })),
      ...[...live].filter(([sk]) => !then.has(sk)).map(([, row]): Change => ({ remove: row })),
    ],
    versions: { now: live.get(PLAN)?.version?.N, wanted: then.get(PLAN)?.version?.N },
    eventsLost: lost.length,
    answersLost: lost.filter((row) => text(row, 'type') === 'RequestAnswered').length,
    mailKept: fated('kept'),
    mailAgain: fated('again'),
    mailHeld: fated('held'),
    effectsAgain,
  };
}

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
