import type { Line } from '../models/answer-view.ts';
import { documentOf, type Frame } from '../parts/document.tsx';
import {
  AnswerForm,
  describedBy,
  ErrorSummary,
  FieldMessage,
  type FormState,
  messageFor,
} from '../parts/form.tsx';
import { NewLink } from '../parts/new-link.tsx';
import { messagePage } from './message.tsx';

/** Where a new link is asked for; the same for every link. `message` says what is wrong with what was typed. */
export function newLinkPage(frame: Frame, message?: string, typed?: string): string {
  const w = frame.words.linkHelp.page;
  const form = { action: '', ticket: '', values: {}, errors: message ? [{ field: 'email', message }] : [] };
  return documentOf({
    frame,
    tab: w.tab,
    wrong: message !== undefined,
    children: (
      <>
        <ErrorSummary form={form} frame={frame} />
        <h1>{w.heading}</h1>
        <NewLink frame={frame} message={message} typed={typed} />
      </>
    ),
  });
}

/** The answer to that, whatever was typed. */
export const newLinkAskedPage = (frame: Frame): string => messagePage(frame.words.linkHelp.asked, frame);

/** Where somebody says that the mail was not meant for them. It says nothing of whom or what it is about. */
export function wrongPersonPage(form: FormState, back: string, frame: Frame): string {
  const w = frame.words.linkHelp.wrongPerson;
  const message = messageFor(form, NOT_MINE);
  return documentOf({
    frame,
    tab: w.tab,
    wrong: form.errors.length > 0,
    children: (
      <>
        <ErrorSummary form={form} frame={frame} />
        <h1>{w.heading}</h1>
        <p class="lead">{w.body}</p>
        <p>{w.closes}</p>
        <AnswerForm form={form} frame={frame} send={w.send}>
          <FieldMessage frame={frame} name={NOT_MINE} message={message} />
          <div class="option">
            <input
              type="checkbox"
              id={NOT_MINE}
              name={NOT_MINE}
              value="yes"
              aria-describedby={describedBy(NOT_MINE, undefined, message)}
            />
            <label for={NOT_MINE}>{w.tick}</label>
          </div>
        </AnswerForm>
        <p>
          <a class="down" href={back}>
            {w.back}
          </a>
        </p>
      </>
    ),
  });
}

/** The name of its one field. */
export const NOT_MINE = 'notMine';

/** To whoever got somebody else's mail: what happens now, and nothing about anybody. */
export const wrongPersonDonePage = (frame: Frame): string =>
  messagePage(frame.words.linkHelp.wrongPerson.done, frame);

/** Too many forms came through one link; what was typed is given back. */
export const tooManyPage = (kept: Line[], frame: Frame): string =>
  messagePage({ ...frame.words.linkHelp.tooMany, kept }, frame);
