import { hasPlanPage, mayAskForAdjustment } from '../../views/models.ts';
import { badLinkPage, type Frame, notFoundPage, openAgainPage } from '../../views/pages.ts';
import { wordsFor, wordsIn } from '../../views/words.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import type { Session } from './session.ts';

/** The frame of a page whose reader nobody knows: in what their browser asks for, else in the organisation's language. */
export const frameOf = ({ settings, asked }: Pick<WebPorts, 'settings' | 'asked'>): Frame => ({
  words: wordsIn(asked ?? settings.language),
  organisation: settings.organisation,
  contactEmail: settings.contactEmail,
});

/** The same in the words of whoever holds a link. */
export const readersFrame = (
  { link, plan }: Pick<Session, 'link' | 'plan'>,
  ports: Pick<WebPorts, 'settings'>,
): Frame => {
  const { language: written } = ports.settings;
  const words = wordsFor(plan, link.participant, written);
  return { ...frameOf(ports), words, ...(words.lang === written ? {} : { textLang: written }) };
};

/** The same with what else they can do from here. */
export const frameFor = (session: Session, ports: Pick<WebPorts, 'settings'>): Frame => {
  const { link, plan, base } = session;
  return {
    ...readersFrame(session, ports),
    ...(hasPlanPage({ plan, reader: link.participant }) ? { plan: `${base}/plan` } : {}),
    ...(mayAskForAdjustment(plan, link.participant) ? { adjustment: `${base}/adjustment` } : {}),
    wrongPerson: `${base}/wrong-person`,
  };
};

export const page = (status: number, body: string): WebResponse => ({ status, body });

/** The same for forged, cut, unknown and withdrawn links, and for addresses that are not the link's own. */
export const badLink = (ports: WebPorts): WebResponse => page(404, badLinkPage(frameOf(ports)));

export const notFound = (ports: WebPorts): WebResponse => page(404, notFoundPage(frameOf(ports)));

/** For whoever comes without the cookie of a link. */
export const openAgain = (ports: WebPorts): WebResponse => page(403, openAgainPage([], frameOf(ports)));
