import { badLinkPage, type Frame, notFoundPage } from '../../views/pages.ts';
import { en } from '../../views/words/en.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';

export const frameOf = ({ settings }: Pick<WebPorts, 'settings'>): Frame => ({
  words: en,
  organisation: settings.organisation,
  contactEmail: settings.contactEmail,
});

export const page = (status: number, body: string): WebResponse => ({ status, body });

/** The same for forged, cut, unknown and withdrawn links, and for addresses that are not the link's own. */
export const badLink = (ports: WebPorts): WebResponse => page(404, badLinkPage(frameOf(ports)));

export const notFound = (ports: WebPorts): WebResponse => page(404, notFoundPage(frameOf(ports)));

/** To a page of ours by a fixed path; always as GET. */
export const seeOther = (requestId: string, cookies: string[]): WebResponse => ({
  status: 303,
  headers: { Location: `/p/${encodeURIComponent(requestId)}` },
  cookies,
});
