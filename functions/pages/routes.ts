import { style } from '../../views/style.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { notFound } from './answers.ts';
import { openLink } from './open-link.ts';
import { show } from './show.ts';
import { takeAnswer } from './take-answer.ts';

const reads = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Every address a participant can reach. Reading changes nothing, however often and by whomever it is done. */
export async function pages(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const { method, path } = request;
  if (path === '/assets/style.css' && reads(method)) return stylesheet();
  if (path.startsWith('/l/') && reads(method)) return openLink(request, ports);
  if (path.startsWith('/p/') && reads(method)) return show(request, ports);
  if (path.startsWith('/p/') && method === 'POST') return takeAnswer(request, ports);
  return notFound(ports);
}

const stylesheet = (): WebResponse => ({
  status: 200,
  headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  body: style,
});
