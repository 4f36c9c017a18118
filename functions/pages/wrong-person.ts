import { NotAsked } from '../../domain/errors.ts';
import { isRevoked } from '../../domain/links.ts';
import { type FieldError, NOT_MINE, wrongPersonDonePage, wrongPersonPage } from '../../views/pages.ts';
import { commandContext } from '../command-context.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameOf, page, readersFrame } from './answers.ts';
import { dropCookie } from './cookie.ts';
import { readPosted } from './posted.ts';
import type { Session } from './session.ts';

/** `GET …/wrong-person`: where somebody says that the mail was not meant for them. Reads only. */
export const showWrongPerson = (session: Session, ports: WebPorts): Promise<WebResponse> =>
  formOf(session, [], ports);

/**
 * `POST …/wrong-person`: nothing more goes to that address, and its links open nothing. The box has to be ticked by a
 * person: a scanner that clicks buttons records nothing. Whoever says it twice has said it once.
 */
export async function takeWrongPerson(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const read = await readPosted(request, ports, { evenRevoked: true });
  if ('refused' in read) return read.refused;
  const { session, form, fresh } = read.posted;
  const { link, plan } = session;
  if (isRevoked(link, plan)) return done(ports);
  const { words } = readersFrame(session, ports);
  if (form.get(NOT_MINE) !== 'yes') {
    return formOf(session, [{ field: NOT_MINE, message: words.linkHelp.wrongPerson.missing }], ports);
  }
  if (!fresh) return formOf(session, [{ field: '', message: words.errors.stale }], ports);
  const { planId, participant, requestId } = link;
  try {
    await ports.store.commit(
      planId,
      { type: 'ReportWrongPerson', participant, requestId },
      commandContext(ports, planId, { kind: 'participant', id: participant }),
      session,
    );
  } catch (error) {
    if (error instanceof NotAsked) return badLink(ports);
    throw error;
  }
  return done(ports);
}

const done = (ports: WebPorts): WebResponse => ({
  ...page(200, wrongPersonDonePage(frameOf(ports))),
  cookies: [dropCookie],
});

async function formOf(session: Session, errors: FieldError[], ports: WebPorts): Promise<WebResponse> {
  const { link, plan, base } = session;
  const ticket = await ports.links.formTicket(link.link, link.requestId, plan.version, ports.now());
  const form = { action: `${base}/wrong-person`, ticket, values: {}, errors };
  const { wrongPerson: _, ...frame } = readersFrame(session, ports);
  return page(errors.length > 0 ? 422 : 200, wrongPersonPage(form, base, frame));
}
