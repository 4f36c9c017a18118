import type { Item, PlanDraft } from '../../domain/index.ts';
import { planPageModel } from '../../views/models.ts';
import { planPage } from '../../views/pages.ts';
import { livedUntil } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import type { Scenario } from '../support/scenario.ts';
import * as lived from './lived.ts';
import { contextOf, frame } from './sample.ts';

/** The plan page of somebody in a lived plan, at the moment it has come to. */
export function planPageOf(scenario: Scenario, reader: string): string {
  const context = contextOf(scenario.require(), reader);
  const model = planPageModel(context, scenario.now, scenario.events);
  if (!model) throw new Error(`${reader} has no plan page.`);
  return planPage(model, frame, '/p/page');
}

/** Weekly check-ins with benchmarks on the way from the baseline to the target. */
const weekly = ({ measure, ...item }: Item, from: string): Item => {
  const days = Array.from({ length: 13 }, (_, week) => dayAfter(from, week * 7));
  const benchmark = (at: number): number =>
    Math.round(measure.baseline + ((measure.target - measure.baseline) * (at + 1)) / days.length);
  return { ...item, measure, checkIns: days.map((date, at) => ({ date, benchmark: benchmark(at) })) };
};

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** An ordinary plan: 90 days, three items, a check-in every week. */
export const ordinaryDraft = (): PlanDraft => {
  const { items, ...draft } = dcDraft();
  return { ...draft, endDate: '2027-03-06', items: items.map((item) => weekly(item, '2026-12-10')) };
};

/** Everybody answered everything, up to the last weeks, and the numbers of every second week are in. */
export function ordinary(): Scenario {
  const scenario = livedUntil('2027-03-03T15:00:00Z', { draft: ordinaryDraft() });
  for (let week = 1; week < 12; week += 2) {
    const readings = scenario.require().draft.items.map(({ id, measure }) => ({
      item: id,
      date: dayAfter('2026-12-10', week * 7),
      value: Math.round(measure.baseline + ((measure.target - measure.baseline) * week) / 13),
    }));
    scenario.when({ type: 'RecordReadings', readings });
  }
  return scenario;
}

const toDecide = (): Scenario => livedUntil('2027-02-08T15:00:00Z', { says: 'reached' });

/** The plan page of every part in a plan, and in every state, by name. */
export const PLAN_PAGES: Record<string, () => string> = {
  'plan-employee-begins': () => planPageOf(lived.lived('2026-12-02T15:00:00Z'), 'employee'),
  'plan-employee-shared-draft': () => planPageOf(lived.shared(), 'employee'),
  'plan-employee-checking-in': () => planPageOf(lived.lived('2026-12-17T15:00:00Z'), 'employee'),
  'plan-employee-checked-in': () => planPageOf(lived.checkedIn(), 'employee'),
  'plan-employee-ordinary': () => planPageOf(ordinary(), 'employee'),
  'plan-employee-everything': () => planPageOf(lived.everything(), 'employee'),
  'plan-employee-amended': () => planPageOf(lived.amended(), 'employee'),
  'plan-employee-asked': () => planPageOf(lived.asked(), 'employee'),
  'plan-employee-paused': () => planPageOf(lived.paused(), 'employee'),
  'plan-employee-not-met': () => planPageOf(lived.notMet(), 'employee'),
  'plan-supervisor-everything': () => planPageOf(lived.everything(), 'supervisor'),
  'plan-supervisor-deciding': () => planPageOf(toDecide(), 'supervisor'),
  'plan-supervisor-sent-back': () => planPageOf(lived.sentBack(), 'supervisor'),
  'plan-successor': () => planPageOf(lived.handedOver(), 'sam'),
  'plan-reviewer-proposed': () => planPageOf(lived.proposed(), 'reviewer'),
  'plan-hr-everything': () => planPageOf(lived.proposed(), 'hr'),
  'plan-mentor': () => planPageOf(lived.everything(), 'mentor'),
  'plan-representative': () => planPageOf(lived.notMet(), 'rep'),
};
