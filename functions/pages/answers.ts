import type { LinkRow } from '../../adapters/store.ts';
import type { Plan } from '../../domain/index.ts';
import { mayAskForAdjustment } from '../../views/models.ts';
import { badLinkPage, type Frame, notFoundPage } from '../../views/pages.ts';
import { en } from '../../views/words/en.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';

export const frameOf = ({ settings }: Pick<WebPorts, 'settings'>): Frame => ({
  words: en,
  organisation: settings.organisation,
  contactEmail: settings.contactEmail,
});

/** The same for whoever holds `link`: the person a running plan is about is told where to ask for an adjustment. */
export const frameFor = (link: LinkRow, plan: Plan, ports: Pick<WebPorts, 'settings'>): Frame => ({
  ...frameOf(ports),
  ...(mayAskForAdjustment(plan, link.participant)
    ? { adjustment: `/p/${encodeURIComponent(link.requestId)}/adjustment` }
    : {}),
});

export const page = (status: number, body: string): WebResponse => ({ status, body });

/** The same for forged, cut, unknown and withdrawn links, and for addresses that are not the link's own. */
export const badLink = (ports: WebPorts): WebResponse => page(404, badLinkPage(frameOf(ports)));

export const notFound = (ports: WebPorts): WebResponse => page(404, notFoundPage(frameOf(ports)));

/** To a page of ours by a fixed path; always as GET. */
export const seeOther = (requestId: string, cookies: string[], below = ''): WebResponse => ({
  status: 303,
  headers: { Location: `/p/${encodeURIComponent(requestId)}${below}` },
  cookies,
});
