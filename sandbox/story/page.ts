import { type HTMLElement, parse } from 'node-html-parser';

/** A page as a browser without scripts has it. */
export interface Page {
  url: string;
  html: string;
  cookie: string;
}

/** A form on a page: where it is sent, what it carries by itself, and what can be filled in. */
export interface Form {
  url: string;
  names: Set<string>;
  hidden: Record<string, string>;
  /** What its buttons do. */
  steps: Set<string>;
}

/** The form that is sent to this path; on most pages that is the page's own. */
export function formTo(path: string, page: Page): Form | undefined {
  for (const form of parse(page.html).querySelectorAll('form')) {
    const url = new URL(form.getAttribute('action') ?? '', page.url);
    if (url.pathname === path) return { url: url.href, ...fieldsOf(form) };
  }
  return undefined;
}

/** The address of the first link to this path. */
export function linkTo(path: string, page: Page): string | undefined {
  const targets = parse(page.html)
    .querySelectorAll('a[href]')
    .map((link) => new URL(link.getAttribute('href') ?? '', page.url));
  return targets.find((url) => url.pathname === path)?.href;
}

export const titleOf = (html: string): string =>
  parse(html).querySelector('h1')?.text.trim() ?? 'a page without a heading';

/** What a page says is wrong with what was sent; its heading when it says no more. */
export function errorsOf(html: string): string {
  const faults = parse(html)
    .querySelectorAll('[role=alert] li')
    .map((item) => item.text.trim());
  return faults.length > 0 ? faults.join(' ') : titleOf(html);
}

function fieldsOf(form: HTMLElement): Omit<Form, 'url'> {
  const named = form.querySelectorAll('input, textarea, select').flatMap((control) => {
    const name = control.getAttribute('name');
    return name
      ? [{ name, type: control.getAttribute('type'), value: control.getAttribute('value') ?? '' }]
      : [];
  });
  const hidden = named.filter((field) => field.type === 'hidden').map((field) => [field.name, field.value]);
  const steps = form.querySelectorAll('button[name=do]').map((button) => button.getAttribute('value') ?? '');
  return {
    names: new Set(named.map((field) => field.name)),
    hidden: Object.fromEntries(hidden),
    steps: new Set(steps),
  };
}
