import { readdirSync, readFileSync } from 'node:fs';
import { settingsOf } from '../../../adapters/pack-settings.ts';
import type { Answer, CheckInAnswer, PlanDraft, RulePack } from '../../../domain/index.ts';
import { Scenario } from '../../support/scenario.ts';

/** One plan that breaks no rule, for every pack: the first example that is pinned to it. */
export function exampleOf(pack: RulePack): PlanDraft {
  for (const file of readdirSync('examples').sort()) {
    if (!file.endsWith('.json')) continue;
    const { plan } = JSON.parse(readFileSync(`examples/${file}`, 'utf8')) as { plan: PlanDraft };
    if (plan.pack === pack.id) return plan;
  }
  throw new RangeError(`No example is pinned to ${pack.id}.`);
}

/** The pack as it would be with another value at `pointer`; with `undefined` an entry of a list is left out. */
export function withSetting(pack: RulePack, pointer: string, is: unknown): RulePack {
  const copy = structuredClone(pack) as unknown as Record<string, unknown>;
  const path = pointer.split('/').slice(1);
  const last = path.pop() ?? '';
  const parent = path.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else parent[last] = { ...(parent[last] as object), is };
  return copy as unknown as RulePack;
}

/** A plan lived by commands under a pack that may say anything. */
export class Trial extends Scenario {
  constructor(
    readonly pack: RulePack,
    readonly draft: PlanDraft = exampleOf(pack),
  ) {
    super(`${dayBefore(draft.startDate, 7)}T20:00:00Z`);
    this.library = { ...this.library, pack: () => pack };
  }

  drafted(): this {
    return this.after({ type: 'DraftPlan', planId: 'plan-1', draft: this.draft });
  }

  approved(): this {
    return this.drafted().after({ type: 'ApprovePlan' });
  }

  launched(): this {
    this.approved();
    if (this.pack.response.draft.is.required) {
      this.after({ type: 'ShareDraft' });
      this.answer('response-draft', this.draft.subject.participant, { kind: 'response', choice: 'waive' });
    }
    return this.after({ type: 'LaunchPlan' });
  }

  /** Everybody who is asked rates every item the same, at every check-in, until the period is over. */
  ratedThroughout(progress: CheckInAnswer['items'][number]['progress']): this {
    const plan = () => this.require();
    for (let due = this.soonest(); due && plan().status !== 'deciding'; due = this.soonest()) {
      this.until(due);
      for (const request of Object.values(plan().requests)) {
        if (request.status !== 'open' || !['check_in', 'support'].includes(request.kind)) continue;
        for (const { participant } of request.respondents)
          this.answer(request.id, participant, answerTo(this, request.id, progress));
      }
    }
    return this;
  }

  private soonest(): string | undefined {
    return this.agenda()[0]?.at;
  }
}

function answerTo(trial: Trial, id: string, progress: 'below' | 'near' | 'reached'): Answer {
  const plan = trial.require();
  const request = plan.requests[id];
  if (request?.kind === 'support') {
    const promises = plan.draft.items.flatMap((item) =>
      item.support
        .filter(({ due }) => due === request.date)
        .map(({ what }) => ({ item: item.id, what, delivered: 'yes' as const })),
    );
    return { kind: 'support', promises };
  }
  const asks = request?.followUp?.asks;
  return {
    kind: 'check_in',
    meeting: 'held',
    comment: 'Done.',
    items: asks === 'ratings' ? trial.ratedItems(id).map((item) => ({ item, progress })) : [],
    ...(asks === 'readings'
      ? { readings: plan.draft.items.map(({ id, measure }) => ({ item: id, value: measure.baseline })) }
      : {}),
  };
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Every setting of a pack, with the path that is the same in every pack. */
export const settings = (pack: RulePack) =>
  settingsOf(pack).map(({ pointer, setting }) => ({
    pointer,
    path: pointer
      .slice(1)
      .replaceAll('/', '.')
      .replace(/\.\d+$/, ''),
    setting,
  }));
