import { isLive, openRequests } from '../../domain/agenda.ts';
import type { ParticipantId, Plan } from '../../domain/plan.ts';
import { listInWords, momentInWords } from '../dates.ts';
import type { Line } from './answer-view.ts';
import { nameOf } from './plan-view.ts';
import type { ViewContext } from './view-context.ts';

/** Whether this person can ask for an adjustment here: only whom the plan is about, and only while it runs. */
export const mayAskForAdjustment = (plan: Plan, reader: ParticipantId): boolean =>
  plan.draft.subject.participant === reader && isLive(plan) && plan.status !== 'monitoring';

/** That the reader has asked, when, who was told and by when they hear; `undefined` while nothing is asked. */
export function askedForAdjustment({ plan, words, zone }: ViewContext): Line[] | undefined {
  const request = openRequests(plan).find(({ kind }) => kind === 'accommodation');
  if (!request) return undefined;
  const w = words.accommodation.ask.asked;
  const moment = (at: string): string => momentInWords(at, zone, words.locale);
  const told = request.respondents.map(({ participant }) => nameOf(plan, participant));
  return [
    { label: w.when, value: moment(request.openedAt) },
    { label: w.told, value: listInWords(told, words.locale) },
    { label: w.answer, value: moment(request.dueAt) },
  ];
}
