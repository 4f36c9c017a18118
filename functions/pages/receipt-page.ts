import type { Request } from '../../domain/index.ts';
import { type Field, type Line, receiptModel, respondingUntil, responseField } from '../../views/models.ts';
import { type FormState, type Responding, receiptPage } from '../../views/pages.ts';
import type { WebPorts } from '../ports.ts';
import { frameFor } from './answers.ts';
import { viewContext } from './question-page.ts';
import type { Session } from './session.ts';

interface Typed {
  state: Pick<FormState, 'values' | 'errors'>;
  field: Field;
}

/** What is on a receipt besides the answer: the form to respond with, and words that came after the answer was in. */
interface Beside {
  typed?: Typed;
  already?: Line[];
}

/** The receipt of the answer behind a link, with a form to respond where that can still be done; `undefined` without an answer. */
export async function receiptOf(
  session: Session,
  request: Request,
  ports: WebPorts,
): Promise<string | undefined> {
  const context = viewContext(session, ports);
  const until = respondingUntil(request, ports.now(), context);
  const typed = until
    ? { state: { values: {}, errors: [] }, field: responseField(context, until) }
    : undefined;
  return receiptWith(session, request, typed ? { typed } : {}, ports);
}

/** The same with what was typed into the form and what is wrong with it, or with what was sent too late. */
export async function receiptWith(
  session: Session,
  request: Request,
  { typed, already }: Beside,
  ports: WebPorts,
): Promise<string | undefined> {
  const now = ports.now();
  const { link, plan, base } = session;
  const person = request.respondents.find((respondent) => respondent.link === link.link);
  const model = person && receiptModel(request, person, now, viewContext(session, ports));
  if (!model) return undefined;
  const responding: Responding | undefined = typed && {
    form: {
      ...typed.state,
      action: `${base}/response`,
      ticket: await ports.links.formTicket(link.link, request.id, plan.version, now),
    },
    field: typed.field,
  };
  return receiptPage(model, frameFor(session, ports), responding, already, `${base}/change`);
}
