import type { Instant } from '../domain/index.ts';
import { SENDING } from './keys.ts';
import type { Row, Rows } from './rows.ts';

/** SES takes no mail at all: AWS paused sending, or suspended the account. */
export interface Pause {
  since: Instant;
  /** The error SES answers with. */
  code: string;
}

/** Remembers for every worker that SES takes no mail, so that not each of them finds it out with each mail. */
export interface SendingPause {
  /** `undefined` while SES takes mail. */
  current(): Promise<Pause | undefined>;
  /** Whether this caller is the one in ten minutes that tries a mail all the same. */
  mayProbe(now: Instant): Promise<boolean>;
  /** SES says that it takes none. @returns the pause as it stands, which may be older. */
  begin(code: string, now: Instant): Promise<Pause>;
  /** SES has taken a mail again. @returns whether this pause was still on. */
  end(pause: Pause, now: Instant): Promise<boolean>;
}

/** Shorter than a round of the sweeper, which brings the mails back: every round tries one. */
export const PROBE_MINUTES = 10;

export const createSendingPause = (rows: Rows): SendingPause => ({
  async current() {
    return pauseIn(await rows.get(SENDING));
  },

  async mayProbe(now) {
    const change = { set: { probeAt: minutesAfter(now, PROBE_MINUTES) } };
    return (await rows.update(SENDING, change, { probeAt: { absentOrAtMost: now } })) !== undefined;
  },

  async begin(code, now) {
    const begun = await rows.update(
      SENDING,
      { set: { since: now, code, probeAt: minutesAfter(now, PROBE_MINUTES) } },
      { since: { absentOrAtMost: '' } },
    );
    return pauseIn(begun ?? (await rows.get(SENDING))) ?? { since: now, code };
  },

  async end({ since }, now) {
    const change = { set: { endedAt: now }, remove: ['since', 'code', 'probeAt'] };
    return (await rows.update(SENDING, change, { since: [since] })) !== undefined;
  },
});

const pauseIn = (row: Row | undefined): Pause | undefined =>
  typeof row?.since === 'string' ? { since: row.since, code: String(row.code) } : undefined;

const minutesAfter = (at: Instant, minutes: number): Instant =>
  `${new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 19)}Z`;
