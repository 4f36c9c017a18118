import { visit } from '../../sandbox/story/visit.ts';

/** A page as somebody gets to it by following a link. */
export interface Visited {
  path: string;
  status: number;
  html: string;
}

/** Follows a link as a browser does that keeps cookies and runs no scripts; then the pages below where it leads. */
export async function visitAll(link: string, below: string[]): Promise<Visited[]> {
  const load = async (address: string, cookie?: string) => {
    const page = await visit(address, 'GET', cookie);
    const { pathname: path } = new URL(page.url);
    return { cookie: page.cookie, seen: { path, status: page.statuses.at(-1) ?? 0, html: page.html } };
  };
  const { cookie, seen: first } = await load(link);
  if (!first.path.startsWith('/p/')) return [first];
  const pages: Visited[] = [first];
  for (const end of below) pages.push((await load(new URL(`${first.path}${end}`, link).href, cookie)).seen);
  return pages;
}
