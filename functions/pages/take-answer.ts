import { type Answer, NotAsked, type Request, RequestClosed, RulesBroken } from '../../domain/index.ts';
import type { Line, ViewContext } from '../../views/models.ts';
import { closedPage, type FieldError } from '../../views/pages.ts';
import { commandContext } from '../command-context.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameFor, page } from './answers.ts';
import { fieldErrors } from './form-errors.ts';
import { noLongerAsked, parseForm } from './forms.ts';
import { keptWords } from './kept-words.ts';
import { type PostedForm, readOtherwise, readPosted, refuseIfLeft, valuesOf } from './posted.ts';
import { formQuestionPage, viewContext } from './question-page.ts';
import { backTo } from './session.ts';

/** A posted form: one person's answer. */
export async function takeAnswer(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const read = await readPosted(request, ports);
  if ('refused' in read) return read.refused;
  const { link, plan } = read.posted.session;
  const left = refuseIfLeft(read.posted, ports);
  if (left) return left;
  const question = plan.requests[link.requestId];
  if (link.purpose !== 'answer' || !question) return badLink(ports);
  return new Posted(read.posted, question, viewContext(read.posted.session, ports), ports).take();
}

/** One posted form whose scope is known. */
class Posted {
  constructor(
    private readonly posted: PostedForm,
    private readonly question: Request,
    private readonly context: ViewContext,
    private readonly ports: WebPorts,
  ) {}

  async take(): Promise<WebResponse> {
    const { words, plan } = this.context;
    const { form, fresh, seen } = this.posted;
    const context = { request: this.question, ...this.context };
    if (this.question.status === 'open' && readOtherwise(seen, plan, this.question)) {
      const kept = keptWords(noLongerAsked(form, context), words);
      return this.again([{ field: '', message: words.errors.changed }], kept);
    }
    const parsed = parseForm(form, context);
    if ('errors' in parsed) return this.again(parsed.errors);
    if (!fresh) return this.again([{ field: '', message: words.errors.stale }]);
    return this.commit(parsed.answer);
  }

  private async commit(answer: Answer): Promise<WebResponse> {
    const { ports, context, question } = this;
    const { session } = this.posted;
    const { planId, participant, requestId } = session.link;
    try {
      await ports.store.commit(
        planId,
        { type: 'AnswerRequest', requestId, by: participant, answer },
        commandContext(ports, planId, { kind: 'participant', id: participant }),
        session,
      );
    } catch (error) {
      if (error instanceof RulesBroken) {
        return this.again(fieldErrors(error.broken, answer, { request: question, ...context }));
      }
      if (error instanceof RequestClosed) return this.closed();
      if (error instanceof NotAsked) return badLink(ports);
      throw error;
    }
    return backTo(session, ports);
  }

  /** The same page with what is wrong and everything that was typed. A closed question has nothing left to correct. */
  private async again(errors: FieldError[], kept: Line[] = []): Promise<WebResponse> {
    const { posted, question, ports } = this;
    if (question.status !== 'open') return this.closed();
    const state = { values: valuesOf(posted.form), errors, kept };
    return page(422, await formQuestionPage(posted.session, question, state, ports));
  }

  /** What closed it may be newer than what was read with the form. */
  private async closed(): Promise<WebResponse> {
    const { ports } = this;
    const { session, form } = this.posted;
    const newest = { ...session, plan: await ports.store.load(session.link.planId) };
    const frame = frameFor(newest, ports);
    const question = newest.plan.requests[session.link.requestId] ?? this.question;
    return page(410, closedPage(question, viewContext(newest, ports), keptWords(form, frame.words), frame));
  }
}
