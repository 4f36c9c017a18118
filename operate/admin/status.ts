import { EXIT } from '../common/exit.ts';
import { QUEUES, type QueueName, waitingIn } from '../common/queues.ts';
import { alarmsOf } from '../doctor/checks/alarms.ts';
import { endedBadly } from './executions.ts';
import { lostWithin, waitingMails } from './mails.ts';
import type { Office } from './office.ts';
import { latePlans } from './plans.ts';
import { type Sending, sendingOf } from './sending.ts';
import { pausedTriggers } from './triggers.ts';

/** Something to look after: how much of it, and what shows it. */
interface Line {
  what: string;
  count: number;
  /** As many as were counted, and more. */
  isMore?: boolean;
  /** Whether it is to be looked after; whenever there is any of it when left out. */
  isTrouble?: boolean;
  /** What shows them; absent for what is only told. */
  look?: string;
}

const DECISIONS_AHEAD_DAYS = 7;

/** From this share on an alarm rings. */
const NEARLY_ALL = 80;

function sendingLines({ sent, most, paused }: Sending): Line[] {
  const percent = most === undefined ? 0 : Math.round((sent / most) * 100);
  const { since = 'not long ago, no mail has found it out yet', code } = paused ?? {};
  return [
    {
      what:
        most === undefined
          ? `% of the mails that SES allows in 24 hours: ${sent} were sent, there is no limit`
          : `% of the mails that SES allows in 24 hours: ${sent} of ${most}`,
      count: percent,
      isTrouble: percent >= NEARLY_ALL,
    },
    ...(paused ? [{ what: `SES takes no mail, since ${since}${code ? ` (${code})` : ''}`, count: 1 }] : []),
  ];
}

async function linesOf(office: Office): Promise<Line[]> {
  const { store, now, aws, deployment } = office;
  const at = await now();
  const decisionsBefore = `${new Date(Date.parse(at) + DECISIONS_AHEAD_DAYS * 86_400_000).toISOString().slice(0, 19)}Z`;
  const [counts, late, waiting, lost, failed, alarms, paused, sending] = await Promise.all([
    store.counts({ now: at, decisionsBefore }),
    latePlans(office),
    waitingMails(office),
    lostWithin(office),
    endedBadly(office, 'plan-lifecycle'),
    alarmsOf(aws, deployment),
    pausedTriggers(office),
    sendingOf(office),
  ]);
  const unknown = lost.filter(({ status }) => status === 'UNKNOWN').length;
  const queues = await Promise.all(
    (Object.keys(QUEUES) as QueueName[]).map(async (name) => ({
      what: `given up: ${QUEUES[name].holds}`,
      count: (await waitingIn(aws, deployment, name)) ?? 0,
      look: `queue ${name}`,
    })),
  );
  return [
    { what: 'plans under way', count: counts.live.atLeast, isMore: counts.live.isMore, isTrouble: false },
    { what: 'plans nobody drives', count: late.length, look: 'plans --late' },
    { what: 'mails waiting', count: waiting.length, look: 'mails --pending' },
    { what: 'mails nobody knows of', count: unknown, look: 'mails --unknown' },
    { what: 'mails that did not leave, or came back', count: lost.length - unknown, look: 'mails --failed' },
    ...sendingLines(sending),
    {
      what: 'executions failed',
      count: failed.found.length,
      isMore: failed.isMore,
      look: 'executions --failed',
    },
    ...queues,
    { what: 'triggers paused', count: paused, look: 'resume-triggers' },
    { what: 'alarms ringing', count: alarms.filter(({ StateValue }) => StateValue === 'ALARM').length },
  ];
}

/** One screen: what there is to look after. Ids and counts, nobody's name. */
export async function status(office: Office, { json }: { json?: boolean }): Promise<number> {
  const lines = await linesOf(office);
  const troubles = lines.filter(({ count, isTrouble = count > 0 }) => isTrouble);
  if (json) office.print.say(JSON.stringify({ stage: office.stage, at: await office.now(), lines }, null, 2));
  else {
    office.print.say(`${office.stage}, ${await office.now()}\n`);
    for (const line of lines) {
      const count = `${line.count}${line.isMore ? '+' : ''}`.padStart(6);
      const isTrouble = troubles.includes(line);
      const look = isTrouble && line.look ? `    npm run admin -- ${line.look} --stage ${office.stage}` : '';
      office.print.say(`${count}  ${line.what}${look}`);
    }
  }
  return troubles.length > 0 ? EXIT.found : EXIT.fine;
}
