import { mayChangeAnswer } from '../../domain/change-answer.ts';
import type { Command } from '../../domain/commands.ts';
import { decide } from '../../domain/decide.ts';
import { NotAsked, RequestClosed, RulesBroken } from '../../domain/errors.ts';
import { linkState } from '../../domain/links.ts';
import type { Answer, Request, Respondent } from '../../domain/request.ts';
import { same } from '../../domain/same.ts';
import { checkAnswerModel, type Line, type ViewContext } from '../../views/models.ts';
import { checkAnswerPage, closedPage, type FieldError } from '../../views/pages.ts';
import { commandContext } from '../command-context.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameFor, page } from './answers.ts';
import { evidenceOf } from './evidence.ts';
import { fieldErrors } from './form-errors.ts';
import { cleaned } from './form-reader.ts';
import { noLongerAsked, parseForm } from './forms.ts';
import { keptWords } from './kept-words.ts';
import { type PostedForm, readOtherwise, readPosted, refuseIfLeft, valuesOf } from './posted.ts';
import { formQuestionPage, viewContext } from './question-page.ts';
import { receiptWith } from './receipt-page.ts';
import { saveAnswer } from './save-answer.ts';
import { backTo } from './session.ts';
import { AGAIN, DISCARD, REPLACES, type Step, stepOf } from './steps.ts';

/** A posted form of one person's answer: to be checked, changed, saved, deleted or, only when it says so, recorded. */
export async function takeAnswer(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const read = await readPosted(request, ports);
  if ('refused' in read) return read.refused;
  const { link, plan } = read.posted.session;
  const left = refuseIfLeft(read.posted, ports);
  if (left) return left;
  const question = plan.requests[link.requestId];
  if (link.purpose !== 'answer' || !question) return badLink(ports);
  const context = viewContext(read.posted.session, ports);
  return new Posted(read.posted, question, context, request, ports).take(stepOf(read.posted.form));
}

/** One posted form whose scope is known. */
class Posted {
  constructor(
    private readonly posted: PostedForm,
    private readonly question: Request,
    private readonly context: ViewContext,
    private readonly from: WebRequest,
    private readonly ports: WebPorts,
  ) {}

  async take(step: Step): Promise<WebResponse> {
    const { link, plan } = this.posted.session;
    const isAnswered = linkState(link, plan, this.ports.now()) === 'answered';
    if (isAnswered && !this.changesAnswer(step)) return this.isIn();
    if (this.question.status !== 'open') return this.closed();
    if (step === 'save') return this.save();
    if (step === 'discard') return this.discard();
    return this.answer(step);
  }

  /** Whether this says something else than was recorded, where that may still be said. */
  private changesAnswer(step: Step): boolean {
    const { posted, question, context } = this;
    const { link, plan } = posted.session;
    if (step === 'save' || step === 'discard' || !mayChangeAnswer(question, link.participant, plan))
      return false;
    const parsed = parseForm(posted.form, { request: question, ...context });
    return step === 'change' || 'errors' in parsed || !same(parsed.answer, this.person()?.answer);
  }

  private person(): Respondent | undefined {
    const { link } = this.posted.session.link;
    return this.question.respondents.find((respondent) => respondent.link === link);
  }

  /** Nobody replaces an answer that they did not know was in, for instance in another tab. */
  private knowsWhatItReplaces(): boolean {
    return (this.person()?.answeredAt ?? null) === this.posted.form.get(REPLACES);
  }

  private async answer(step: 'check' | 'change' | 'send'): Promise<WebResponse> {
    const { words, plan } = this.context;
    const { form, fresh, seen } = this.posted;
    const context = { request: this.question, ...this.context };
    if (readOtherwise(seen, plan, this.question)) {
      const kept = keptWords(noLongerAsked(form, context), words);
      return this.again([{ field: '', message: words.errors.changed }], kept);
    }
    if (step === 'change') return this.again([]);
    const parsed = parseForm(form, context);
    const unread = this.readAgain();
    if ('errors' in parsed) return this.again([...parsed.errors, ...unread]);
    if (unread.length > 0) return this.again(unread);
    if (!fresh) return this.again([{ field: '', message: words.errors.stale }]);
    const isSent = step === 'send' && this.knowsWhatItReplaces();
    return isSent ? this.commit(parsed.answer) : this.check(parsed.answer);
  }

