import type { Plan, Revision } from '../../domain/plan.ts';
import type { FactOf, Speaker } from './speaker.ts';

type Revising = FactOf<
  'PlanAmended' | 'ManagerChanged' | 'CapacityReduced' | 'PlanResumed' | 'CreditGranted' | 'PlanExtended'
>;

/** That the plan reads differently from now on: how much of it, and its last day before and after. `plan` has the revision. */
export function revised(fact: Revising, plan: Plan, say: Speaker): string {
  return `${what(fact, say)}${newEnd(fact, plan, say)}${checkInsAdded(fact, say)}`;
}

/** Days given by anything but an amendment bring check-ins with them that nobody wrote down. */
function checkInsAdded({ type, revision }: Revising, say: Speaker): string {
  if (type !== 'CreditGranted' && type !== 'PlanExtended') return '';
  const days = (revision.draft.followUps ?? [])
    .filter((one) => one.type === 'progress' && isNew(`/followUps/${one.date}`, revision))
    .map(({ date }) => say.day(date));
  return days.length > 0 ? say.w.past.checkInsAdded(say.list(days), days.length) : '';
}

const isNew = (field: string, { changes }: Revision): boolean =>
  changes.some((change) => change.before === null && `${change.field}/`.startsWith(`${field}/`));

function what(fact: Revising, say: Speaker): string {
  const w = say.w.past;
  const { number, changes } = fact.revision;
  const count = w.changed(changes.length);
  switch (fact.type) {
    case 'PlanAmended':
      return w.PlanAmended(say.subject, count, number);
    case 'ManagerChanged':
      return w.ManagerChanged(say.subject, say.people([fact.from]), say.people([fact.to]), number);
    case 'CapacityReduced':
      return w.CapacityReduced(fact.percent, count, say.people([fact.signedOffBy]), number);
    case 'PlanResumed':
      return w.PlanResumed(say.day(fact.on), say.days(fact.tolledDays));
    case 'CreditGranted':
      return w.CreditGranted(say.days(fact.days), say.question(fact.requestId));
    case 'PlanExtended':
      return w.PlanExtended(say.day(fact.endDate));
  }
}

function newEnd({ type, revision }: Revising, { versions }: Plan, say: Speaker): string {
  const at = versions.findIndex(({ number }) => number === revision.number);
  const before = versions[at - 1]?.endDate;
  const after = revision.draft.endDate;
  if (before === undefined || before === after) return '';
  const w = say.w.past;
  return type === 'PlanExtended' ? w.formerEnd(say.day(before)) : w.newEnd(say.day(before), say.day(after));
}
