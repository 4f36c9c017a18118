import { pinnedRules, type Request } from '../../domain/index.ts';
import {
  acknowledgementModel,
  checkInModel,
  decisionModel,
  questionModel,
  type ViewContext,
} from '../../views/models.ts';
import {
  acknowledgementPage,
  checkInPage,
  decisionPage,
  type FormState,
  questionPage,
} from '../../views/pages.ts';
import type { WebPorts } from '../ports.ts';
import { frameFor, frameOf } from './answers.ts';
import type { Session } from './session.ts';

/** What the views need to know of the plan behind a link. */
export function viewContext({ link, plan }: Session, ports: WebPorts): ViewContext {
  const { words } = frameOf(ports);
  return { plan, ...pinnedRules(plan, ports.library), reader: link.participant, words };
}

/** The page of an open question, with a fresh ticket for its form. */
export async function formQuestionPage(
  session: Session,
  request: Request,
  state: Pick<FormState, 'values' | 'errors' | 'kept'>,
  ports: WebPorts,
): Promise<string> {
  const now = ports.now();
  const { link, plan, base } = session;
  const context = viewContext(session, ports);
  const form: FormState = {
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
