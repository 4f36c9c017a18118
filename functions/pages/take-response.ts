import { NotAsked, RequestClosed, RulesBroken } from '../../domain/errors.ts';
import { faultInWords } from '../../views/fault-words.ts';
import { respondingUntil, responseField } from '../../views/models.ts';
import { closedPage, type FieldError } from '../../views/pages.ts';
import { commandContext } from '../command-context.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameFor, page } from './answers.ts';
import { FormReader } from './form-reader.ts';
import { keptWords } from './kept-words.ts';
import { type PostedForm, readPosted, refuseIfLeft, valuesOf } from './posted.ts';
import { viewContext } from './question-page.ts';
import { receiptWith } from './receipt-page.ts';
import { backTo, type Session } from './session.ts';

/** `POST …/response`: words on a check-in that everybody has answered. */
export async function takeResponse(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const read = await readPosted(request, ports);
  if ('refused' in read) return read.refused;
  const { link, plan } = read.posted.session;
  const left = refuseIfLeft(read.posted, ports);
  if (left) return left;
  if (link.purpose !== 'answer' || plan.requests[link.requestId]?.kind !== 'check_in') return badLink(ports);
  return respond(read.posted, ports);
}

async function respond({ session, form, fresh }: PostedForm, ports: WebPorts): Promise<WebResponse> {
  const { words } = viewContext(session, ports);
  const reader = new FormReader(form, words);
  const text = reader.text('text', words.receipt.response.missing);
  reader.refuseOthers();
  const stale: FieldError[] = fresh ? [] : [{ field: '', message: words.errors.stale }];
  const errors = reader.errors.length > 0 ? reader.errors : stale;
  if (errors.length > 0 || text === undefined) return again(errors, session, form, ports);
  const { planId, participant, requestId } = session.link;
  try {
    await ports.store.commit(
      planId,
      { type: 'Respond', requestId, by: participant, text },
      commandContext(ports, planId, { kind: 'participant', id: participant }),
      session,
    );
  } catch (error) {
    if (error instanceof RulesBroken) {
      const context = viewContext(session, ports);
      const broken = error.broken.map(({ field, message, fault }) => ({
        field: field === '/text' ? 'text' : '',
        message: fault ? faultInWords(fault, context) : message,
      }));
      return again(broken, session, form, ports);
    }
    if (error instanceof RequestClosed) return again([], session, form, ports);
    if (error instanceof NotAsked) return badLink(ports);
    throw error;
  }
  return backTo(session, ports);
}

/** The receipt again with what is wrong; once the time to respond is over, the words are given back. */
async function again(
  errors: FieldError[],
  session: Session,
  form: URLSearchParams,
  ports: WebPorts,
): Promise<WebResponse> {
  const context = viewContext(session, ports);
  const request = context.plan.requests[session.link.requestId];
  if (!request) return badLink(ports);
  const until = respondingUntil(request, ports.now(), context);
  const state = { values: valuesOf(form), errors };
  const receipt =
    until &&
    (await receiptWith(session, request, { typed: { state, field: responseField(context, until) } }, ports));
  if (receipt) return page(422, receipt);
  const frame = frameFor(session, ports);
  return page(410, closedPage(request, context, keptWords(form, frame.words), frame));
}
