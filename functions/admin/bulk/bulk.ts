import { newPageKey } from '../../../adapters/ids.ts';
import { type BulkModel, bulkFormPage, chooseBulkPage } from '../../../views/admin/bulk/choose-page.tsx';
import { bulkPreviewPage } from '../../../views/admin/bulk/preview-page.tsx';
import { dayIn } from '../../../views/dates.ts';
import { CommandShape } from '../../api/command-shapes.ts';
import { shapeErrors } from '../../api/shape-errors.ts';
import type { WebResponse } from '../../http.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest } from '../../site.ts';
import { ACTIONS } from '../plan/actions.ts';
import { commandIn, typedIn } from '../plan/command-form.ts';
import type { AdminPorts } from '../ports.ts';
import { BULK_TYPES, type BulkType, bulkNamed } from './bulk-types.ts';
import { planIdsIn } from './plan-ids.ts';
import { TRIED, tryAll } from './try-all.ts';

/** GET /admin/bulk: which plans, and what to do with them. */
export async function chooseBulk({ frame, query }: SiteRequest): Promise<WebResponse> {
  return page(200, chooseBulkPage(frame, { ...planIdsIn(query), offers: OFFERS }));
}

/** POST /admin/bulk: from the plans to the values, from the values to what they would do. Nothing is kept. */
export async function bulk(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const { form, frame } = request;
  if (!form) throw tooMany();
  const named = planIdsIn(form);
  const type = bulkNamed(form.get('command') ?? '');
  if (!type || named.planIds.length === 0 || named.unknown.length > 0) {
    const missing = named.planIds.length === 0 && form.has('command');
    return page(
      missing || named.unknown.length > 0 ? 422 : 200,
      chooseBulkPage(frame, { ...named, offers: OFFERS, missing }),
    );
  }
  const { model, faults } = filledIn(type, named.planIds, form, ports);
  const step = form.get('step');
  if (step !== 'preview') {
    // Values that are already there are those somebody wants to change.
    return page(200, bulkFormPage(frame, step === 'change' ? model : { ...model, values: new Map() }));
  }
  if (faults.length > 0) return page(422, bulkFormPage(frame, { ...model, faults }));
  const tried = await tryAll(named.planIds, type, model.values, request, ports);
  if (tried.faults.length > 0) return page(422, bulkFormPage(frame, { ...model, faults: tried.faults }));
  const later = Math.max(0, named.planIds.length - TRIED);
  return page(200, bulkPreviewPage(frame, model, { rows: tried.rows, later, key: newPageKey() }));
}

/** POST /admin/bulk/start: begins it. Each plan is asked again when its turn comes. */
export async function beginBulk({ form, identity }: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  if (!form) throw tooMany();
  const type = bulkNamed(form.get('command') ?? '');
  const { planIds } = planIdsIn(form);
  if (!type || planIds.length === 0) return { status: 303, headers: { Location: '/admin/bulk' } };
  const { title, model } = filledIn(type, planIds, form, ports);
  const jobId = await ports.jobs.create({
    kind: 'commands',
    title,
    form: { type, values: Object.fromEntries(model.values) },
    planIds,
    key: form.get('key') ?? '',
    by: identity,
  });
  return { status: 303, headers: { Location: `/admin/jobs/${jobId}` } };
}

function filledIn(type: BulkType, planIds: string[], form: URLSearchParams, { now, settings }: AdminPorts) {
  const today = dayIn(now(), settings.defaults.timeZone);
  const fields = ACTIONS[type].fields(undefined, today);
  const values = typedIn(form, fields);
  const { json, fieldOf } = commandIn(type, values, undefined, today);
  const parsed = CommandShape.safeParse(json);
  const broken = parsed.success ? [] : shapeErrors(parsed.error.issues, json);
  const { title, hint, final = false } = ACTIONS[type] as (typeof ACTIONS)[BulkType];
  const model: BulkModel = { type, title, hint, final, planIds, fields, values, faults: [] };
  return {
    title: planIds.length === 1 ? title : `${title}: ${planIds.length} plans`,
    model,
    faults: broken.map(({ field, message }) => ({ field: fieldOf(field), message })),
  };
}

const OFFERS = BULK_TYPES.map((type) => ({ type, title: ACTIONS[type].title, hint: ACTIONS[type].hint }));

const page = (status: number, body: string): WebResponse => ({ status, body });

const tooMany = (): Problem =>
  new Problem(413, 'too_large', 'These are more plans than one form takes.', 'Take about 9,000 at once.');
