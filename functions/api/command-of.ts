import { type CsvLine, linesFrom, readingsOf } from '../../adapters/readings-csv.ts';
import type { Command } from '../../domain/commands.ts';
import type { Reading } from '../../domain/plan.ts';
import type { ApiCommand } from './command-shapes.ts';
import { brokenShape } from './read-json.ts';

type Sent<Type extends ApiCommand['type']> = Extract<ApiCommand, { type: Type }>;

/**
 * The command that was sent, in the words of the domain; `lines` are those of the CSV file its readings are from.
 *
 * @throws Problem 422 for readings that are given in no way or in two; RulesBroken for a file that cannot be read.
 */
export function commandOf(sent: ApiCommand): { command: Command; lines?: CsvLine[] } {
  if (sent.type !== 'readings') return { command: plainCommand(sent) };
  const { by } = sent;
  const record = (readings: Reading[]): Command => ({ type: 'RecordReadings', readings, ...(by && { by }) });
  if (sent.csv === undefined && sent.readings) return { command: record(sent.readings) };
  if (sent.csv === undefined || sent.readings) throw brokenShape([ONE_WAY]);
  const lines = linesFrom(sent.csv);
  return { command: record(readingsOf(lines)), lines };
}

const ONE_WAY = {
  field: '/readings',
  message: 'Give either readings, as a list, or csv, as a text.',
  rule: 'shape',
  citation: '',
};

function plainCommand(sent: Exclude<ApiCommand, Sent<'readings'>>): Command {
  switch (sent.type) {
    case 'redraft':
      return { ...fields(sent), type: 'RedraftPlan' };
    case 'return_draft':
      return { ...fields(sent), type: 'ReturnDraft' };
    case 'approve':
      return { ...fields(sent), type: 'ApprovePlan' };
    case 'share':
      return { type: 'ShareDraft' };
    case 'launch':
      return { type: 'LaunchPlan' };
    case 'amend':
      return { ...fields(sent), type: 'AmendPlan' };
    case 'change_manager':
      return { ...fields(sent), type: 'ChangeManager' };
    case 'reduce_capacity':
      return { ...fields(sent), type: 'ReduceCapacity' };
    case 'pause':
      return { ...fields(sent), type: 'PausePlan' };
    case 'cancel_pause':
      return { ...fields(sent), type: 'CancelPause' };
    case 'resume':
      return { ...fields(sent), type: 'ResumePlan' };
    case 'extend':
      return { ...fields(sent), type: 'ExtendPlan' };
    case 'end_early':
      return { ...fields(sent), type: 'EndEarly' };
    case 'training_completed':
      return { ...fields(sent), type: 'CompleteTraining' };
    case 'recognise':
      return { ...fields(sent), type: 'Recognise' };
    case 'accommodation':
      return { ...fields(sent), type: 'AskAccommodation' };
    case 'relapse':
      return { ...fields(sent), type: 'RecordRelapse' };
    case 'hold':
      return { type: 'SetLegalHold', reason: sent.reason };
    case 'release_hold':
      return { ...fields(sent), type: 'ReleaseLegalHold' };
    case 'withdraw':
      return { ...fields(sent), type: 'WithdrawPlan' };
    case 'serve_on_paper':
      return { ...fields(sent), type: 'ServeOnPaper' };
    case 'correct_address':
      return { ...fields(sent), type: 'CorrectAddress' };
    case 'note':
      return { ...fields(sent), type: 'AddNote' };
  }
}

/** What a command says beside its name. */
function fields<T extends ApiCommand>({ type, dryRun, ...rest }: T): Omit<T, 'type' | 'dryRun'> {
  return rest;
}
