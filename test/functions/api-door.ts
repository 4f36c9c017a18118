import type { RecordedEvent } from '../../adapters/store.ts';
import { type Actor, type Answer, agenda, type Command, type PlanDraft } from '../../domain/index.ts';
import { respond } from '../../functions/api/respond.ts';
import { api } from '../../functions/chains.ts';
import { commandContext } from '../../functions/command-context.ts';
import { dcDraft } from '../support/plans.ts';
import { CONTEXT, httpEvent } from './lambda.ts';
import { worldAt } from './ports.ts';

export const HR = 'hr@agency.example';

export interface ApiAnswer {
  status: number;
  headers: Record<string, unknown>;
  json: Record<string, unknown>;
}

const LIFECYCLE: Actor = { kind: 'system', id: 'lifecycle' };

/** The door of the API with the real store, on rows in memory; time stands where the test puts it. */
export class ApiDoor {
  readonly world = worldAt('2026-12-01T15:00:00Z');

  async call(route: string, options: Parameters<typeof httpEvent>[1] = {}): Promise<ApiAnswer> {
    const door = api(respond, this.world.ports);
    const { statusCode, headers, body } = await door(httpEvent(route, { caller: HR, ...options }), CONTEXT);
    return { status: statusCode as number, headers: headers ?? {}, json: JSON.parse(body ?? 'null') };
  }

  post(body: unknown, route = 'POST /api/plans', params?: Record<string, string>): Promise<ApiAnswer> {
    return this.call(route, {
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...(params && { params }),
    });
  }

  command(planId: string, body: unknown): Promise<ApiAnswer> {
    return this.post(body, 'POST /api/plans/{planId}/commands', { planId });
  }

  get(planId: string, rest = ''): Promise<ApiAnswer> {
    return this.call(`GET /api/plans/{planId}${rest}`, { params: { planId } });
  }

  events(planId: string): Promise<RecordedEvent[]> {
    return this.world.ports.store.events(planId);
  }

  async drafted(draft: PlanDraft = dcDraft()): Promise<string> {
    const { status, json } = await this.post(draft);
    if (status !== 201) throw new Error(`The draft was refused: ${JSON.stringify(json.errors)}`);
    return json.planId as string;
  }

  /** A plan that everybody has signed for, on the first day of its time. */
  async active(draft: PlanDraft = dcDraft()): Promise<string> {
    const planId = await this.drafted(draft);
    for (const type of ['approve', 'launch']) {
      const { status, json } = await this.command(planId, { type });
      if (status !== 200) throw new Error(`${type} was refused: ${JSON.stringify(json)}`);
    }
    await this.until(planId, this.world.now);
    const { requests } = await this.world.ports.store.load(planId);
    for (const { participant } of requests.acknowledgement?.respondents ?? []) {
      const answer: Answer = { kind: 'acknowledgement', choice: 'sign', typedName: 'Signed Here' };
      await this.answer(planId, 'acknowledgement', participant, answer);
    }
    await this.until(planId, `${draft.startDate}T15:00:00Z`);
    return planId;
  }

  /** Lets time pass up to `now`, with the workflow awake at every moment something comes due. */
  async until(planId: string, now: string): Promise<void> {
    for (;;) {
      const plan = await this.world.ports.store.load(planId);
      const due = agenda(plan)[0]?.at;
      if (!due || due > now) break;
      if (due > this.world.now) this.world.now = due;
      await this.commit(planId, { type: 'Advance', run: plan.run }, LIFECYCLE);
    }
    this.world.now = now;
  }

  answer(planId: string, requestId: string, by: string, answer: Answer): Promise<unknown> {
    const command: Command = { type: 'AnswerRequest', requestId, by, answer };
    return this.commit(planId, command, { kind: 'participant', id: by });
  }

  private commit(planId: string, command: Command, actor: Actor): Promise<unknown> {
    const { ports } = this.world;
    return ports.store.commit(planId, command, commandContext(ports, planId, actor));
  }
}
