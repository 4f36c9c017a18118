import { style } from '../../views/style.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { askForAdjustment, showAdjustment } from './adjustment.ts';
import { notFound } from './answers.ts';
import { openLink } from './open-link.ts';
import { show } from './show.ts';
import { takeAnswer } from './take-answer.ts';
import { takeResponse } from './take-response.ts';

const reads = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Every address a participant can reach. Reading changes nothing, however often and by whomever it is done. */
export async function pages(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const { method, path } = request;
  if (path === '/assets/style.css' && reads(method)) return stylesheet();
  if (path.startsWith('/l/') && reads(method)) return openLink(request, ports);
  if (path.startsWith('/p/')) return aboutQuestion(request, ports);
  return notFound(ports);
}

/** What is below the address of a question: the question itself, a response to it, asking for an adjustment. */
async function aboutQuestion(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const { method, path } = request;
  const [, , , below, ...more] = path.split('/');
  if (more.length > 0) return notFound(ports);
  if (below === undefined && reads(method)) return show(request, ports);
  if (below === undefined && method === 'POST') return takeAnswer(request, ports);
  if (below === 'adjustment' && reads(method)) return showAdjustment(request, ports);
  if (below === 'adjustment' && method === 'POST') return askForAdjustment(request, ports);
  if (below === 'response' && method === 'POST') return takeResponse(request, ports);
  return notFound(ports);
}

const stylesheet = (): WebResponse => ({
  status: 200,
  headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  body: style,
});
