import { mayAskForAdjustment } from '../../views/models.ts';
import { badLinkPage, type Frame, notFoundPage } from '../../views/pages.ts';
import { en } from '../../views/words/en.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import type { Session } from './session.ts';

export const frameOf = ({ settings }: Pick<WebPorts, 'settings'>): Frame => ({
  words: en,
  organisation: settings.organisation,
  contactEmail: settings.contactEmail,
});

/** The same for whoever holds a link: what else they can do from here. */
export const frameFor = ({ link, plan, base }: Session, ports: Pick<WebPorts, 'settings'>): Frame => ({
  ...frameOf(ports),
  ...(mayAskForAdjustment(plan, link.participant) ? { adjustment: `${base}/adjustment` } : {}),
});

export const page = (status: number, body: string): WebResponse => ({ status, body });

/** The same for forged, cut, unknown and withdrawn links, and for addresses that are not the link's own. */
export const badLink = (ports: WebPorts): WebResponse => page(404, badLinkPage(frameOf(ports)));

export const notFound = (ports: WebPorts): WebResponse => page(404, notFoundPage(frameOf(ports)));
