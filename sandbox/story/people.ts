import { errorsOf, type Form, formTo, linkTo, type Page, titleOf } from './page.ts';
import { visit } from './visit.ts';

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

  /** Opens the newest link to `request`, fills in the form, looks their answer over and sends it. @throws Stuck */
  async answer(request: string, form: Record<string, string>): Promise<void> {
    await this.send(await this.open(request), `/p/${request}`, request, form);
  }

  /** Asks for an adjustment from the page of the newest link they hold. @throws Stuck */
  async askForAdjustment(): Promise<void> {
    const page = await this.arriveAt(() => true, 'a link that still opens a page');
    await this.follow(page, `${new URL(page.url).pathname}/adjustment`, 'an adjustment', {
      ask: 'yes',
    });
  }

  /** Responds, word for word, on the page of a question that is answered. @throws Stuck */
  async respond(request: string, text: string): Promise<void> {
    await this.follow(await this.open(request), `/p/${request}/response`, `a response to ${request}`, {
      text,
    });
  }

  /** Follows the newest link to `request` as a browser would. @throws Stuck */
  open(request: string): Promise<Page> {
    return this.arriveAt((path) => path === `/p/${request}`, `a link to ${request}`);
  }

  /** The page of the newest link that leads where it should. */
  private async arriveAt(isThere: (path: string) => boolean, wanted: string): Promise<Page> {
    for (const link of await this.links()) {
      const page = await visit(link);
      if (isThere(new URL(page.url).pathname)) return page;
    }
    throw new Stuck(`${this.id} has no mail with ${wanted}.`);
  }

  /** Sends the form for `path`, which stands on the page itself or one link further. */
  private async follow(page: Page, path: string, what: string, form: Record<string, string>): Promise<void> {
    const further = formTo(path, page) ? undefined : linkTo(path, page);
    await this.send(further ? await visit(further, 'GET', page.cookie) : page, path, what, form);
  }

  private async send(page: Page, path: string, what: string, form: Record<string, string>): Promise<void> {
    const found = formTo(path, page);
    if (!found) throw new Stuck(`${this.id} finds no form for ${what} on the page "${titleOf(page.html)}".`);
    const unknown = Object.keys(form).filter((name) => !found.names.has(name));
    if (unknown.length > 0) {
      throw new Stuck(
        `${this.id} finds no field ${unknown.join(', ')} on the page of ${what} (${titleOf(page.html)}).`,
      );
    }
    const isChecked = found.steps.has('check');
    const reply = await sendForm(found, page, form, isChecked ? 'check' : undefined);
    if (isChecked && reply.status === 200) return this.confirm(reply, page, path, what);
    if (reply.status === 303) return;
    throw new Stuck(`${this.id} sent ${what} and got ${reply.status}: ${errorsOf(await reply.text())}`);
  }

  /** Sends an answer from the page that shows it once more. */
  private async confirm(shown: Response, page: Page, path: string, what: string): Promise<void> {
    const html = await shown.text();
    const found = formTo(path, { ...page, html });
    if (!found?.steps.has('send')) {
      throw new Stuck(`${this.id} cannot send ${what} from the page "${titleOf(html)}".`);
    }
    const reply = await sendForm(found, page, {}, 'send');
    if (reply.status === 303) return;
    throw new Stuck(`${this.id} sent ${what} and got ${reply.status}: ${errorsOf(await reply.text())}`);
  }

  /** Every link mailed to this person, newest first; not where they would say that it is not theirs. */
  private async links(): Promise<string[]> {
    const reply = await fetch(new URL(`/_sandbox/mail?to=${encodeURIComponent(this.email)}`, this.base));
    const mails = (await reply.json()) as Mail[];
    const links = mails
      .toReversed()
      .flatMap((mail) => mail.links.filter((link) => /^\/l\/[^/]+$/.test(new URL(link).pathname)));
    return [...new Set(links)];
  }
}

/** Posts a form as a browser does, with the button that was pressed. */
const sendForm = (
  { url, hidden }: Form,
  page: Page,
  fields: Record<string, string>,
  step?: string,
): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ ...hidden, ...fields, ...(step ? { do: step } : {}) }),
    redirect: 'manual',
    headers: { cookie: page.cookie, origin: new URL(page.url).origin },
  });
