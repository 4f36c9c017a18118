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
    ...participants.flatMap((person, index) => [
      ...reusedId(`/changes/participants/${index}/id`, person, plan),
      ...anotherPerson(`/changes/participants/${index}/id`, person, plan),
    ]),
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

const ANOTHER_PERSON =
  'Another name and another address at once make another person, who would hold what this one said and signed. ' +
  'For somebody else give them an id of their own, or change the manager if it is the supervisor. ' +
  'For the same person under a new name, correct the address first, and then the name.';

/** Whoever takes part keeps their id, and nobody takes it over with the answers that stand under it. */
export function anotherPerson(field: string, person: Participant, { draft }: Plan): BrokenRule[] {
  const known = draft.participants.find(({ id }) => id === person.id);
  const isAnother =
    known !== undefined &&
    known.name.trim() !== person.name.trim() &&
    known.email.toLowerCase() !== person.email.toLowerCase();
  return isAnother ? [brokenProductRule(field, ANOTHER_PERSON)] : [];
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
