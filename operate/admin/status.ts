import { EXIT } from '../common/exit.ts';
import { QUEUES, type QueueName, waitingIn } from '../common/queues.ts';
import { alarmsOf } from '../doctor/checks/alarms.ts';
import { executionsIn } from './executions.ts';
import { endedMails, waitingMails } from './mails.ts';
import type { Office } from './office.ts';
import { latePlans } from './plans.ts';

/** Something to look after: how much of it, and what shows it. */
interface Line {
  what: string;
  count: number;
  /** As many as were counted, and more. */
  isMore?: boolean;
  /** What shows them; absent for what is only told. */
  look?: string;
}

const DECISIONS_AHEAD_DAYS = 7;

async function linesOf(office: Office): Promise<Line[]> {
  const { store, now, aws, deployment } = office;
  const at = await now();
  const decisionsBefore = `${new Date(Date.parse(at) + DECISIONS_AHEAD_DAYS * 86_400_000).toISOString().slice(0, 19)}Z`;
  const [counts, late, waiting, ended, failed, alarms] = await Promise.all([
    store.counts({ now: at, decisionsBefore }),
    latePlans(office),
    waitingMails(office),
    endedMails(office, ['UNKNOWN', 'FAILED']),
    executionsIn(office, 'plan-lifecycle', ['FAILED', 'TIMED_OUT']),
    alarmsOf(aws, deployment),
  ]);
  const of = (status: string) => ended.filter((mail) => mail.status === status).length;
  const queues = await Promise.all(
    (Object.keys(QUEUES) as QueueName[]).map(async (name) => ({
      what: `given up: ${QUEUES[name].holds}`,
      count: (await waitingIn(aws, deployment, name)) ?? 0,
      look: `queue ${name}`,
    })),
  );
  return [
    { what: 'plans under way', count: counts.live.atLeast, isMore: counts.live.isMore },
    { what: 'plans nobody drives', count: late.length, look: 'plans --late' },
    { what: 'mails waiting', count: waiting.length, look: 'mails --pending' },
    { what: 'mails nobody knows of', count: of('UNKNOWN'), look: 'mails --unknown' },
    { what: 'mails that did not leave', count: of('FAILED'), look: 'mails --failed' },
    {
      what: 'executions failed',
      count: failed.found.length,
      isMore: failed.isMore,
      look: 'executions --failed',
    },
    ...queues,
    { what: 'alarms ringing', count: alarms.filter(({ StateValue }) => StateValue === 'ALARM').length },
  ];
}

/** One screen: what there is to look after. Ids and counts, nobody's name. */
export async function status(office: Office, { json }: { json?: boolean }): Promise<number> {
  const lines = await linesOf(office);
  const troubles = lines.slice(1).filter(({ count }) => count > 0);
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
