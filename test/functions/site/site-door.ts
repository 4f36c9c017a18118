import type { Identity } from '../../../functions/access.ts';
import { adminRoute } from '../../../functions/admin/areas.ts';
import { assetRoutes } from '../../../functions/admin/assets.ts';
import type { AdminPorts } from '../../../functions/admin/ports.ts';
import { signInRoutes } from '../../../functions/sign-in.ts';
import { type FindRoute, type SiteRoutes, site } from '../../../functions/site.ts';
import { PEOPLE, signedInAs } from '../../support/signed-in-as.ts';
import { CONTEXT, httpEvent } from '../lambda.ts';
import { worldAt } from '../ports.ts';

export interface SiteAnswer {
  status: number;
  headers: Record<string, unknown>;
  cookies: string[];
  body: string;
}

/** The door of the admin site with the real store, on rows in memory; time stands where the test puts it. */
export class SiteDoor {
  readonly world = worldAt('2026-12-01T15:00:00Z');

  /** Sends a request as somebody who has just signed in, or as nobody. */
  async call(
    route: string,
    options: Parameters<typeof httpEvent>[1] & { as?: Identity | null } = {},
    routes: SiteRoutes<AdminPorts> | FindRoute<AdminPorts> = adminRoute,
  ): Promise<SiteAnswer> {
    const { as = PEOPLE.hr, cookies = [], ...rest } = options;
    const own = as ? [await signedInAs(as, this.world.ports)] : [];
    const door = site(routes, this.world.ports, { ...signInRoutes, ...assetRoutes });
    const answer = await door(httpEvent(route, { ...rest, cookies: [...own, ...cookies] }), CONTEXT);
    return {
      status: answer.statusCode as number,
      headers: answer.headers ?? {},
      cookies: answer.cookies ?? [],
      body: answer.body ?? '',
    };
  }

  /** Sends a form, as a browser on a page of the site does. */
  post(
    route: string,
    form: Record<string, string> | URLSearchParams,
    options: Parameters<SiteDoor['call']>[1] = {},
  ): Promise<SiteAnswer> {
    return this.call(route, {
      ...options,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...options.headers,
      },
      body: new URLSearchParams(form).toString(),
    });
  }
}
