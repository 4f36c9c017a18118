import type { LinkRow } from '../../adapters/store.ts';
import type { Request } from '../../domain/index.ts';
import {
  type Field,
  receiptModel,
  respondingUntil,
  responseField,
  type ViewContext,
} from '../../views/models.ts';
import { type FormState, type Responding, receiptPage } from '../../views/pages.ts';
import type { WebPorts } from '../ports.ts';
import { frameFor } from './answers.ts';

interface Typed {
  state: Pick<FormState, 'values' | 'errors'>;
  field: Field;
}

/** The receipt of the answer behind a link, with a form to respond where that can still be done; `undefined` without an answer. */
export async function receiptOf(
  link: LinkRow,
  request: Request,
  context: ViewContext,
  ports: WebPorts,
): Promise<string | undefined> {
  const until = respondingUntil(request, ports.now(), context);
  const typed = until
    ? { state: { values: {}, errors: [] }, field: responseField(context, until) }
    : undefined;
  return receiptWith(link, request, context, typed, ports);
}

/** The same with what was typed into the form, and what is wrong with it. */
export async function receiptWith(
  link: LinkRow,
  request: Request,
  context: ViewContext,
  typed: Typed | undefined,
  ports: WebPorts,
): Promise<string | undefined> {
  const now = ports.now();
  const person = request.respondents.find((respondent) => respondent.link === link.link);
  const model = person && receiptModel(request, person, now, context);
  if (!model) return undefined;
  const responding: Responding | undefined = typed && {
    form: {
      ...typed.state,
      action: `/p/${encodeURIComponent(request.id)}/response`,
      ticket: await ports.links.formTicket(link.link, request.id, context.plan.version, now),
    },
    field: typed.field,
  };
  return receiptPage(model, frameFor(link, context.plan, ports), responding);
}
