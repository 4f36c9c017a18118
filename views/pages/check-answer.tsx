import type { CheckAnswerModel } from '../models/check-answer.ts';
import { documentOf, type Frame } from '../parts/document.tsx';
import type { FormState } from '../parts/form.tsx';
import { Facts, PlanTitle } from '../parts/plan-parts.tsx';

/** An answer to be looked over. It is held by the page alone: nothing is kept of it before it is sent. */
export function checkAnswerPage(
  model: CheckAnswerModel,
  form: Pick<FormState, 'action' | 'ticket' | 'values'> & { replaces?: string | undefined },
  frame: Frame,
): string {
  const { words } = frame;
  const w = words.saving.check;
  return documentOf({
    frame,
    tab: w.tab,
    asks: true,
    children: (
      <>
        {model.planTitle ? <PlanTitle title={model.planTitle} /> : null}
        <h1>{w.heading}</h1>
        <p class="lead">{w.lead}</p>
        <Facts facts={model.said} />
        {model.recorded ? <p class="calm">{model.recorded}</p> : null}
        {model.typed ? (
          <p class="calm">
            <strong>{model.typed}</strong>
          </p>
        ) : null}
        <h2>{w.sends}</h2>
        <ul>
          {model.sends.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>
          <strong>{words.checkIn.seenBy}:</strong> {model.seenBy}
        </p>
        <form method="post" action={form.action} id="answer" noValidate>
          <input type="hidden" name="ticket" value={form.ticket} />
          {form.replaces ? <input type="hidden" name="replaces" value={form.replaces} /> : null}
          {Object.entries(form.values).map(([name, value]) => (
            <input type="hidden" key={name} name={name} value={value} />
          ))}
          <div class="buttons">
            <button type="submit" name="do" value="send">
              {model.send}
            </button>
            <button type="submit" name="do" value="change" class="second">
              {w.change}
            </button>
          </div>
        </form>
      </>
    ),
  });
}
