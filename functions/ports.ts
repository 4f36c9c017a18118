import { dynamoClient } from '../adapters/clients/dynamo.ts';
import { now } from '../adapters/clock.ts';
import { createDynamoStore } from '../adapters/dynamo-store.ts';
import { setting } from '../adapters/environment.ts';
import { newLinkId, newPlanId } from '../adapters/ids.ts';
import { createLinks, type Links } from '../adapters/links.ts';
import { ruleLibrary } from '../adapters/packs.ts';
import type { PlanStore } from '../adapters/store.ts';
import { LANGUAGES, type Language } from '../domain/draft.ts';
import type { RuleLibrary } from '../domain/pack.ts';
import type { Instant, LinkId, PlanId } from '../domain/plan.ts';
import { groupSettings } from './group-settings.ts';
import type { GroupSettings } from './identity.ts';
import type { Jobs } from './jobs/job.ts';
import { jobsWhenNeeded } from './jobs/when-needed.ts';
import { keysIn } from './secret-in.ts';
import { type EdgePorts, originKeysWhenNeeded } from './through-edge.ts';

/** What a function may do to the world. A handler's signature picks what it uses; nothing is made before it is used. */
export interface Ports {
  store: PlanStore;
  links: Links;
  library: RuleLibrary;
  now(): Instant;
  ids: { plan(): PlanId; link(planId: PlanId): LinkId };
  settings: Settings;
}

/** The function's settings, each read when it is first needed. */
export interface Settings {
  organisation: string;
  /** Where people turn to when a page cannot help them. */
  contactEmail: string;
  /** Without a slash at the end. */
  baseUrl: string;
  /** What people read whose own language nobody knows. */
  language: Language;
  /** What a draft gets that does not say. */
  defaults: { pack: string; timeZone: string };
}

export type TaskPorts = Pick<Ports, 'store' | 'library' | 'now' | 'ids' | 'settings'>;
export type ApiPorts = TaskPorts & EdgePorts & { groups: GroupSettings; jobs: Jobs };
export type WebPorts = TaskPorts &
  EdgePorts &
  Pick<Ports, 'links'> & {
    /** What the browser of the one request asks for, of the languages there are. */
    asked?: Language | undefined;
  };

/** An object whose members are made on first use, once. */
export function lazy<T extends object>(make: { [Name in keyof T]: () => T[Name] }): T {
  const made: Partial<T> = {};
  for (const name of Object.keys(make) as (keyof T & string)[]) {
    Object.defineProperty(made, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make[name]();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return made as T;
}

const languageOf = (tag: string): Language => LANGUAGES.find((known) => known === tag) ?? 'en';

export const settings = (): Settings =>
  lazy<Settings>({
    organisation: () => setting('ORGANISATION'),
    contactEmail: () => setting('CONTACT_EMAIL'),
    baseUrl: () => setting('BASE_URL'),
    language: () => languageOf(setting('DEFAULT_LANGUAGE')),
    defaults: () => ({ pack: setting('DEFAULT_PACK'), timeZone: setting('DEFAULT_TIME_ZONE') }),
  });

export const store = (): PlanStore =>
  createDynamoStore({ client: dynamoClient(), tableName: setting('TABLE_NAME') });

export const links = (): Links =>
  createLinks({
    secret: keysIn(setting('LINK_SECRET_ARN')),
    baseUrl: setting('BASE_URL'),
  });

const core = {
  store,
  library: ruleLibrary,
  now: () => now,
  ids: () => ({ plan: newPlanId, link: newLinkId }),
  settings,
};

export const taskPorts = (): TaskPorts => lazy<TaskPorts>(core);
export const apiPorts = (): ApiPorts =>
  lazy<ApiPorts>({
    ...core,
    groups: groupSettings,
    jobs: jobsWhenNeeded,
    knowsOriginKey: originKeysWhenNeeded,
  });
export const webPorts = (): WebPorts =>
  lazy<WebPorts>({ ...core, links, knowsOriginKey: originKeysWhenNeeded });
