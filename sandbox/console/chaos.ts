import type { Fault, FaultName } from '../faults.ts';
import { seededRandom } from '../wire/random.ts';

export interface Switch {
  name: FaultName;
  title: string;
  /** What happens, and what should come of it. */
  what: string;
  /** What it can be narrowed down to. */
  narrows: readonly ('service' | 'function')[];
}

/** Every fault there is, in the order of the page. */
export const SWITCHES: readonly Switch[] = [
  {
    name: 'throttle',
    title: 'Throttle',
    what: 'AWS calls are refused before they have an effect, as when they come too fast. The SDK tries again; what fails all the same is retried by the workflow.',
    narrows: ['service', 'function'],
  },
  {
    name: 'error',
    title: 'Fail',
    what: 'AWS calls are answered 500 before they have an effect. Retried in the same way.',
    narrows: ['service', 'function'],
  },
  {
    name: 'lost_response',
    title: 'Lose the response',
    what: 'AWS calls have their effect, and the connection closes without an answer. Trying again must not do it twice.',
    narrows: ['service', 'function'],
  },
  {
    name: 'duplicate_delivery',
    title: 'Deliver twice',
    what: 'A function gets the same batch of the table’s stream a second time. No mail may go out twice.',
    narrows: ['function'],
  },
  {
    name: 'bounce',
    title: 'Bounce',
    what: 'SES accepts the mail, and it comes back for good. Nothing more may be mailed to that address, and HR has to hear of it.',
    narrows: ['function'],
  },
  {
    name: 'complaint',
    title: 'Complaint',
    what: 'The mail arrives, and its reader calls it spam. Nothing more may be mailed to that address until HR has asked them.',
    narrows: ['function'],
  },
  {
    name: 'delay',
    title: 'Delay',
    what: 'SES accepts the mail, and the reader’s mail system makes it wait: SES says so, and goes on trying.',
    narrows: ['function'],
  },
  {
    name: 'reject',
    title: 'Reject',
    what: 'SES accepts the mail and then finds that it must not be delivered. It never arrives.',
    narrows: ['function'],
  },
  {
    name: 'quota',
    title: 'Use up the daily quota',
    what: 'SES refuses mail because as much went out in a day as the account may send. The mailer waits an hour or so and tries again; no mail is lost.',
    narrows: ['function'],
  },
  {
    name: 'sending_paused',
    title: 'Pause sending',
    what: 'SES refuses mail because sending is paused for the account. The mailer stops trying but for one mail now and then, operators are told, and everything goes out when sending is allowed again.',
    narrows: ['function'],
  },
  {
    name: 'kill_worker',
    title: 'Kill the worker',
    what: 'A function’s environment dies after it did its work and before it answered. Whoever invoked it tries again.',
    narrows: ['function'],
  },
  {
    name: 'drop_callback',
    title: 'Drop the callback',
    what: 'Step Functions says that it took an answer, and the execution goes on waiting. The sweeper has to notice and mend it.',
    narrows: ['function'],
  },
];

export const switchOf = (name: FaultName): Switch => {
  const found = SWITCHES.find((one) => one.name === name);
  if (!found) throw new RangeError(`There is no fault ${name}.`);
  return found;
};

/** AWS services by signing name, and what people call them. */
export const SERVICES: Readonly<Record<string, string>> = {
  dynamodb: 'DynamoDB',
  states: 'Step Functions',
  ses: 'SES',
  events: 'EventBridge',
  secretsmanager: 'Secrets Manager',
};

const CALLED = Object.keys(SERVICES);

/**
 * A mix of two to four different faults, each of which strikes one to three times. The same seed is the same mix, and
 * strikes the same calls of the same run.
 */
export const surpriseMix = (seed: number): Fault[] => {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const left = [...SWITCHES];
  return Array.from({ length: 2 + below(3) }, () => {
    const [one] = left.splice(below(left.length), 1) as [Switch];
    const service = CALLED[below(CALLED.length)] as string;
    return {
      name: one.name,
      ...(one.narrows.includes('service') ? { service } : {}),
      times: 1 + below(3),
      probability: [0.1, 0.25, 0.5][below(3)] as number,
      seed: below(1000),
    };
  });
};
