import type { Command, Context } from './commands.ts';
import { askAccommodation } from './decide/accommodation.ts';
import { correctAddress } from './decide/address.ts';
import { advance } from './decide/advance.ts';
import { amendPlan } from './decide/amend.ts';
import { answerRequest } from './decide/answer.ts';
import { reduceCapacity } from './decide/capacity.ts';
import { draftPlan } from './decide/draft.ts';
import { endEarly } from './decide/early.ts';
import { extendPlan } from './decide/extend.ts';
import { recordFeedback, recordFound } from './decide/feedback.ts';
import { releaseLegalHold, setLegalHold } from './decide/legal-hold.ts';
import { renewLink, reportWrongPerson } from './decide/links.ts';
import { changeManager } from './decide/manager.ts';
import { recordRelapse } from './decide/monitoring.ts';
import { addNote } from './decide/note.ts';
import { serveOnPaper } from './decide/paper.ts';
import { cancelPause, pausePlan, resumePlan } from './decide/pause.ts';
import { recordReadings } from './decide/readings.ts';
import { recognise } from './decide/recognition.ts';
import { redraftPlan, returnDraft } from './decide/redraft.ts';
import { respond, shareDraft } from './decide/response.ts';
import {
  approvePlan,
  launchPlan,
  recordRunFailure,
  recordUndelivered,
  restartRun,
  withdrawPlan,
} from './decide/steer.ts';
import { completeTraining } from './decide/training.ts';
import { wakeIfChanged } from './decide/wake.ts';
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
  const facts = factsOf(command, plan, context);
  // The workflow that advances a plan is told what is next in the same breath.
  return command.type === 'Advance' ? facts : wakeIfChanged(facts, plan, context);
}

function factsOf(command: Exclude<Command, { type: 'DraftPlan' }>, plan: Plan, context: Context): Fact[] {
  switch (command.type) {
    case 'RedraftPlan':
      return redraftPlan(command, plan, context);
    case 'ReturnDraft':
      return returnDraft(command, plan);
    case 'ApprovePlan':
      return approvePlan(command, plan);
    case 'ShareDraft':
      return shareDraft(plan, context);
    case 'LaunchPlan':
      return launchPlan(plan, context);
    case 'AmendPlan':
      return amendPlan(command, plan, context);
    case 'ChangeManager':
      return changeManager(command, plan, context);
    case 'ReduceCapacity':
      return reduceCapacity(command, plan, context);
    case 'PausePlan':
      return pausePlan(command, plan, context);
    case 'CancelPause':
      return cancelPause(command, plan);
    case 'ResumePlan':
      return resumePlan(command, plan, context);
    case 'ExtendPlan':
      return extendPlan(command, plan, context);
    case 'EndEarly':
      return endEarly(command, plan, context);
    case 'AnswerRequest':
      return answerRequest(command, plan, context);
    case 'ServeOnPaper':
      return serveOnPaper(command, plan, context);
    case 'Respond':
      return respond(command, plan, context);
    case 'AskAccommodation':
      return askAccommodation(command, plan, context);
    case 'RecordReadings':
      return recordReadings(command, plan, context);
    case 'CompleteTraining':
      return completeTraining(command, plan, context);
    case 'Recognise':
      return recognise(command, plan);
    case 'RecordRelapse':
      return recordRelapse(command, plan, context);
    case 'SetLegalHold':
      return setLegalHold(command, plan);
    case 'ReleaseLegalHold':
      return releaseLegalHold(command, plan);
    case 'WithdrawPlan':
      return withdrawPlan(command, plan, context);
    case 'AddNote':
      return addNote(command, plan);
    case 'Advance':
      return advance(command, plan, context);
    case 'RestartRun':
      return restartRun(command, plan, context);
    case 'RecordRunFailure':
      return recordRunFailure(command, plan);
    case 'RecordUndelivered':
      return recordUndelivered(command, plan);
    case 'RecordFeedback':
      return recordFeedback(command, plan);
    case 'RecordFound':
      return recordFound(command.mails, plan, command.saidToBe);
    case 'RenewLink':
      return renewLink(command, plan, context);
    case 'ReportWrongPerson':
      return reportWrongPerson(command, plan);
    case 'CorrectAddress':
      return correctAddress(command, plan, context);
  }
}
