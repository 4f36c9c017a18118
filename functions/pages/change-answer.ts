import { mayChangeAnswer } from '../../domain/change-answer.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { page } from './answers.ts';
import { changeAnswerPage } from './question-page.ts';
import type { Session } from './session.ts';
import { show } from './show.ts';

/** `GET …/change`: the question once more, for whoever has answered it and may still say it otherwise. Reads only. */
export async function showChange(session: Session, ports: WebPorts): Promise<WebResponse> {
  const { link, plan } = session;
  const request = plan.requests[link.requestId];
  const isTheirs = request?.respondents.some((respondent) => respondent.link === link.link);
  return request && isTheirs && mayChangeAnswer(request, link.participant, plan)
    ? page(200, await changeAnswerPage(session, request, ports))
    : show(session, ports);
}
