import { linkState } from '../../domain/links.ts';
import { planPageModel } from '../../views/models.ts';
import { planPage } from '../../views/pages.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameFor, page } from './answers.ts';
import { viewContext } from './question-page.ts';
import type { Session } from './session.ts';
import { show } from './show.ts';

/**
 * `GET …/plan`: where the plan stands, as far as whoever holds the link may see it. Reads only. Whoever is only surveyed
 * has no such page, and a link that opens nothing any more says so as it does everywhere.
 */
export async function showPlan(session: Session, ports: WebPorts): Promise<WebResponse> {
  const { link, plan, base } = session;
  const now = ports.now();
  const state = linkState(link, plan, now);
  if (state === 'expired') return show(session, ports);
  // What was recorded since the plan was read is left for the next look: the page is of one moment.
  const events = (await ports.store.events(link.planId)).slice(0, plan.version);
  const model = planPageModel(viewContext(session, ports), now, events);
  if (!model) return badLink(ports);
  const { plan: _here, ...frame } = frameFor(session, ports);
  return page(200, planPage(model, frame, base, state === 'plan'));
}
