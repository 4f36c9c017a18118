import { linkState } from '../../domain/links.ts';
import { savedFacts } from '../../views/models.ts';
import { savedPage } from '../../views/pages.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { frameFor, page } from './answers.ts';
import { viewContext } from './question-page.ts';
import { backTo, type Session } from './session.ts';

/** `GET …/saved`: that something was saved; on to the question itself when nothing is. Reads only. */
export async function showSaved(session: Session, ports: WebPorts): Promise<WebResponse> {
  const { link, plan, saved, base } = session;
  const question = plan.requests[link.requestId];
  const now = ports.now();
  if (!saved || !question || linkState(link, plan, now) !== 'open') return backTo(session, ports);
  const facts = savedFacts(saved, question, now, viewContext(session, ports));
  return page(200, savedPage(facts, base, frameFor(session, ports)));
}
