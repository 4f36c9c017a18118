import { style } from '../../views/style.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { askForAdjustment, showAdjustment } from './adjustment.ts';
import { notFound } from './answers.ts';
import { downloadCalendar } from './calendar.ts';
import { showChange } from './change-answer.ts';
import { languageAsked } from './language-asked.ts';
import { asksForLink, newLinkForm, sendNewLink, showNewLink } from './new-link.ts';
import { enter, openLink } from './open-link.ts';
import { showPlan } from './plan-page.ts';
import { openSession, type Session } from './session.ts';
import { show } from './show.ts';
import { showSaved } from './show-saved.ts';
import { takeAnswer } from './take-answer.ts';
import { takeResponse } from './take-response.ts';
import { showWrongPerson, takeWrongPerson } from './wrong-person.ts';

/** What can be read, and what can be posted, at one address of a link's pages. */
interface LinkPage {
  read?: (session: Session, ports: WebPorts, request: WebRequest) => Promise<WebResponse>;
  post?: (request: WebRequest, ports: WebPorts) => Promise<WebResponse>;
}

/** The pages of one link, by the last part of their address; the question itself has none. */
const LINK_PAGES: Readonly<Record<string, LinkPage>> = {
  '': { read: show, post: takeAnswer },
  adjustment: { read: showAdjustment, post: askForAdjustment },
  response: { post: takeResponse },
  change: { read: showChange },
  saved: { read: showSaved },
  plan: { read: showPlan },
  'calendar.ics': { read: downloadCalendar },
  new: { read: showNewLink },
  'wrong-person': { read: showWrongPerson, post: takeWrongPerson },
};

const reads = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Every address a participant can reach. Reading changes nothing, however often and by whomever it is done. */
export async function pages(request: WebRequest, shared: WebPorts): Promise<WebResponse> {
  const ports = askedIn(request, shared);
  const { method, path } = request;
  const [, room, , ...below] = path.split('/');
  if (path === '/assets/style.css' && reads(method)) return stylesheet();
  // Pages of links that open nothing have no addresses of their own: what they ask for is known by its field.
  if ((room === 'l' || room === 'p') && asksForLink(request)) return sendNewLink(request, ports);
  if (room === 'p') return linkPage(below, request, ports);
  if (room !== 'l') return notFound(ports);
  if (below.length === 0 && reads(method)) return openLink(request, ports);
  if (below.length === 1 && below[0] === 'new' && reads(method)) return newLinkForm(ports);
  if (below[0] !== 'in') return notFound(ports);
  if (below.length === 1 && reads(method)) return enter(request, ports);
  return linkPage(below.slice(1), request, ports);
}

async function linkPage(below: string[], request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const [name = '', ...more] = below;
  const at = more.length === 0 && Object.hasOwn(LINK_PAGES, name) ? LINK_PAGES[name] : undefined;
  if (at?.post && request.method === 'POST') return at.post(request, ports);
  if (!at?.read || !reads(request.method)) return notFound(ports);
  const opened = await openSession(request, ports);
  return 'refused' in opened ? opened.refused : at.read(opened.session, ports, request);
}

const stylesheet = (): WebResponse => ({
  status: 200,
  headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  body: style,
});

/** The ports of one request, which know what its browser asks for; what is made on first use stays unmade. */
const askedIn = ({ headers }: WebRequest, ports: WebPorts): WebPorts =>
  Object.create(ports, { asked: { value: languageAsked(headers['accept-language']), enumerable: true } });
