import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { Action, PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { isBlank } from '../text.ts';
import { periodToPlanIn } from './period.ts';
import { checkDayWithin } from './plan-days.ts';
import { count } from './say.ts';

const ASKS = {
  due: 'Say by when this is done: the rules ask for a day for every action.',
  responsible: 'Say who answers for this: the rules ask for a participant for every action.',
  outcome: 'Say what comes of this: the rules ask for an outcome of every action.',
};

/** What will be done: enough steps (D2), each with all the pack asks of it, by people and on days of the plan. */
export function checkActions(draft: PlanDraft, pack: RulePack): BrokenRule[] {
  return draft.items.flatMap(({ actions }, index) => {
    const field = `/items/${index}/actions`;
    return [
      ...checkNumber(field, actions, pack),
      ...actions.flatMap((action, place) => [
        ...checkFields(`${field}/${place}`, action, pack),
        ...checkWhoAndWhen(`${field}/${place}`, action, draft, pack),
      ]),
    ];
  });
}

function checkNumber(field: string, actions: Action[], pack: RulePack): BrokenRule[] {
  const { minActions } = pack.content;
  if (actions.length >= minActions.is) return [];
  const message = `The item has ${count(actions.length, 'action')}: say what will be done, at least ${count(minActions.is, 'step')}.`;
  return [broken(field, message, minActions, pack)];
}

function checkFields(field: string, action: Action, pack: RulePack): BrokenRule[] {
  const { actionFields } = pack.content;
  return actionFields.is
    .filter((name) => isBlank(action[name] ?? ''))
    .map((name) => broken(`${field}/${name}`, ASKS[name], actionFields, pack));
}

function checkWhoAndWhen(
  field: string,
  { due, responsible }: Action,
  draft: PlanDraft,
  pack: RulePack,
): BrokenRule[] {
  const nobody =
    responsible !== undefined &&
    !isBlank(responsible) &&
    !draft.participants.some(({ id }) => id === responsible);
  return [
    ...(due === undefined || isBlank(due)
      ? []
      : checkDayWithin(`${field}/due`, due, periodToPlanIn(draft, pack), 'The action is due')),
    ...(nobody
      ? [
          brokenProductRule(
            `${field}/responsible`,
            'Nobody in the plan has this id: use the id of a participant.',
          ),
        ]
      : []),
  ];
}
