import { createWorkflows } from '../../adapters/workflows.ts';
import { confirm } from '../common/ask.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import { deleteCommand, OutOfReach } from '../restore/past-table.ts';
import { runsOf } from '../restore/runs.ts';
import { backFrom, copiesOf, type Restored, reachOf, restore, statusOf } from '../restore.ts';
import type { Office } from './office.ts';

export interface RestoreTo {
  /** ISO 8601. */
  to?: string;
  /** A table that holds what the record is to be, in place of one made of the live one's past. */
  from?: string;
  apply?: boolean;
  holdMail?: boolean;
  yes?: boolean;
}

const momentIn = (text: string): Date => {
  const moment = new Date(text);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(moment.getTime())) return moment;
  throw new Cannot(`--to takes a moment such as 2027-03-16T13:00:00Z, not "${text}".`, 'Give it in UTC.');
};

function say({ print }: Office, done: Restored, isDry: boolean): void {
  const would = isDry ? 'would be' : 'were';
  print.say(
    [
      `${done.looked} partitions looked at, ${done.changed} ${isDry ? 'differ' : 'differed'}${done.finishedBefore > 0 ? `, ${done.finishedBefore} done before` : ''}.`,
      `${done.rowsWritten} rows ${would} written and ${done.rowsRemoved} removed.`,
      `Forgotten: ${done.eventsLost} events, ${done.answersLost} answers, and ${done.plansRemoved.length} plans that were not there yet.`,
      ...done.plansRemoved.map((planId) => `  gone: ${planId}`),
      `${done.restarted} plans go on from then. Of mails that were owed then, ${done.mailKept} have gone out since and stay sent.`,
      `Of others nobody knows whether they went out, or they came back, or their links are no more: ${done.mailAgain} ${would} sent again, ${done.mailHeld} held for HR.`,
      `${done.effectsAgain} other effects that were owed then happen again.`,
      ...done.failed.map(({ partition, because }) => `  not done: ${partition} (${because})`),
    ].join('\n'),
  );
}

/** What the record is to become: the table that holds it, and since when whatever came later is forgotten. */
interface Wanted {
  table: string;
  since: string;
}

async function wantedBy(office: Office, { to, from }: RestoreTo): Promise<Wanted | undefined> {
  const { aws, deployment, print } = office;
  const [client, live] = [aws.dynamodb(), deployment.output('TableName')];
  if (to !== undefined && from !== undefined)
    throw new Cannot('--to and --from say two things.', 'Give one of them.');
  if (from !== undefined) {
    if (from === live) throw new Cannot(`${from} is the live table itself.`, 'Name the one that was copied.');
    if ((await statusOf(client, from)) !== 'ACTIVE')
      throw new Cannot(
        `There is no table ${from} that can be read in ${aws.region}.`,
        `aws dynamodb list-tables --region ${aws.region} names those there are.`,
      );
    return { table: from, since: `what ${from} holds` };
  }
  if (to === undefined) return undefined;
  const at = momentIn(to);
  const { name } = await backFrom(client, live, at, {
    onWait: (status) => print.complain(`DynamoDB makes the table of then (${status}) ...`),
  });
  print.say(`What was then is in the table ${name}.`);
  return { table: name, since: at.toISOString() };
}

async function sayReach({ aws, deployment, print, stage }: Office): Promise<number> {
  const reach = await reachOf(aws.dynamodb(), deployment.output('TableName'));
  if (!reach)
    throw new Cannot(
      'The table keeps no past: point-in-time recovery is off.',
      `npm run deploy -- --stage ${stage} turns it on.`,
    );
  const latest = `${reach.latest.toISOString().slice(0, 19)}Z`;
  print.say(
    `The record can be restored to any moment from ${reach.earliest.toISOString().slice(0, 19)}Z to ${latest}.\nWhat that would do: npm run admin -- restore --to ${latest} --stage ${stage}`,
  );
  for (const copy of await copiesOf(aws.dynamodb(), deployment.output('TableName')))
    print.say(`A copy lies beside it since then: ${deleteCommand(copy, aws.region)}`);
  return EXIT.fine;
}

/** Makes the record what it was at an earlier moment. Without `apply` it says what would happen. */
export async function restoring(office: Office, options: RestoreTo): Promise<number> {
  const { aws, deployment, print, stage } = office;
  const client = aws.dynamodb();
  const live = deployment.output('TableName');
  try {
    const wanted = await wantedBy(office, options);
    if (!wanted) return sayReach(office);
    const isDry = !options.apply;
    if (!isDry)
      await confirm(
        `Everything recorded in ${stage} after ${wanted.since} is forgotten: answers people gave too.`,
        options.yes,
      );
    const workflows = createWorkflows({
      client: aws.sfn(),
      stateMachineArn: deployment.output('StateMachineArn'),
    });
    let looked = 0;
    const done = await restore({
      ...{ client, live, restored: wanted.table, dryRun: isDry, holdMail: options.holdMail ?? false },
      runs: runsOf(
        { store: office.store, workflows },
        await office.contexts(),
        `Goes on from the record as it was: ${wanted.since}.`,
      ),
      onProgress: (sofar) => {
        if (sofar.looked - looked < 100) return;
        looked = sofar.looked;
        print.complain(`${looked} partitions looked at ...`);
      },
    });
    say(office, done, isDry);
    print.say(
      isDry
        ? `\nNothing was changed. To do it: the same with --apply${options.holdMail ? '' : '; with --hold-mail HR is asked about mails that a reader may have, and they are not sent again'}.`
        : done.failed.length > 0
          ? `\n${done.failed.length} were not done. The same command once more takes up those alone, and leaves the others as they are now.`
          : `\nNow: npm run admin -- sweep --stage ${stage}, then npm run admin -- status --stage ${stage}`,
    );
    print.say(
      `The table ${wanted.table} holds everything about everybody and has no end of its own. As soon as you need it no more: ${deleteCommand(wanted.table, aws.region)}`,
    );
    return done.failed.length > 0 ? EXIT.found : EXIT.fine;
  } catch (error) {
    if (error instanceof OutOfReach) throw new Cannot(error.message, 'Choose another moment.');
    throw error;
  }
}
