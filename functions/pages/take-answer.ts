import { LinkRefused } from '../../adapters/links.ts';
import type { LinkRow } from '../../adapters/store.ts';
import {
  type Answer,
  NotAsked,
  type Plan,
  type Request,
  RequestClosed,
  RulesBroken,
} from '../../domain/index.ts';
import type { ViewContext } from '../../views/models.ts';
import { closedPage, type FieldError, openAgainPage, tooLargePage } from '../../views/pages.ts';
import { commandContext } from '../command-context.ts';
import { MAX_FORM_BYTES, type WebRequest, type WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameOf, page, seeOther } from './answers.ts';
import { setCookie } from './cookie.ts';
import { fieldErrors } from './form-errors.ts';
import { parseForm } from './forms.ts';
import { keptWords } from './kept-words.ts';
import { questionPage, viewContext } from './question-page.ts';
import { isFromOurPages } from './same-origin.ts';
import { linkOfCookie } from './show.ts';

const TICKET_MS = 24 * 60 * 60 * 1000;

/**
 * `POST /p/{requestId}`: one person's answer. Which question of which plan it answers comes from the link that the
 * form's ticket names, and from nowhere else: with two plans open in two tabs the cookie may belong to the other one.
 */
export async function takeAnswer(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const frame = frameOf(ports);
  if (request.bodyBytes > MAX_FORM_BYTES) return page(413, tooLargePage(frame));
  const form = request.form ?? new URLSearchParams();
  const openAgain = () => page(403, openAgainPage(keptWords(form, frame.words), frame));
  if (!isFromOurPages(request, ports.settings.baseUrl)) return openAgain();
  const ticket = await readTicket(form.get('ticket') ?? '', ports);
  if (!ticket) return openAgain();
  const { link, fresh } = ticket;
  if (link.requestId !== request.params.requestId) return badLink(ports);
  if (!fresh && (await linkOfCookie(request, ports))?.link !== link.link) return openAgain();
  const plan = await ports.store.load(link.planId);
  const question = plan.requests[link.requestId];
  if (link.purpose !== 'answer' || !question) return badLink(ports);
  return new Posted(link, question, viewContext(link, plan, ports), form, ports).take(fresh);
}

/** The stored link a ticket was made for. An old ticket is not fresh: its form is shown again before it counts. */
async function readTicket(text: string, { links, store, now }: WebPorts) {
  try {
    const { linkId, requestId, issuedAt } = await links.readFormTicket(text);
    const link = await store.link(linkId);
    if (!link || link.requestId !== requestId) return undefined;
    return { link, fresh: Date.parse(now()) - Date.parse(issuedAt) <= TICKET_MS };
  } catch (error) {
    if (error instanceof LinkRefused) return undefined;
    throw error;
  }
}

/** One posted form whose scope is known. */
class Posted {
  constructor(
    private readonly link: LinkRow,
    private readonly question: Request,
    private readonly context: ViewContext,
    private readonly form: URLSearchParams,
    private readonly ports: WebPorts,
  ) {}

  async take(fresh: boolean): Promise<WebResponse> {
    const { words } = this.context;
    const parsed = parseForm(this.form, { request: this.question, ...this.context });
    if ('errors' in parsed) return this.again(parsed.errors);
    if (!fresh) return this.again([{ field: '', message: words.errors.stale }]);
    return this.commit(parsed.answer);
  }

  private async commit(answer: Answer): Promise<WebResponse> {
    const { link, ports, context } = this;
    const { planId, participant, requestId } = link;
    try {
      await ports.store.commit(
        planId,
        { type: 'AnswerRequest', requestId, by: participant, answer },
        commandContext(ports, planId, { kind: 'participant', id: participant }),
      );
    } catch (error) {
      if (error instanceof RulesBroken) {
        return this.again(fieldErrors(error.broken, answer, context.plan, context.pack, context.words));
      }
      if (error instanceof RequestClosed) return this.closed(await ports.store.load(planId));
      if (error instanceof NotAsked) return badLink(ports);
      throw error;
    }
    return seeOther(requestId, [setCookie(await ports.links.cookie(link, ports.now()))]);
  }

  /** The same page with what is wrong and everything that was typed. A closed question has nothing left to correct. */
  private async again(errors: FieldError[]): Promise<WebResponse> {
    const { link, question, context, ports } = this;
    if (question.status !== 'open') return this.closed(context.plan);
    const values = Object.fromEntries([...this.form].filter(([name]) => name !== 'ticket'));
    return page(422, await questionPage(link, question, context, { values, errors }, ports));
  }

  private closed(plan: Plan): WebResponse {
    const frame = frameOf(this.ports);
    const question = plan.requests[this.link.requestId] ?? this.question;
    return page(
      410,
      closedPage(question, { ...this.context, plan }, keptWords(this.form, frame.words), frame),
    );
  }
}
