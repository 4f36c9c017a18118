import { readFileSync } from 'node:fs';
import { SFNClient } from '@aws-sdk/client-sfn';
import { createExecutions } from '../../../adapters/executions.ts';
import { jobRows } from '../../../adapters/jobs.ts';
import { createPlanPulses } from '../../../adapters/plan-pulse.ts';
import type { PlanDraft } from '../../../domain/index.ts';
import type { Identity } from '../../../functions/access.ts';
import type { ExecutionsPorts } from '../../../functions/executions/ports.ts';
import { executionRoutes } from '../../../functions/executions/routes.ts';
import { site } from '../../../functions/site.ts';
import { createFaults } from '../../../sandbox/faults.ts';
import { createMeter } from '../../../sandbox/meter.ts';
import { AwsError } from '../../../sandbox/types.ts';
import { type Endpoint, openEndpoint } from '../../../sandbox/wire/endpoint.ts';
import { createWire } from '../../../sandbox/wire/router.ts';
import { statesService } from '../../../sandbox/wire/states.ts';
import { PEOPLE, signedInAs } from '../../support/signed-in-as.ts';
import { type Driven, drivenAt } from '../../workflows/driven.ts';
import { CONTEXT, httpEvent } from '../lambda.ts';
import type { SiteAnswer } from '../site/site-door.ts';

const machine = (name: string) => `arn:aws:states:us-east-1:123456789012:stateMachine:${name}`;

const asl = (name: string): string =>
  readFileSync(new URL(`../../../workflows/${name}.asl.json`, import.meta.url), 'utf8');

/** What both workflows are written as, before their functions' ARNs are filled in. */
export const DEFINITIONS = { 'plan-lifecycle': asl('plan-lifecycle'), 'bulk-work': asl('bulk-work') };

/**
 * The executions view before the sandbox's state engine, which it reaches as it reaches AWS: by the SDK, over HTTP. Plans
 * live on the same engine, with the real functions.
 */
export class ExecutionsDoor {
  private constructor(
    readonly driven: Driven,
    readonly ports: ExecutionsPorts,
    /** IAM actions that the role does not have. */
    readonly denied: Set<string>,
    readonly faults: ReturnType<typeof createFaults>,
    private readonly endpoint: Endpoint,
    private readonly client: SFNClient,
  ) {}

  static async open(start = '2026-12-01T14:00:00Z'): Promise<ExecutionsDoor> {
    const endpoint = await openEndpoint();
    const driven = drivenAt(start, endpoint.url);
    driven.engine.createStateMachine({
      arn: machine('bulk-work'),
      name: 'bulk-work',
      definition: DEFINITIONS['bulk-work'].replaceAll(
        /\$\{\w+\}/g,
        'arn:aws:lambda:us-east-1:123456789012:function:jobs',
      ),
      roleArn: 'arn:aws:iam::123456789012:role/bulk',
    });
    const denied = new Set<string>();
    const faults = createFaults();
    const machines = { 'plan-lifecycle': machine('plan-lifecycle'), 'bulk-work': machine('bulk-work') };
    const wire = createWire({
      services: [statesService(driven.engine, Object.values(machines))],
      faults,
      meter: createMeter(),
      callerOf: () => undefined,
      iam: {
        check: (_, { action, resource }) => {
          if (!denied.has(action)) return;
          const said = `User: role/executions is not authorized to perform: ${action} on resource: ${resource}`;
          throw new AwsError('AccessDeniedException', said);
        },
        unused: () => [],
        denied: () => [],
      },
    });
    endpoint.serve((request) => wire.answer(request));
    const client = new SFNClient({
      endpoint: endpoint.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'anybody', secretAccessKey: 'anything' },
      maxAttempts: 1,
    });
    const ports: ExecutionsPorts = {
      ...driven.ports,
      executions: createExecutions({ client, machines }),
      pulses: createPlanPulses(driven.world.rows),
      jobRows: jobRows(driven.world.rows),
      hasConsole: false,
    };
    return new ExecutionsDoor(driven, ports, denied, faults, endpoint, client);
  }

  /** A plan that was launched: its id. */
  launch(draft: PlanDraft): Promise<string> {
    return this.driven.launch(draft);
  }

  async get(
    path: string,
    query: Record<string, string> = {},
    as: Identity = PEOPLE.operator,
  ): Promise<SiteAnswer> {
    return this.send('GET', path, { query }, as);
  }

  async post(
    path: string,
    form: Record<string, string> | [string, string][],
    as: Identity = PEOPLE.operator,
  ): Promise<SiteAnswer> {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    };
    const sent = await this.send('POST', path, { headers, body: new URLSearchParams(form).toString() }, as);
    await this.driven.clock.settle();
    return sent;
  }

  async close(): Promise<void> {
    this.client.destroy();
    await this.endpoint.close();
  }

  private async send(
    method: string,
    path: string,
    options: Parameters<typeof httpEvent>[1],
    as: Identity,
  ): Promise<SiteAnswer> {
    const [, name, action] = /^\/admin\/executions(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path) ?? [];
    const isNamed = name !== undefined && name !== 'migrate';
    const route = isNamed ? `/admin/executions/{name}${action ? `/${action}` : ''}` : path;
    const cookies = [await signedInAs(as, this.ports)];
    const event = httpEvent(`${method} ${route}`, {
      ...options,
      path,
      cookies,
      ...(isNamed && { params: { name } }),
    });
    const {
      statusCode,
      headers = {},
      cookies: set = [],
      body = '',
    } = await site(executionRoutes, this.ports)(event, CONTEXT);
    return { status: statusCode as number, headers, cookies: set, body };
  }
}

/** The visible text of a page's main part, words only. */
export const textOf = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
