import { QUEUES, type QueueName, waitingIn } from '../../common/queues.ts';
import { type Finding, ok, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

/** Whether something was given up. */
export const queues: Check = {
  name: 'queues',
  look: async ({ aws, deployment, stage }) => {
    const findings: Finding[] = [];
    for (const name of Object.keys(QUEUES) as QueueName[]) {
      const waiting = await waitingIn(aws, deployment, name);
      const check = `queues.${name}`;
      if (waiting === undefined)
        findings.push(
          wrong(
            check,
            `This stage keeps no ${QUEUES[name].holds}: they would be lost without a trace.`,
            `npm run deploy -- --stage ${stage}`,
          ),
        );
      else if (waiting === 0) findings.push(ok(check, `No ${QUEUES[name].holds}.`));
      else
        findings.push(
          wrong(
            check,
            `${waiting} ${QUEUES[name].holds}.`,
            `npm run admin -- queue ${name} --stage ${stage}, and when the cause is mended: npm run admin -- queue ${name} --redrive --stage ${stage}`,
          ),
        );
    }
    return findings;
  },
};
