import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { isBlank } from '../text.ts';

/** Whom the plan is about: the employee, or who heads the department or program, of a kind the pack's rules are for (D1). */
export function checkSubject(draft: PlanDraft, pack: RulePack): BrokenRule[] {
  return [...checkPerson(draft, pack), ...checkEligibility(draft, pack)];
}

function checkPerson({ subject, participants }: PlanDraft, pack: RulePack): BrokenRule[] {
  const field = '/subject/participant';
  const person = participants.find((participant) => participant.id === subject.participant);
  if (!person) {
    return [brokenProductRule(field, 'Nobody in the plan has this id: use the id of a participant.')];
  }
  const role = subjectRole(subject.type);
  if (person.role === role || !pack.eligibility.is.subjectTypes.includes(subject.type)) return [];
  const message =
    role === 'employee'
      ? 'The plan is about the participant whose role is employee: name that one.'
      : `A plan for a ${subject.type} names who heads it, the participant whose role is lead: name that one.`;
  return [brokenProductRule(field, message)];
}

function checkEligibility({ subject }: PlanDraft, pack: RulePack): BrokenRule[] {
  const { eligibility } = pack;
  const { subjectTypes, excludedProbationaryServiceTypes: excluded } = eligibility.is;
  const rules: BrokenRule[] = [];
  if (!subjectTypes.includes(subject.type)) {
    const message = `These rules are for ${subjectTypes.join(', ')}, not for ${subject.type}: use another rule pack.`;
    rules.push(broken('/subject/type', message, eligibility, pack));
  }
  if (subject.probationary === undefined && excluded.length > 0) {
    const message = `Say whether the employee is on probation: the rules are not for probation in the ${excluded.join(', ')}.`;
    rules.push(broken('/subject/probationary', message, eligibility, pack));
  }
  if (subject.probationary && excluded.length > 0) {
    const serviceType = subject.serviceType ?? '';
    if (isBlank(serviceType)) {
      const message = `Say which service the employee is on probation in: the rules are not for ${excluded.join(', ')}.`;
      rules.push(broken('/subject/serviceType', message, eligibility, pack));
    } else if (excluded.some((service) => names(serviceType, service))) {
      const message = `These rules are not for employees on probation in the ${excluded.join(', ')}: use the probation's own procedure.`;
      rules.push(broken('/subject/probationary', message, eligibility, pack));
    }
  }
  return rules;
}

/** Whether a text names a service; people write `career_service` and `Career Service (permanent)` for one thing. */
function names(text: string, service: string): boolean {
  const plain = (name: string) => ` ${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return plain(text).includes(plain(service));
}

/** The role of whoever a plan is about. */
export const subjectRole = (type: PlanDraft['subject']['type']): 'employee' | 'lead' =>
  type === 'employee' ? 'employee' : 'lead';
