import type { ComponentChildren } from 'preact';
import type { Line } from '../models/answer-view.ts';
import type { Frame } from './document.tsx';
import { Facts } from './plan-parts.tsx';

/** One thing to correct. `field` is the name of a field of the form, or empty when it is about the whole form. */
export interface FieldError {
  field: string;
  message: string;
}

/** A form as it stands: what was typed, what is wrong with it, where it goes. */
export interface FormState {
  action: string;
  ticket: string;
  values: Record<string, string>;
  errors: FieldError[];
  /** What was typed into fields that are not on the page any more, to be given back. */
  kept?: Line[];
  /** Of a form that takes the place of an answer: when that was recorded. */
  recorded?: string;
  /** Of a form behind which something is saved; `notice` where that is what it holds. */
  saved?: { notice?: string[] };
}

export const messageFor = (form: FormState, field: string): string | undefined =>
  form.errors.find((error) => error.field === field)?.message;

/** First on the page, and focused, so that nobody has to look for what went wrong. */
export function ErrorSummary({ form, frame }: { form: FormState; frame: Frame }) {
  if (form.errors.length === 0) return null;
  return (
    <div class="summary" role="alert" aria-labelledby="problem" tabIndex={-1} autofocus>
      <h2 id="problem">{frame.words.common.errorHeading}</h2>
      <ul>
        {form.errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field || 'answer'}`}>{message}</a>
          </li>
        ))}
      </ul>
      <KeptGone form={form} frame={frame} />
    </div>
  );
}

/** What was typed on something that is not asked any more, given back. */
export function KeptGone({ form, frame }: { form: FormState; frame: Frame }) {
  if (!form.kept || form.kept.length === 0) return null;
  return (
    <>
      <p>{frame.words.messages.closed.keptGone}</p>
      <Facts facts={form.kept} />
    </>
  );
}

interface FormProps {
  form: FormState;
  frame: Frame;
  send?: string;
  /** In place of the one that sends it. */
  buttons?: ComponentChildren;
  children: ComponentChildren;
}

/** Checked on the server only, so that everybody gets the same words. */
export function AnswerForm({ form, frame, send, buttons, children }: FormProps) {
  return (
    <form method="post" action={form.action} id="answer" noValidate>
      <input type="hidden" name="ticket" value={form.ticket} />
      {children}
      {buttons ?? <button type="submit">{send ?? frame.words.common.send}</button>}
    </form>
  );
}

/** The error at its field, in the words of the summary. */
export function FieldMessage({
  frame,
  name,
  message,
}: {
  frame: Frame;
  name: string;
  message: string | undefined;
}) {
  if (!message) return null;
  return (
    <span class="error" id={`${name}-error`}>
      <span>{frame.words.common.errorMarker}</span> {message}
    </span>
  );
}

/** The ids that describe a field: its hint, then its error; `undefined` when it has neither. */
export const describedBy = (name: string, hint: unknown, message: unknown): string | undefined =>
  [hint ? `${name}-hint` : '', message ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;