  /** What was saved goes on only once somebody says that they have read it again; nothing else ticks that box. */
  private readAgain(): FieldError[] {
    const { session, form, shownAt } = this.posted;
    const isOnForm = session.saved !== undefined && shownAt >= session.saved.at;
    if (!isOnForm || form.get(AGAIN) === 'yes') return [];
    return [{ field: AGAIN, message: this.context.words.saving.back.agreeMissing }];
  }

  /** The answer in words, held by the page alone. It is held against the rules now, so that sending it will do. */
  private async check(answer: Answer): Promise<WebResponse> {
    const { posted, question, context, ports } = this;
    const refused = await this.refusing(answer, async () => {
      decide(this.commandFor(answer), posted.session.plan, this.decidingOn());
    });
    if (refused) return refused;
    const { session, form } = posted;
    const held = {
      action: session.base,
      // What was in front of them is the form: its ticket says when that was, and how the plan read.
      ticket: form.get('ticket') ?? '',
      values: typedIn(form),
      replaces: this.person()?.answeredAt,
    };
    const model = checkAnswerModel(answer, question, context);
    return page(200, checkAnswerPage(model, held, frameFor(session, ports)));
  }

  private async commit(answer: Answer): Promise<WebResponse> {
    const { ports } = this;
    const { session } = this.posted;
    const refused = await this.refusing(answer, async () => {
      await ports.store.commit(session.link.planId, this.commandFor(answer), this.decidingOn(), session);
    });
    return refused ?? backTo(session, ports);
  }

  private commandFor(answer: Answer): Command {
    const { posted, question, context, from } = this;
    const { link } = posted.session;
    const { shownAt, seen } = posted;
    const evidence = evidenceOf({ link, shownAt, seen, question, answer, context, from });
    return {
      type: 'AnswerRequest',
      requestId: link.requestId,
      by: link.participant,
      answer,
      evidence,
    };
  }

  private decidingOn() {
    const { planId, participant } = this.posted.session.link;
    return commandContext(this.ports, planId, { kind: 'participant', id: participant });
  }

  /** Does what the rules may refuse, and says where they do. */
  private async refusing(answer: Answer, act: () => Promise<void>): Promise<WebResponse | undefined> {
    const { context, question, ports } = this;
    try {
      await act();
      return undefined;
    } catch (error) {
      if (error instanceof RulesBroken) {
        return this.again(fieldErrors(error.broken, answer, { request: question, ...context }));
      }
      if (error instanceof RequestClosed) return this.closed();
      if (error instanceof NotAsked) return badLink(ports);
      throw error;
    }
  }

  private async save(): Promise<WebResponse> {
    const { posted, question, ports, context } = this;
    if (await saveAnswer(posted, { request: question, ...context }, ports))
      return backTo(posted.session, ports, '/saved');
    return this.again([{ field: '', message: context.words.saving.nothing }]);
  }

  private async discard(): Promise<WebResponse> {
    const { posted, ports, context } = this;
    if (posted.form.get(DISCARD) !== 'yes') {
      return this.again([{ field: DISCARD, message: context.words.saving.back.discardMissing }]);
    }
    const { link } = posted.session.link;
    if (posted.session.saved) await ports.store.dropAnswer(link, ports.now());
    return backTo(posted.session, ports);
  }

  /** The same page with what is wrong and everything that was typed. */
  private async again(errors: FieldError[], kept: Line[] = []): Promise<WebResponse> {
    const { posted, question, ports } = this;
    const state = { values: typedIn(posted.form), errors, kept };
    return page(
      errors.length > 0 ? 422 : 200,
      await formQuestionPage(posted.session, question, state, ports),
    );
  }

  /** The answer is in: the same once more changes nothing; anything else is given back beside what stands. */
  private async isIn(): Promise<WebResponse> {
    const { posted, question, context, ports } = this;
    const { session, form } = posted;
    const parsed = parseForm(form, { request: question, ...context });
    if ('answer' in parsed && same(parsed.answer, this.person()?.answer)) return backTo(session, ports);
    const already = keptWords(form, context.words);
    const receipt = await receiptWith(session, question, { already }, ports);
    return receipt ? page(409, receipt) : badLink(ports);
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

const typedIn = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(Object.entries(valuesOf(form)).map(([name, value]) => [name, cleaned(value)]));
