import { packIn } from '../../domain/pack-texts.ts';
import { languageOf, zoneOf } from '../../domain/reading.ts';
import type { Request } from '../../domain/request.ts';
import { pinnedRules } from '../../domain/rules.ts';
import {
  acknowledgementModel,
  checkInModel,
  decisionModel,
  filledIn,
  questionModel,
  recordedBefore,
  savedNotice,
  type ViewContext,
} from '../../views/models.ts';
import {
  acknowledgementPage,
  checkInPage,
  decisionPage,
  type FormState,
  questionPage,
} from '../../views/pages.ts';
import { wordsFor } from '../../views/words.ts';
import type { WebPorts } from '../ports.ts';
import { frameFor } from './answers.ts';
import { noLongerAsked } from './forms.ts';
import { keptWords } from './kept-words.ts';
import { readOtherwise } from './posted.ts';
import type { Session } from './session.ts';

/** What the views need to know of the plan behind a link. */
export function viewContext({ link, plan }: Session, ports: WebPorts): ViewContext {
  const reader = link.participant;
  const { language: fallback } = ports.settings;
  const { pack, calendar } = pinnedRules(plan, ports.library);
  return {
    plan,
    pack: packIn(pack, languageOf(plan, reader, fallback)),
    calendar,
    reader,
    words: wordsFor(plan, reader, fallback),
    zone: zoneOf(plan, reader),
  };
}

/** The page of an open question: empty, or with what its reader saved. */
export async function openQuestionPage(session: Session, request: Request, ports: WebPorts): Promise<string> {
  const { saved, plan } = session;
  if (!saved) return formQuestionPage(session, request, { values: {}, errors: [] }, ports);
  const context = viewContext(session, ports);
  const changed = readOtherwise(saved.planVersion, plan, request);
  const gone = noLongerAsked(new URLSearchParams(saved.values), { request, ...context });
  const state = {
    values: saved.values,
    errors: [],
    kept: keptWords(gone, context.words),
    saved: { notice: savedNotice(saved.at, changed, context) },
  };
  return formQuestionPage(session, request, state, ports);
}

/** The form of somebody who says it otherwise, as they filled it in. Sent on as it is, it changes nothing. */
export function changeAnswerPage(session: Session, request: Request, ports: WebPorts): Promise<string> {
  const { answer } = request.respondents.find(({ link }) => link === session.link.link) ?? {};
  const values = answer ? filledIn(answer, request, viewContext(session, ports)) : {};
  return formQuestionPage(session, request, { values, errors: [] }, ports);
}

/** The same as it was posted, with a fresh ticket for its form. */
export async function formQuestionPage(
  session: Session,
  request: Request,
  state: Pick<FormState, 'values' | 'errors' | 'kept' | 'saved'>,
  ports: WebPorts,
): Promise<string> {
  const now = ports.now();
  const { link, plan, base } = session;
  const context = viewContext(session, ports);
  const recorded = recordedBefore(request, context);
  const form: FormState = {
    ...(session.saved ? { saved: {} } : {}),
    ...(recorded ? { recorded } : {}),
    ...state,
    action: base,
    ticket: await ports.links.formTicket(link.link, request.id, plan.version, now),
  };
  const frame = frameFor(session, ports);
  switch (request.kind) {
    case 'acknowledgement':
      return acknowledgementPage(acknowledgementModel(request, now, context), form, frame);
    case 'check_in':
      return checkInPage(checkInModel(request, now, context), form, frame);
    case 'decision':
      return decisionPage(decisionModel(request, now, context), form, frame);
    default:
      return questionPage(questionModel({ ...request, kind: request.kind }, now, context), form, frame);
  }
}
