import type { Line } from '../models/answer-view.ts';
import type { Field } from '../models/fields.ts';
import type { ReceiptModel } from '../models/receipt.ts';
import { Quotes, Table } from '../parts/blocks.tsx';
import { Certificate } from '../parts/certificate.tsx';
import { documentOf, type Frame } from '../parts/document.tsx';
import { FieldList } from '../parts/field-list.tsx';
import { AnswerForm, ErrorSummary, type FormState } from '../parts/form.tsx';
import { PlanAgain } from '../parts/plan-again.tsx';
import { Facts } from '../parts/plan-parts.tsx';

/** The form for a response, where one can still be given. */
export interface Responding {
  form: FormState;
  field: Field;
}

/** That something was recorded before, and what was sent now and is not. */
function Already({ kept, frame }: { kept: Line[]; frame: Frame }) {
  const w = frame.words.saving.already;
  return (
    <section class="calm" aria-labelledby="already">
      <h1 id="already">{w.heading}</h1>
      <p>{w.says}</p>
      <p>{w.add}</p>
      {kept.length > 0 ? (
        <>
          <h2>{frame.words.messages.closed.kept}</h2>
          <Facts facts={kept} />
        </>
      ) : null}
    </section>
  );
}

/**
 * Proof of what was recorded, to read again or print; of a check-in that all have answered, also what the others said.
 * `change` is where the answer can be said otherwise.
 */
export function receiptPage(
  model: ReceiptModel,
  frame: Frame,
  responding?: Responding,
  already?: Line[],
  change?: string,
): string {
  const { words } = frame;
  const w = words.receipt;
  const said = model.what === 'answer' ? w : w[model.what];
  return documentOf({
    frame,
    tab: already ? words.saving.already.heading : said.tab,
    asks: responding !== undefined,
    wrong: (responding?.form.errors.length ?? 0) > 0,
    children: (
      <>
        {responding ? <ErrorSummary form={responding.form} frame={frame} /> : null}
        {already ? <Already kept={already} frame={frame} /> : null}
        <div class="done">
          {already ? <h2>{words.saving.already.stands}</h2> : <h1>{said.heading}</h1>}
          <Facts facts={model.facts} />
        </div>
        <h2>{w.what}</h2>
        <Facts facts={model.said} />
        {model.typed === undefined ? null : <p>{w.typed(model.typed.name, model.typed.known)}</p>}
        {model.together ? (
          <>
            <h2>{w.together.heading}</h2>
            <Table table={model.together} />
          </>
        ) : null}
        {model.responses.length > 0 ? (
          <>
            <h2>{w.responses}</h2>
            <Quotes quotes={model.responses} />
          </>
        ) : null}
        {responding ? (
          <>
            <h2>{w.response.heading}</h2>
            <AnswerForm form={responding.form} frame={frame} send={w.response.send}>
              <FieldList fields={[responding.field]} form={responding.form} frame={frame} />
            </AnswerForm>
          </>
        ) : null}
        {model.next.length > 0 ? (
          <>
            <h2>{w.next}</h2>
            <ul>
              {model.next.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          </>
        ) : null}
        {model.changeable && change ? (
          <p class="screen">
            {model.changeable} <a href={change}>{words.saving.again.link}</a>.
          </p>
        ) : (
          <p>{w.change}</p>
        )}
        <p class="soft screen">{words.common.print}</p>
        {model.certificate ? <Certificate certificate={model.certificate} frame={frame} /> : null}
        {model.changedSince === undefined ? null : <p>{model.changedSince}</p>}
        {model.plan ? <PlanAgain plan={model.plan} words={words} /> : null}
      </>
    ),
  });
}
