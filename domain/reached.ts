import type { Plan, Request, Respondent } from './plan.ts';

/** Whether any mail about the question left for this person, as far as is known. Silence says nothing before it did. */
export function isReached({ participant, mailed }: Respondent, request: Request, plan: Plan): boolean {
  const lost = plan.undelivered.filter((mail) => mail.requestId === request.id && mail.to === participant);
  return lost.length < mailed;
}
