import type { BrokenRule } from '../../errors.ts';
import type { Participant, Plan, PlanDraft } from '../../plan.ts';
import { brokenProductRule } from '../../rules.ts';
import { same } from '../../same.ts';

/** The plan stays about the same person, with the same issuer; ids of people who left stay theirs. */
export function checkPeople({ participants }: PlanDraft, plan: Plan): BrokenRule[] {
  const { subject, issuer } = plan.draft;
  const faults: BrokenRule[] = [];
  if (!keeps(plan.draft.participants, participants, subject.participant)) {
    const message =
      'Whom the plan is about stays, in the same role: withdraw the plan if it is not about them.';
    faults.push(brokenProductRule('/changes/participants', message));
  }
  if (!keeps(plan.draft.participants, participants, issuer.participant)) {
    const message = 'Whoever issued the plan stays, in the same role: change the manager to hand it over.';
    faults.push(brokenProductRule('/changes/participants', message));
  }
  return [
    ...faults,
    ...participants.flatMap((person, index) => reusedId(`/changes/participants/${index}/id`, person, plan)),
  ];
}

/** Whether the version says all the old one says, and names more people, or the same. */
export const onlyAddsPeople = (after: PlanDraft, before: PlanDraft): boolean =>
  same({ ...after, participants: [] }, { ...before, participants: [] }) &&
  before.participants.every((person) => after.participants.some((kept) => same(kept, person)));

function keeps(before: Participant[], after: Participant[], id: string): boolean {
  const role = before.find((person) => person.id === id)?.role;
  return after.some((person) => person.id === id && person.role === role);
}

/** The record names people by their ids, those who left too. */
export function reusedId(field: string, person: Participant, { former }: Plan): BrokenRule[] {
  const isSomebodyElse = former.some(
    ({ id, email }) => id === person.id && email.toLowerCase() !== person.email.toLowerCase(),
  );
  return isSomebodyElse
    ? [brokenProductRule(field, 'Somebody who left the plan has this id: give this person another.')]
    : [];
}
