import { NotAllowedNow } from '../../domain/errors.ts';
import { linkState } from '../../domain/links.ts';
import { askedForAdjustment, mayAskForAdjustment } from '../../views/models.ts';
import {
  adjustmentAskedPage,
  adjustmentOverPage,
  adjustmentPage,
  type FieldError,
} from '../../views/pages.ts';
import { commandContext } from '../command-context.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, page, readersFrame } from './answers.ts';
import { readPosted } from './posted.ts';
import { viewContext } from './question-page.ts';
import { backTo, type Session } from './session.ts';

/** `GET …/adjustment`: where the person the plan is about can ask for an adjustment. Reads only. */
export const showAdjustment = async (session: Session, ports: WebPorts): Promise<WebResponse> =>
  isOwn(session, ports) ? adjustmentOf(session, [], ports) : badLink(ports);

/** `POST …/adjustment`: asks. Whoever asks twice has asked once. */
export async function askForAdjustment(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const read = await readPosted(request, ports);
  if ('refused' in read) return read.refused;
  const { session, form, fresh } = read.posted;
  const { planId, participant } = session.link;
  if (!isOwn(session, ports)) return badLink(ports);
  const { words } = viewContext(session, ports);
  const missing = { field: 'ask', message: words.accommodation.ask.sureMissing };
  // Whatever presses the buttons of a page is not to ask for anything in somebody's name.
  if (form.get('ask') !== 'yes') return adjustmentOf(session, [missing], ports);
  const stale = { field: '', message: words.errors.stale };
  if (!fresh) return adjustmentOf(session, [stale], ports);
  try {
    await ports.store.commit(
      planId,
      { type: 'AskAccommodation', by: participant },
      commandContext(ports, planId, { kind: 'participant', id: participant }),
      session,
    );
  } catch (error) {
    if (error instanceof NotAllowedNow) return page(410, adjustmentOverPage(readersFrame(session, ports)));
    throw error;
  }
  return backTo(session, ports, '/adjustment');
}

/** For everybody else the address does not exist, so that nobody learns whether somebody asked. */
const isOwn = ({ link, plan }: Session, ports: WebPorts): boolean =>
  link.participant === plan.draft.subject.participant && linkState(link, plan, ports.now()) !== 'expired';

async function adjustmentOf(session: Session, errors: FieldError[], ports: WebPorts): Promise<WebResponse> {
  const frame = readersFrame(session, ports);
  const { link, plan, base: back } = session;
  const asked = askedForAdjustment(viewContext(session, ports));
  if (asked) return page(200, adjustmentAskedPage(asked, back, frame));
  if (!mayAskForAdjustment(plan, link.participant)) return page(410, adjustmentOverPage(frame));
  const ticket = await ports.links.formTicket(link.link, link.requestId, plan.version, ports.now());
  const form = { action: `${back}/adjustment`, ticket, values: {}, errors };
  return page(errors.length > 0 ? 422 : 200, adjustmentPage(form, back, frame));
}
