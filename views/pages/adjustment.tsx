import type { Line } from '../models/answer-view.ts';
import { documentOf, type Frame } from '../parts/document.tsx';
import { Checkbox } from '../parts/fields.tsx';
import { AnswerForm, ErrorSummary, type FormState } from '../parts/form.tsx';
import { Facts } from '../parts/plan-parts.tsx';
import { messagePage } from './message.tsx';

/** Asks for nothing but the wish itself, which takes a tick: no reason, no text (L4). `back` is the page it was opened from. */
export function adjustmentPage(form: FormState, back: string, frame: Frame): string {
  const w = frame.words.accommodation.ask;
  return documentOf({
    frame,
    tab: w.tab,
    asks: true,
    wrong: form.errors.length > 0,
    children: (
      <>
        <ErrorSummary form={form} frame={frame} />
        <h1>{w.heading}</h1>
        <p class="lead">{w.body}</p>
        <div class="calm">
          <p>
            <strong>{w.only}</strong>
          </p>
          <p>{w.nothing}</p>
        </div>
        <AnswerForm form={form} frame={frame} send={w.send}>
          <Checkbox form={form} frame={frame} name="ask" legend={w.sure} label={w.sureSays} />
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

/** That it was asked for, who was told and by when they hear from HR. */
export function adjustmentAskedPage(facts: Line[], back: string, frame: Frame): string {
  const w = frame.words.accommodation.ask;
  return documentOf({
    frame,
    tab: w.asked.tab,
    children: (
      <>
        <div class="done">
          <h1>{w.asked.heading}</h1>
          <Facts facts={facts} />
        </div>
        <p>{w.only}</p>
        <p>{w.asked.care}</p>
        <p>
          <a class="down" href={back}>
            {w.back}
          </a>
        </p>
      </>
    ),
  });
}

/** The plan does not run, so nothing in it can be adjusted. */
export const adjustmentOverPage = (frame: Frame): string =>
  messagePage(frame.words.accommodation.ask.over, frame);
