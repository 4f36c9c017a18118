import { chainStart, record, storable, verify } from '../adapters/chain.ts';
import { ruleLibrary } from '../adapters/packs.ts';
import type { RecordedEvent } from '../adapters/store.ts';
import {
  agenda,
  type Command,
  type Context,
  decide,
  evolve,
  fold,
  type Instant,
  type Plan,
  type PlanEvent,
  stamp,
} from '../domain/index.ts';
import { rated } from '../test/support/answers.ts';
import { dcDraft } from '../test/support/plans.ts';
import { microseconds, table } from './measure.ts';

/**
 * What deciding a command costs, and reading a plan from its events, as its record grows from 30 events to 3,000.
 * The records are made by the commands of people who write much down. The microseconds are this machine's; what they
 * grow by is not.
 */
const SIZES = [30, 300, 3_000];
const library = ruleLibrary();
const NOW = '2026-12-16T15:00:00Z';
let links = 0;
const context = (now: Instant): Context => ({
  now,
  actor: { kind: 'principal', id: 'hr-system' },
  newLinkId: () => `link-${++links}`,
  library,
  defaults: { pack: 'general', timeZone: 'America/New_York' },
});

/** A plan with its first check-in open, and as many words and numbers on record as it takes to reach `size` events. */
function planOf(size: number): { plan: Plan; events: PlanEvent[] } {
  const events: PlanEvent[] = [];
  let plan: Plan | undefined;
  const lived = (): Plan => plan as Plan;
  const take = (command: Command, now: Instant): void => {
    for (const fact of decide(command, plan, context(now))) {
      const event = stamp(fact, plan, now, { kind: 'principal', id: 'hr-system' });
      events.push(event);
      plan = evolve(plan, event);
    }
  };
  take({ type: 'DraftPlan', planId: 'bench', draft: dcDraft() }, '2026-12-01T15:00:00Z');
  take({ type: 'ApprovePlan' }, '2026-12-01T15:00:00Z');
  take({ type: 'LaunchPlan' }, '2026-12-01T15:00:00Z');
  for (let step = agenda(lived())[0]; step && step.at <= NOW; step = agenda(lived())[0])
    take(
      { type: 'Advance', run: lived().run },
      step.at > '2026-12-01T15:00:00Z' ? step.at : '2026-12-01T15:00:00Z',
    );
  for (let n = 0; events.length < size; n++) take(said(n), NOW);
  return { plan: lived(), events };
}

function said(n: number): Command {
  const value = n;
  const by = n % 2 ? 'supervisor' : 'employee';
  switch (n % 3) {
    case 0:
      return { type: 'RecordReadings', readings: [{ item: 'accuracy', date: '2026-12-15', value }], by };
    case 1:
      return { type: 'AddNote', text: `Case ${n} was looked at together.`, from: by };
    default:
      return { type: 'Recognise', text: `Case ${n} went well.`, by: 'supervisor', item: 'accuracy' };
  }
}

/** As the store keeps them. */
function chained(events: PlanEvent[]): RecordedEvent[] {
  let prev = chainStart('bench');
  return events.map((event) => {
    const recorded = record(storable(event), prev);
    prev = recorded.hash;
    return recorded;
  });
}

const COMMANDS: Record<string, (plan: Plan) => Command> = {
  'answer a check-in': () => ({
    type: 'AnswerRequest',
    requestId: 'check-in-2026-12-18',
    by: 'employee',
    answer: rated('near'),
  }),
  'advance, nothing due': ({ run }) => ({ type: 'Advance', run }),
  'record a reading': () => ({
    type: 'RecordReadings',
    readings: [{ item: 'timeliness', date: '2026-12-16', value: 70.5 }],
    by: 'supervisor',
  }),
  'add a note': () => ({ type: 'AddNote', text: 'A letter came in.' }),
  'amend the title': () => ({ type: 'AmendPlan', changes: { title: 'Permit reviews' }, reason: 'Shorter.' }),
  'pause for two weeks': () => ({
    type: 'PausePlan',
    from: '2027-01-05',
    until: '2027-01-18',
    reason: 'approved_absence',
  }),
  'withdraw the plan': () => ({ type: 'WithdrawPlan', reason: 'Moved to another post.' }),
};

const plans = SIZES.map(planOf);
const growth = (times: number[]): string => `× ${((times.at(-1) ?? 0) / (times[0] ?? 1)).toFixed(1)}`;
const line = (name: string, times: number[]): string[] => [
  name,
  ...times.map((time) => time.toFixed(1)),
  growth(times),
];

console.log(`Microseconds for each call, by events on record; Node ${process.version}\n`);
console.log(
  table([
    ['', ...plans.map(({ events }) => `${events.length} events`), 'growth'],
    line(
      'fold the whole record',
      plans.map(({ events }) => microseconds(() => fold(events))),
    ),
    line(
      'verify its chain',
      plans.map(({ events }) => {
        const recorded = chained(events);
        return microseconds(() => verify('bench', recorded));
      }),
    ),
    ...Object.entries(COMMANDS).map(([name, command]) =>
      line(
        name,
        plans.map(({ plan }) => microseconds(() => decide(command(plan), plan, context(NOW)))),
      ),
    ),
  ]),
);
console.log(
  '\nThe record grows × 100: what reads every event once grows as much, a decision should hardly grow at all.',
);
