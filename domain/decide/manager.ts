import type { Command, Context } from '../commands.ts';
import { type BrokenRule, NotAllowedNow, RulesBroken } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Participant, ParticipantId, Plan, PlanDraft } from '../plan.ts';
import { brokenProductRule, pinnedRules, type Rules, refuseIfAny } from '../rules.ts';
import { same } from '../same.ts';
import { faultsBrought } from './amend/brought.ts';
import { anotherPerson, reusedId } from './amend/people.ts';
import { AMENDABLE, wayToAmend } from './amend.ts';
import { nobodyLeftToAnswer } from './revise/nobody-left.ts';
import { revise } from './revise.ts';
import { optionalWords, requiredWords } from './words.ts';

/**
 * Somebody else supervises from now on: issues, owes what was promised, answers what the old one had not. What the
 * old one said stays in the record, under their name.
 */
export function changeManager(
  command: Extract<Command, { type: 'ChangeManager' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  if (!AMENDABLE.includes(plan.status)) {
    throw new NotAllowedNow('handed to another manager', plan.status, wayToAmend(plan.status));
  }
  const { reason, handover } = command;
  const to: Participant = { ...command.supervisor, role: 'supervisor' };
  const from = plan.draft.participants.find(({ role }) => role === 'supervisor');
  if (same(from, to)) return [];
  if (!from) {
    return refuse('Nobody supervises in this plan: amend it to name a supervisor.');
  }
  const rules = pinnedRules(plan, context.library);
  refuseIfAny([
    ...requiredWords(
      '/reason',
      reason,
      'Say why somebody else supervises from now on: the employee reads it.',
    ),
    ...optionalWords('/handover', handover),
    ...checkSuccessor(to, plan),
  ]);
  const draft = supervisedBy(to, from.id, plan.draft, rules);
  refuseIfAny(
    faultsBrought(draft, plan.draft, rules).map((fault) => ({
      ...fault,
      field: atSupervisor(fault, draft, to.id),
    })),
  );
  const replaced = {
    from: [from.id, ...(isIssuedBy(to.id, draft) ? [plan.draft.issuer.participant] : [])],
    to: to.id,
  };
  const kept = keepingPromises(draft, from.id, plan);
  const revision = revise(
    plan,
    { because: 'manager_changed', reason, draft: kept, replaced },
    rules,
    context,
  );
  return [
    { type: 'ManagerChanged', from: from.id, to: to.id, ...(handover ? { handover } : {}), revision },
    ...nobodyLeftToAnswer(plan, revision, context, rules),
  ];
}

function refuse(message: string): Fact[] {
  throw new RulesBroken([brokenProductRule('/supervisor', message)]);
}

function checkSuccessor(to: Participant, plan: Plan): BrokenRule[] {
  const known = plan.draft.participants.find(({ id }) => id === to.id);
  if (to.id === plan.draft.subject.participant) {
    return [brokenProductRule('/supervisor/id', 'Nobody supervises their own plan: name somebody else.')];
  }
  if (known?.role === 'supervisor') {
    const message = 'This person supervises already: amend the plan to correct their name or address.';
    return [brokenProductRule('/supervisor/id', message)];
  }
  return [...reusedId('/supervisor/id', to, plan), ...anotherPerson('/supervisor/id', to, plan)];
}

const isIssuedBy = (id: ParticipantId, { issuer }: PlanDraft): boolean => issuer.participant === id;

/**
 * The draft with the new supervisor wherever the old one acts. Where the plans are the supervisor's to issue, a
 * stand-in who issued this one in their absence is relieved: there is a supervisor again (D3).
 */
function supervisedBy(to: Participant, from: ParticipantId, draft: PlanDraft, { pack }: Rules): PlanDraft {
  const isIssuer = draft.issuer.participant === from || pack.issuer.is.role === 'supervisor';
  const instead = <T extends ParticipantId | undefined>(id: T): T => (id === from ? (to.id as T) : id);
  return {
    ...draft,
    participants: draft.participants
      .filter(({ id }) => id !== to.id)
      .map((person) => (person.id === from ? to : person)),
    issuer: isIssuer ? { participant: to.id } : draft.issuer,
    items: draft.items.map((item) => ({
      ...item,
      support: item.support.map((promise) => ({ ...promise, owner: instead(promise.owner) })),
      actions: item.actions.map((action) =>
        action.responsible ? { ...action, responsible: instead(action.responsible) } : action,
      ),
    })),
  };
}

/** What was promised and asked about already stays the promise of whoever made it. */
function keepingPromises(draft: PlanDraft, from: ParticipantId, plan: Plan): PlanDraft {
  const asked = Object.values(plan.requests).filter(({ kind }) => kind === 'support');
  const isOver = (due: string): boolean =>
    asked.some(
      ({ date, status, respondents }) =>
        date === due &&
        (status === 'answered' ||
          status === 'lapsed' ||
          respondents.some(({ participant, answer }) => participant === from && answer)),
    );
  return {
    ...draft,
    items: draft.items.map((item, index) => ({
      ...item,
      support: item.support.map((promise, place) => {
        const before = plan.draft.items[index]?.support[place] ?? promise;
        return before.owner === from && isOver(promise.due) ? before : promise;
      }),
    })),
  };
}

/** Faults of the new participant are faults of what was sent; any other is theirs by taking the part. */
function atSupervisor({ field }: BrokenRule, draft: PlanDraft, id: ParticipantId): string {
  const own = `/participants/${draft.participants.findIndex((person) => person.id === id)}/`;
  return field.startsWith(own) ? `/supervisor/${field.slice(own.length)}` : '/supervisor';
}
