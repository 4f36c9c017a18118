import { performance } from 'node:perf_hooks';
import { ruleLibrary } from '../adapters/packs.ts';
import { type Context, futuresOf, type Moment, type PlanDraft, type WhatIf } from '../domain/index.ts';
import { dcDraft } from '../test/support/plans.ts';
import { table } from './measure.ts';

/** How long the whole future of 500 drafts takes, computed in one call: every mail, deadline and escalation. */
const PLANS = 500;
const context: Context = {
  now: '2026-12-01T15:00:00Z',
  actor: { kind: 'principal', id: 'hr-system' },
  newLinkId: () => 'link',
  library: ruleLibrary(),
  defaults: { pack: 'general', timeZone: 'America/New_York' },
};
const drafts = Array.from(
  { length: PLANS },
  (_, index): PlanDraft => dcDraft({ title: `Plan ${index + 1}` }),
);

const CASES: Record<string, WhatIf> = {
  'everybody silent': {},
  'everybody answers': { people: 'answer' },
  'employee silent': { people: 'answer', silent: ['employee'] },
  'two weeks away': { people: 'answer', absences: [{ from: '2027-01-05', until: '2027-01-18' }] },
};

/** A warm-up apart, each case is one call; only what it answers is counted afterwards. */
futuresOf(drafts.slice(0, 25), context);
const lines = Object.entries(CASES).map(([name, whatIf]) => {
  const started = performance.now();
  const busy = process.cpuUsage();
  const futures = futuresOf(drafts, context, whatIf);
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(busy);
  return [
    name,
    seconds.toFixed(2),
    ((user + system) / 1_000_000).toFixed(2),
    (PLANS / seconds).toFixed(0),
    ...[moments, facts, mails, deadlines].map((count) => `${sum(futures, count)}`),
  ];
});

console.log(`The future of ${PLANS} plans in one call; Node ${process.version}\n`);
console.log(
  table([['', 'seconds', 'CPU s', 'plans/s', 'moments', 'events', 'mails', 'deadlines'], ...lines]),
);

function sum(futures: Moment[][], count: (future: Moment[]) => number): number {
  return futures.reduce((all, future) => all + count(future), 0);
}
function moments(future: Moment[]): number {
  return future.length;
}
function facts(future: Moment[]): number {
  return future.reduce((all, moment) => all + moment.facts.length, 0);
}
function mails(future: Moment[]): number {
  return future.reduce((all, moment) => all + moment.mails.length, 0);
}
/** Every question asked has one. */
function deadlines(future: Moment[]): number {
  return Object.keys(future.at(-1)?.plan.requests ?? {}).length;
}
