import type { Deed } from './journal.ts';
import type { EventRow } from './scenario.ts';

type Command = Extract<Deed, { kind: 'command' }>;
type Fields = Record<string, unknown>;

/** What HR said to bring about an event, for those events that keep all of it. */
const COMMANDS: Readonly<Record<string, (event: EventRow) => Fields & { type: string }>> = {
  PlanApproved: ({ comment }) => ({ type: 'approve', ...(comment ? { comment } : {}) }),
  DraftShared: () => ({ type: 'share' }),
  PlanLaunched: () => ({ type: 'launch' }),
  PlanExtended: ({ endDate, revision }) => ({
    type: 'extend',
    endDate,
    reason: (revision as { reason?: string } | undefined)?.reason ?? '',
  }),
  PauseCancelled: ({ from }) => ({ type: 'cancel_pause', from }),
  PlanResumed: ({ on }) => ({ type: 'resume', on }),
  AccommodationRequested: ({ by }) => ({ type: 'accommodation', by }),
  AddressCorrected: ({ participant, email }) => ({ type: 'correct_address', participant, email }),
  NoteAdded: ({ text, requestId, from }) => ({
    type: 'note',
    text,
    ...(requestId ? { requestId } : {}),
    ...(from ? { from } : {}),
  }),
  PlanWithdrawn: ({ reason }) => ({ type: 'withdraw', reason }),
};

/**
 * What HR did on the admin site, read from the record where it can be, as commands; and in words what cannot. What came
 * by the HTTP API is in the deeds already: it left its events at the same moment.
 */
export const steeredElsewhere = (
  events: readonly EventRow[],
  deeds: readonly Deed[],
): { commands: Command[]; leftOut: string[] } => {
  const known = new Set(deeds.map(({ at }) => Date.parse(at)));
  const commands: Command[] = [];
  const leftOut: string[] = [];
  for (const event of events) {
    const { at, type, actor } = event;
    if (actor?.kind !== 'principal' || type === 'PlanDrafted' || known.has(Date.parse(at))) continue;
    const command = COMMANDS[type];
    if (command) commands.push({ kind: 'command', at, planId: '', body: command(event) });
    else leftOut.push(`${at}: ${type}, done on the admin site; the record does not keep it as it was typed.`);
  }
  return { commands, leftOut };
};
