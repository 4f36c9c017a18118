import { PlanMovedOn } from '../../../domain/errors.ts';
import type { Plan } from '../../../domain/plan.ts';
import { pinnedRules } from '../../../domain/rules.ts';
import { type ActionModel, actionPage, previewPage } from '../../../views/admin/plan/action-page.tsx';
import { holdComparators } from '../../api/hold.ts';
import { planIdOf } from '../../api/plan-id.ts';
import { commandContext } from '../../command-context.ts';
import type { WebResponse } from '../../http.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import type { ActionType } from './action.ts';
import { ACTIONS, actionNamed } from './actions.ts';
import { commandIn, typedIn } from './command-form.ts';
import { comparatorsIn } from './comparators.ts';
import { type Considered, consider } from './consider.ts';
import { effectsOf } from './effects.ts';

/** GET /admin/plans/{planId}/do/{command}: its form. Values in the query stand in it already. */
export async function showAction(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const { type, plan, today, context } = await asked(request, ports);
  const { fields } = modelOf(type, plan, today);
  const values = typedIn(request.query, fields);
  const blank = new Map(fields.map(({ name, value = '' }) => [name, values.get(name) ?? value]));
  const tried = consider(commandIn(type, blank, plan, today), plan, context);
  // What is missing in an empty form is not a fault yet; that it can be nothing but refused, is said at once.
  const needed = ACTIONS[type].needs?.(plan);
  const refusal = needed
    ? { message: needed, wayOut: '' }
    : tried.kind === 'refused'
      ? tried.says
      : undefined;
  return page(
    200,
    actionPage(request.frame, {
      ...modelOf(type, plan, today),
      values: new Map([...Object.entries(ACTIONS[type].starts?.(plan, values) ?? {}), ...values]),
      ...(refusal && { refusal, isShut: true }),
    }),
  );
}

/**
 * POST /admin/plans/{planId}/do/{command}: what it would do, and with `step=confirm` does it, if the plan is still what
 * was looked at; else what it would do now.
 */
export async function act(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const { form } = request;
  const { planId, type, plan, today, context } = await asked(request, ports);
  if (!form) throw tooLong();
  const model = modelOf(type, plan, today);
  const values = typedIn(form, model.fields);
  const filled = commandIn(type, values, plan, today);
  const step = form.get('step');
  if (step === 'change') return page(200, actionPage(request.frame, { ...model, values }));
  const tried = await withComparators(consider(filled, plan, context), filled.json, ports);
  if (tried.kind === 'refused') {
    const { faults, says } = tried;
    return page(422, actionPage(request.frame, { ...model, values, faults, ...(says && { refusal: says }) }));
  }
  const isLookedAt = form.get('version') === String(plan.version);
  if (step !== 'confirm' || !isLookedAt) {
    const seen = { version: plan.version, again: step === 'confirm' };
    const effects = effectsOf(tried, plan, await comparatorsOf(filled.json, ports));
    return page(200, previewPage(request.frame, { ...model, values }, effects, seen));
  }
  const others = await comparatorsOf(filled.json, ports);
  let isNew: boolean;
  try {
    const when = { ifVersion: plan.version };
    const { events } = await ports.store.commit(planId, tried.command, context, undefined, when);
    isNew = events.length > 0;
  } catch (refusal) {
    // It moved between the look and the deed: looked at once more, with what was typed.
    if (refusal instanceof PlanMovedOn) return act(request, ports);
    throw refusal;
  }
  // After the plan itself: when that moved on meanwhile, nothing is held that nobody looked at.
  const held = others.filter(({ legalHold }) => !legalHold).map(({ id }) => id);
  if (held.length > 0) await holdComparators(held, String(filled.json.reason), ports, request.actor);
  const done = isNew || held.length > 0 ? type : 'unchanged';
  return { status: 303, headers: { Location: `/admin/plans/${planId}?done=${done}` } };
}

async function asked(request: SiteRequest, ports: AdminPorts) {
  const planId = planIdOf(request);
  const type = actionNamed(request.params.command ?? '');
  if (!type) throw noSuchAction(request.params.command ?? '', planId);
  const plan = await ports.store.load(planId);
  const context = commandContext(ports, planId, request.actor);
  const today = pinnedRules(plan, ports.library).calendar.dayOf(context.now);
  return { planId, type, plan, today, context };
}

/** Plans that are to be held as well are not looked at by a dry run: whether they are there is asked here. */
async function withComparators(
  tried: Considered,
  json: Record<string, unknown>,
  ports: AdminPorts,
): Promise<Considered> {
  if (tried.kind === 'refused') return tried;
  const faults = [];
  for (const id of comparatorsIn(json)) {
    const isThere = await ports.store.load(id).then(
      () => true,
      () => false,
    );
    if (!isThere) faults.push({ field: '/comparators', message: `There is no plan ${id}: check the id.` });
  }
  return faults.length > 0 ? { kind: 'refused', faults } : tried;
}

const comparatorsOf = (
  json: Record<string, unknown>,
  { store }: Pick<AdminPorts, 'store'>,
): Promise<Plan[]> => Promise.all([...new Set(comparatorsIn(json))].map((id) => store.load(id)));

const modelOf = (type: ActionType, plan: Plan, today: string): ActionModel => {
  const { title, hint, final, fields } = ACTIONS[type];
  return {
    plan: { id: plan.id, title: plan.draft.title },
    title,
    hint,
    action: `/admin/plans/${plan.id}/do/${type}`,
    fields: fields(plan, today),
    values: new Map(),
    faults: [],
    ...(final && { final }),
  };
};

const page = (status: number, body: string): WebResponse => ({ status, body });

const noSuchAction = (command: string, planId: string): Problem =>
  command === 'amend' || command === 'redraft'
    ? new Problem(
        404,
        'no_such_action',
        'The text of a plan is changed in the editor.',
        'Open it from the plan.',
      )
    : new Problem(
        404,
        'no_such_action',
        'There is no such action.',
        `Go back to the plan: /admin/plans/${planId}`,
      );

const tooLong = (): Problem =>
  new Problem(413, 'too_large', 'This is more than can be read at once.', 'Shorten it and send it again.');
