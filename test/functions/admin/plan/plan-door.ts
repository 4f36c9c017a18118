import type { Identity } from '../../../../functions/access.ts';
import { ApiDoor } from '../../api-door.ts';
import { type SiteAnswer, SiteDoor } from '../../site/site-door.ts';

/** The site and the API on one world: plans are lived by the API, and looked at and steered on the site. */
export class PlanDoor extends SiteDoor {
  readonly api: ApiDoor;

  constructor() {
    super();
    this.api = new ApiDoor();
    Object.defineProperty(this.api, 'world', { value: this.world });
  }

  page(planId: string, query: Record<string, string> = {}, as?: Identity): Promise<SiteAnswer> {
    return this.call('GET /admin/plans/{planId}', { params: { planId }, query, ...(as && { as }) });
  }

  form(planId: string, command: string, query: Record<string, string> = {}): Promise<SiteAnswer> {
    return this.call('GET /admin/plans/{planId}/do/{command}', { params: { planId, command }, query });
  }

  /** Sends the form of an action: to look at, or with `step: 'confirm'` and the version to do it. */
  act(planId: string, command: string, form: Record<string, string> | URLSearchParams): Promise<SiteAnswer> {
    return this.post('POST /admin/plans/{planId}/do/{command}', form, { params: { planId, command } });
  }

  /** Looks at what it would do and confirms it. */
  async does(planId: string, command: string, form: Record<string, string>): Promise<SiteAnswer> {
    const looked = await this.act(planId, command, form);
    if (looked.status !== 200) return looked;
    const version = /name="version" value="(\d+)"/.exec(looked.body)?.[1] ?? '';
    return this.act(planId, command, { ...form, version, step: 'confirm' });
  }

  async typesOf(planId: string): Promise<string[]> {
    return (await this.world.ports.store.events(planId)).map(({ type }) => type);
  }
}

/** What of a page is read: without tags, on one line. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim();
