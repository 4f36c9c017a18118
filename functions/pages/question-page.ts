import type { LinkRow } from '../../adapters/store.ts';
import { type Plan, pinnedRules, type Request } from '../../domain/index.ts';
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

/** What the views need to know of the plan behind a link. */
export function viewContext(link: LinkRow, plan: Plan, ports: WebPorts): ViewContext {
  const { words } = frameOf(ports);
  return { plan, ...pinnedRules(plan, ports.library), reader: link.participant, words };
}

/** The page of an open question, with a fresh ticket for its form. */
export async function formQuestionPage(
  link: LinkRow,
  request: Request,
  context: ViewContext,
  state: Pick<FormState, 'values' | 'errors' | 'kept'>,
  ports: WebPorts,
): Promise<string> {
  const now = ports.now();
  const form: FormState = {
    ...state,
    action: `/p/${encodeURIComponent(request.id)}`,
    ticket: await ports.links.formTicket(link.link, request.id, context.plan.version, now),
  };
  const frame = frameFor(link, context.plan, ports);
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
