import type { ComponentChildren } from 'preact';
import type { Frame } from './document.tsx';
import { Checkbox } from './fields.tsx';
import { AnswerForm, type FormState, KeptGone, messageFor } from './form.tsx';

interface Props {
  form: FormState;
  frame: Frame;
  children: ComponentChildren;
}

/** The form of a question. What the first button does is also what the Enter key does: it only leads on. */
export function QuestionForm({ form, frame, children }: Props) {
  const w = frame.words.saving;
  return (
    <AnswerForm
      form={form}
      frame={frame}
      buttons={
        <>
          {form.saved ? (
            <Checkbox
              form={form}
              frame={frame}
              name="again"
              legend={w.back.agreeLegend}
              label={w.back.agree}
            />
          ) : null}
          <div class="buttons">
            <button type="submit" name="do" value="check">
              {w.continue}
            </button>
            <button type="submit" name="do" value="save" class="second">
              {w.save}
            </button>
          </div>
          {form.saved ? <Discard form={form} frame={frame} /> : null}
        </>
      }
    >
      {children}
    </AnswerForm>
  );
}

/** Only with a tick: whatever presses every button of a page is not to delete what somebody wrote. */
function Discard({ form, frame }: Omit<Props, 'children'>) {
  const w = frame.words.saving.back;
  return (
    <details class="screen" open={messageFor(form, 'discard') !== undefined}>
      <summary>{w.discardLegend}</summary>
      <Checkbox form={form} frame={frame} name="discard" legend={w.discardLegend} label={w.discardSure} />
      <button type="submit" name="do" value="discard" class="second">
        {w.discard}
      </button>
    </details>
  );
}

/** What is on the form was saved before, and when; or what it takes the place of. */
export function SavedNotice({ form, frame }: Omit<Props, 'children'>) {
  if (form.recorded) return <p class="calm">{form.recorded}</p>;
  const { notice = [] } = form.saved ?? {};
  if (notice.length === 0) return null;
  return (
    <section class="calm" aria-labelledby="saved">
      <h2 id="saved">{frame.words.saving.back.heading}</h2>
      {notice.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <KeptGone form={form} frame={frame} />
    </section>
  );
}

/** Who will see the answer, and where the plan can be read beside it. */
export function WhoSees({ seenBy, frame }: { seenBy: string; frame: Frame }) {
  const { words, plan } = frame;
  return (
    <>
      <p>
        <strong>{words.checkIn.seenBy}:</strong> {seenBy}
      </p>
      {plan ? (
        <p class="screen">
          <a href={plan}>{words.planPage.link}</a>
        </p>
      ) : null}
    </>
  );
}
