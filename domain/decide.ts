import type { Command, Context } from './commands.ts';
import { advance } from './decide/advance.ts';
import { answerRequest } from './decide/answer.ts';
import { draftPlan } from './decide/draft.ts';
import { addNote } from './decide/note.ts';
import {
  approvePlan,
  launchPlan,
  recordRunFailure,
  recordUndelivered,
  restartRun,
  withdrawPlan,
} from './decide/steer.ts';
import { PlanExists, PlanNotFound } from './errors.ts';
import type { Fact } from './events.ts';
import type { Plan } from './plan.ts';

/**
 * What happens when somebody, or the clock, wants something of a plan: the new facts, in order.
 * `[]` means it is so already; everything that may not happen is refused with a named `Refusal`.
 */
export function decide(command: Command, plan: Plan | undefined, context: Context): Fact[] {
  if (command.type === 'DraftPlan') {
    if (plan) throw new PlanExists();
    return draftPlan(command, context);
  }
  if (!plan) throw new PlanNotFound();
  switch (command.type) {
    case 'ApprovePlan':
      return approvePlan(command, plan);
    case 'LaunchPlan':
      return launchPlan(plan, context);
    case 'AnswerRequest':
      return answerRequest(command, plan, context);
    case 'WithdrawPlan':
      return withdrawPlan(command, plan, context);
    case 'Advance':
      return advance(command, plan, context);
    case 'RestartRun':
      return restartRun(command, plan, context);
    case 'RecordRunFailure':
      return recordRunFailure(command, plan);
    case 'AddNote':
      return addNote(command, plan);
    case 'RecordUndelivered':
      return recordUndelivered(command, plan);
  }
}
