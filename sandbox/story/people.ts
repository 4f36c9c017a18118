import { parse } from 'node-html-parser';

/** The part of a mail that a person needs: whom it is for and where it leads. */
interface Mail {
  at: string;
  to: string[];
  subject: string;
  links: string[];
}

/** Something a person in the story could not do; the message says what they saw. */
export class Stuck extends Error {}

/** A person with a mailbox and a browser that keeps cookies and runs no scripts. */
export class Person {
  constructor(
    private readonly base: string,
    private readonly id: string,
    private readonly email: string,
  ) {}

  /** Opens the newest link to `request`, fills in the form on the page and sends it. */
  async answer(request: string, form: Record<string, string>): Promise<void> {
    const page = await this.open(request);
    const fields = fieldsOf(page.html);
    const unknown = Object.keys(form).filter((name) => !fields.names.has(name));
    if (unknown.length > 0) {
      throw new Stuck(
        `${this.id} finds no field ${unknown.join(', ')} on the page of ${request} (${titleOf(page.html)}).`,
      );
    }
    const body = new URLSearchParams({ ...fields.hidden, ...form });
    const reply = await fetch(page.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie: page.cookie, origin: new URL(page.url).origin },
    });
    if (reply.status === 303) return;
    throw new Stuck(`${this.id} sent ${request} and got ${reply.status}: ${errorsOf(await reply.text())}`);
  }

  /** Follows the newest link to `request` as a browser would. */
  async open(request: string): Promise<{ url: string; html: string; cookie: string }> {
    for (const link of await this.links()) {
      const arrival = await fetch(link, { redirect: 'manual' });
      const location = arrival.headers.get('location');
      if (!location || new URL(location, link).pathname !== `/p/${request}`) continue;
      const cookie = arrival.headers
        .getSetCookie()
        .map((set) => set.split(';')[0])
        .join('; ');
      const url = new URL(location, link).href;
      const page = await fetch(url, { headers: { cookie } });
      return { url, cookie, html: await page.text() };
    }
    throw new Stuck(`${this.id} has no mail with a link to ${request}.`);
  }

  /** Every link mailed to this person, newest first. */
  private async links(): Promise<string[]> {
    const reply = await fetch(new URL(`/_sandbox/mail?to=${encodeURIComponent(this.email)}`, this.base));
    const mails = (await reply.json()) as Mail[];
    const links = mails
      .toReversed()
      .flatMap((mail) => mail.links.filter((link) => new URL(link).pathname.startsWith('/l/')));
    return [...new Set(links)];
  }
}

function fieldsOf(html: string): { names: Set<string>; hidden: Record<string, string> } {
  const controls = parse(html).querySelectorAll('form input, form textarea, form select');
  const named = controls.flatMap((control) => {
    const name = control.getAttribute('name');
    return name
      ? [{ name, type: control.getAttribute('type'), value: control.getAttribute('value') ?? '' }]
      : [];
  });
  const hidden = named.filter((field) => field.type === 'hidden').map((field) => [field.name, field.value]);
  return { names: new Set(named.map((field) => field.name)), hidden: Object.fromEntries(hidden) };
}

const titleOf = (html: string): string =>
  parse(html).querySelector('h1')?.text.trim() ?? 'a page without a heading';

function errorsOf(html: string): string {
  const faults = parse(html)
    .querySelectorAll('[role=alert] li')
    .map((item) => item.text.trim());
  return faults.length > 0 ? faults.join(' ') : titleOf(html);
}
