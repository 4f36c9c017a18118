import { promisesAsked } from '../../domain/check-ins.ts';
import type { Answer, Plan, Request } from '../../domain/index.ts';
import { decided, rated, signed } from '../support/answers.ts';
import type { Driven } from './driven.ts';

/** What a person who does their part says to each kind of question. */
export function answerTo(request: Request, plan: Plan): Answer {
  switch (request.kind) {
    case 'acknowledgement':
      return signed('Signed Here');
    case 'check_in':
      return rated('near');
    case 'survey':
      return { kind: 'survey', scores: (request.followUp?.questions ?? []).map(() => 4) };
    case 'support':
      return {
        kind: 'support',
        promises: promisesAsked(plan, request.id).map(({ item, what }) => ({
          item: item.id,
          what,
          delivered: 'yes',
        })),
      };
    case 'response':
      return { kind: 'response', choice: 'waive' };
    case 'attribution':
      return { kind: 'attribution', to: 'excused', reason: 'Both were ill.' };
    case 'approval':
      return { kind: 'approval', choice: 'confirm', typedName: 'Priya Raman' };
    case 'accommodation':
      return { kind: 'accommodation', choice: 'nothing_needed' };
    case 'decision':
      return decided('met');
  }
}

export interface Living {
  /** Which questions are answered, as soon as they are asked; all of them when absent. */
  heard?: (request: Request) => boolean;
  /** What is said instead of the ordinary answer. */
  says?: (request: Request) => Answer | undefined;
  /** Stops at the first moment after this one. */
  until?: string;
}

/** Lets the plan live until its newest execution is over, or until a moment. */
export async function live(driven: Driven, planId: string, living: Living = {}): Promise<Plan> {
  const { heard = () => true, says, until } = living;
  for (let step = 0; step < 600; step++) {
    await answerAll(driven, planId, heard, says);
    const plan = await driven.plan(planId);
    if (driven.history(planId, plan.run).status !== 'RUNNING') return plan;
    const next = driven.clock.pending()[0]?.at;
    if (next === undefined || (until !== undefined && next > Date.parse(until))) return plan;
    await driven.clock.toNext();
  }
  throw new Error('The plan never came to an end.');
}

async function answerAll(
  driven: Driven,
  planId: string,
  heard: (request: Request) => boolean,
  says: Living['says'],
): Promise<void> {
  const plan = await driven.plan(planId);
  for (const request of Object.values(plan.requests)) {
    if (request.status !== 'open' || !heard(request)) continue;
    for (const { participant, required, answer } of request.respondents) {
      if (required && !answer)
        await driven.answer(planId, request, participant, says?.(request) ?? answerTo(request, plan));
    }
  }
}

/** The named waits an execution went through, without the two states between them. */
export const waitsOf = (driven: Driven, planId: string, run = 1): string[] =>
  driven
    .history(planId, run)
    .entered.filter((name) => name !== 'Go to what is next' && name !== 'Decide what is next');
