import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { asksForLink } from './asks-for-link.ts';
import { languageAsked } from './language-asked.ts';
import { openLink } from './open-link.ts';
import { openSession, type Session } from './session.ts';

/** What can be read, and what can be posted, at one address of a link's pages. */
interface LinkPage {
  read?: (session: Session, ports: WebPorts, request: WebRequest) => Promise<WebResponse>;
  post?: (request: WebRequest, ports: WebPorts) => Promise<WebResponse>;
}

const newLink = () => import('./new-link.ts');
const answers = () => import('./answers.ts');

/**
 * The pages of one link, by the last part of their address; the question itself has none. Whoever follows a link is first
 * led on to a clean address; what a page is made of is read with the first request for such a page.
 */
const LINK_PAGES: Readonly<Record<string, () => Promise<LinkPage>>> = {
  '': async () => ({
    read: async (session, ports) => (await import('./show.ts')).show(session, ports),
    post: async (...given) => (await import('./take-answer.ts')).takeAnswer(...given),
  }),
  adjustment: () =>
    import('./adjustment.ts').then((it) => ({ read: it.showAdjustment, post: it.askForAdjustment })),
  response: () => import('./take-response.ts').then((it) => ({ post: it.takeResponse })),
  change: () => import('./change-answer.ts').then((it) => ({ read: it.showChange })),
  saved: () => import('./show-saved.ts').then((it) => ({ read: it.showSaved })),
  plan: () => import('./plan-page.ts').then((it) => ({ read: it.showPlan })),
  'calendar.ics': () => import('./calendar.ts').then((it) => ({ read: it.downloadCalendar })),
  new: () => newLink().then((it) => ({ read: it.showNewLink })),
  'wrong-person': () =>
    import('./wrong-person.ts').then((it) => ({ read: it.showWrongPerson, post: it.takeWrongPerson })),
};

const reads = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Every address a participant can reach. Reading changes nothing, however often and by whomever it is done. */
export async function pages(request: WebRequest, shared: WebPorts): Promise<WebResponse> {
  const ports = askedIn(request, shared);
  const { method, path } = request;
  const [, room, , ...below] = path.split('/');
  if (path === '/assets/style.css' && reads(method)) return stylesheet();
  // Pages of links that open nothing have no addresses of their own: what they ask for is known by its field.
  if ((room === 'l' || room === 'p') && asksForLink(request))
    return (await newLink()).sendNewLink(request, ports);
  if (room === 'p') return linkPage(below, request, ports);
  if (room !== 'l') return (await answers()).notFound(ports);
  if (below.length === 0 && reads(method)) return openLink(request, ports);
  if (below.length === 1 && below[0] === 'new' && reads(method)) return (await newLink()).newLinkForm(ports);
  if (below[0] !== 'in') return (await answers()).notFound(ports);
  if (below.length === 1 && reads(method)) return (await import('./enter.ts')).enter(request, ports);
  return linkPage(below.slice(1), request, ports);
}

async function linkPage(below: string[], request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const [name = '', ...more] = below;
  const found = more.length === 0 && Object.hasOwn(LINK_PAGES, name) ? LINK_PAGES[name] : undefined;
  const at = await found?.();
  if (at?.post && request.method === 'POST') return at.post(request, ports);
  if (!at?.read || !reads(request.method)) return (await answers()).notFound(ports);
  const opened = await openSession(request, ports);
  return 'refused' in opened ? opened.refused : at.read(opened.session, ports, request);
}

const stylesheet = async (): Promise<WebResponse> => ({
  status: 200,
  headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  body: (await import('../../views/style.ts')).style,
});

/** The ports of one request, which know what its browser asks for; what is made on first use stays unmade. */
const askedIn = ({ headers }: WebRequest, ports: WebPorts): WebPorts =>
  Object.create(ports, { asked: { value: languageAsked(headers['accept-language']), enumerable: true } });
