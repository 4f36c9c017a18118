import { createWorkflows } from '../../adapters/workflows.ts';
import { confirm } from '../common/ask.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import { OutOfReach } from '../restore/past-table.ts';
import { runsOf } from '../restore/runs.ts';
import { backFrom, PlanKeepsChanging, type Restored, restore } from '../restore.ts';
import type { Office } from './office.ts';

export interface RestoreTo {
  /** ISO 8601. */
  to: string;
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
      `${done.restarted} plans go on from then. ${done.mailAgain} mails are owed once more, and ${done.effectsAgain} other effects.`,
    ].join('\n'),
  );
}

/** Makes the record what it was at an earlier moment. Without `apply` it says what would happen. */
export async function restoring(office: Office, options: RestoreTo): Promise<number> {
  const { aws, deployment, print, stage } = office;
  const at = momentIn(options.to);
  const client = aws.dynamodb();
  const live = deployment.output('TableName');
  try {
    const past = await backFrom(client, live, at, {
      onWait: (status) => print.complain(`DynamoDB makes the table of then (${status}) ...`),
    });
    print.say(`What was then is in the table ${past.name}.`);
    const isDry = !options.apply;
    if (!isDry)
      await confirm(
        `Everything recorded in ${stage} after ${at.toISOString()} is forgotten: answers people gave too.`,
        options.yes,
      );
    const workflows = createWorkflows({
      client: aws.sfn(),
      stateMachineArn: deployment.output('StateMachineArn'),
    });
    let looked = 0;
    const done = await restore({
      ...{ client, live, restored: past.name, dryRun: isDry, holdMail: options.holdMail ?? false },
      runs: runsOf(
        { store: office.store, workflows },
        await office.contexts(),
        `Goes on from the record as it was at ${at.toISOString()}.`,
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
        ? `\nNothing was changed. To do it: the same with --apply${options.holdMail ? '' : '; with --hold-mail HR is asked about mails that were sent since, and they are not sent again'}.`
        : `\nNow: npm run admin -- sweep --stage ${stage}, then npm run admin -- status --stage ${stage}`,
    );
    return EXIT.fine;
  } catch (error) {
    if (error instanceof OutOfReach) throw new Cannot(error.message, 'Choose another moment.');
    if (error instanceof PlanKeepsChanging) throw new Cannot(error.message, 'Run the same once more.');
    throw error;
  }
}
