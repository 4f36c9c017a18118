import { PlanNotFound } from '../../../domain/errors.ts';
import { fold } from '../../../domain/evolve.ts';
import { managersAt } from '../../../domain/managed.ts';
import { packIn } from '../../../domain/pack-texts.ts';
import { zoneOf } from '../../../domain/reading.ts';
import { pinnedRules } from '../../../domain/rules.ts';
import { managerPage } from '../../../views/admin/plan/manager-page.tsx';
import { planPageModel } from '../../../views/models/plan-page.ts';
import { en } from '../../../views/words/en.ts';
import { planIdOf } from '../../api/plan-id.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';

/** A plan as the page behind a link would show it to the supervisor or reviewer who is signed in; nothing beyond it. */
export async function showManagedPlan(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const planId = planIdOf(request);
  const events = await ports.store.events(planId);
  const plan = fold(events);
  const [reader] = managersAt(plan, request.identity.email ?? '', ports.now());
  if (reader === undefined) throw new PlanNotFound();
  const { pack, calendar } = pinnedRules(plan, ports.library);
  const zone = zoneOf(plan, reader);
  const context = { plan, pack: packIn(pack, 'en'), calendar, reader, words: en, zone };
  const model = planPageModel(context, ports.now(), events);
  if (!model) throw new PlanNotFound();
  return { status: 200, body: managerPage(request.frame, model) };
}
