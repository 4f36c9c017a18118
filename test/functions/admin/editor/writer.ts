import { type HTMLElement, parse } from 'node-html-parser';
import type { Command } from '../../../../domain/index.ts';
import type { Identity } from '../../../../functions/access.ts';
import { commandContext } from '../../../../functions/command-context.ts';
import { PEOPLE } from '../../../support/signed-in-as.ts';
import { SiteDoor } from '../../site/site-door.ts';

export const COLLEAGUE: Identity = {
  id: 'u-hr-2',
  name: 'Sasha Kim',
  email: 'sasha.kim@agency.example',
  roles: ['hr'],
};

/** One opened page of the editor: what its form holds, and what its buttons do, as a browser without scripts has it. */
export class Sheet {
  readonly root: HTMLElement;
  readonly fields: URLSearchParams;

  constructor(
    readonly html: string,
    readonly path: string,
  ) {
    this.root = parse(html);
    const form = this.root.querySelector('form.editor, form.merge');
    this.fields = form ? fieldsOf(form) : new URLSearchParams();
  }

  set(values: Record<string, string>): this {
    for (const [name, value] of Object.entries(values)) {
      if (!this.fields.has(name)) throw new Error(`The form has no field ${name}.`);
      this.fields.set(name, value);
    }
    return this;
  }

  /** What stands as a fault at a place. */
  faultAt(pointer: string): string | undefined {
    return this.root.querySelectorAll('.fault').find(({ id }) => id === `${pointer}-fault`)?.text;
  }

  /** What is read there, each element apart from the next. */
  text(selector: string): string {
    return this.root.querySelectorAll(selector).map(wordsOf).join(' | ');
  }
}

export const wordsOf = (element: HTMLElement): string =>
  parse(element.outerHTML.replaceAll('<', ' <')).text.replace(/\s+/g, ' ').trim();

/** Somebody of HR at the editor. */
export class Writer {
  constructor(
    readonly door: SiteDoor = new SiteDoor(),
    readonly as: Identity = PEOPLE.hr,
  ) {}

  /** Follows an address of the site to the page it shows. */
  async open(location: string): Promise<Sheet> {
    const { pathname, search } = new URL(location, 'https://pip.example.org');
    const { route, params } = routeOf(pathname);
    const { status, body, headers } = await this.door.call(`GET ${route}`, {
      as: this.as,
      params,
      query: Object.fromEntries(new URLSearchParams(search)),
    });
    if (status === 303) return this.open(String(headers.Location));
    return new Sheet(body, pathname);
  }

  /** Presses a button of a page. */
  async press(sheet: Sheet, op: string): Promise<Sheet> {
    return this.open(await this.send(sheet, op));
  }

  /** Where pressing it leads. */
  async send(sheet: Sheet, op: string): Promise<string> {
    const form = new URLSearchParams(sheet.fields);
    form.set('op', op);
    const answer = await this.post(sheet.path, form);
    if (answer.status !== 303) throw new Error(`${op} was answered with ${answer.status}: ${answer.body}`);
    return String(answer.headers.Location);
  }

  post(path: string, form: URLSearchParams | Record<string, string>, headers: Record<string, string> = {}) {
    const { route, params } = routeOf(path);
    return this.door.post(`POST ${route}`, form, { as: this.as, params, headers });
  }

  /** Begins a draft from the text of a plan file. */
  async fromFile(plan: unknown): Promise<Sheet> {
    const { headers } = await this.post('/admin/drafts', { from: 'file', json: JSON.stringify(plan) });
    return this.open(String(headers.Location));
  }
}

function routeOf(path: string): { route: string; params: Record<string, string> } {
  const [, , area = '', id = '', ...rest] = path.split('/');
  if (area === 'drafts' && id) {
    const [merge, with_ = '', keep] = rest;
    if (merge !== 'merge')
      return { route: ['/admin/drafts/{draftId}', ...rest].join('/'), params: { draftId: id } };
    const tail = keep ? `/${keep}` : '';
    return { route: `/admin/drafts/{draftId}/merge/{with}${tail}`, params: { draftId: id, with: with_ } };
  }
  if (area === 'plans' && id) {
    return { route: ['/admin/plans/{planId}', ...rest].join('/'), params: { planId: id } };
  }
  return { route: path, params: {} };
}

function fieldsOf(form: HTMLElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const field of form.querySelectorAll('input, textarea, select')) {
    const name = field.getAttribute('name');
    if (!name) continue;
    const type = field.getAttribute('type');
    if (type === 'radio' && field.getAttribute('checked') === undefined) continue;
    if (field.tagName === 'TEXTAREA') fields.append(name, field.text);
    else if (field.tagName === 'SELECT') fields.append(name, chosenIn(field));
    else fields.append(name, field.getAttribute('value') ?? '');
  }
  return fields;
}

const chosenIn = (select: HTMLElement): string => {
  const options = select.querySelectorAll('option');
  const chosen = options.find((option) => option.getAttribute('selected') !== undefined) ?? options[0];
  return chosen?.getAttribute('value') ?? '';
};

export const planIdIn = (location: string): string => /pln[a-z2-7]{20}/.exec(location)?.[0] ?? '';

/** What the fields of a form hold, by their names. */
export const textOf = (sheet: Sheet): Record<string, string> => Object.fromEntries(sheet.fields);

/** Another command of HR, given on a page of its own. */
export function give({ door: { world }, as }: Writer, planId: string, command: Command) {
  const actor = { kind: 'principal' as const, id: as.email ?? as.id };
  return world.ports.store.commit(planId, command, commandContext(world.ports, planId, actor));
}
