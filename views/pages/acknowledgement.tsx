import { MAX_NAME, MAX_TEXT } from '../limits.ts';
import type { AcknowledgementModel } from '../models/acknowledgement.ts';
import { Table } from '../parts/blocks.tsx';
import { documentOf, type Frame } from '../parts/document.tsx';
import { Radios, TextArea, TextField } from '../parts/fields.tsx';
import { AnswerForm, ErrorSummary, type FormState } from '../parts/form.tsx';
import { Facts, WholePlan } from '../parts/plan-parts.tsx';

/** The whole plan, then one question: received, or declined. */
export function acknowledgementPage(model: AcknowledgementModel, form: FormState, frame: Frame): string {
  const { words } = frame;
  const w = words.acknowledgement;
  const said = model.asIssuer ? w.issuer : w;
  const { plan, changes } = model;
  const changed = model.asIssuer ? w.changed.headingIssuer : w.changed.heading;
  const lead = changes ? w.changed : w;
  return documentOf({
    frame,
    tab: said.tab,
    asks: true,
    wrong: form.errors.length > 0,
    children: (
      <>
        <ErrorSummary form={form} frame={frame} />
        <p class="caption">{plan.title}</p>
        <h1>{changes ? changed : said.heading}</h1>
        <p class="lead">{plan.own ? lead.leadSelf : lead.leadOther(plan.subject)}</p>
        <div class="calm">
          <p>
            {model.late ? w.wasDue : w.answerBy} <strong>{model.answerBy}</strong>
            {model.late ? w.stillOpen : '.'}
          </p>
          {plan.own && !changes ? <p>{w.careSelf}</p> : null}
          <p>{changes ? w.changed.silence : w.silence(plan.starts)}</p>
        </div>
        <p>
          <a class="down" href="#form">
            {w.toForm}
          </a>
        </p>
        {changes ? (
          <>
            <h2>{changes.heading}</h2>
            <Facts facts={changes.facts} />
            {changes.table ? <Table table={changes.table} /> : <p>{words.changes.nothing}</p>}
          </>
        ) : null}
        <WholePlan plan={plan} words={words} />
        <h2 id="form">{w.form}</h2>
        <AnswerForm form={form} frame={frame}>
          <Radios
            form={form}
            frame={frame}
            name="choice"
            legend={said.choice}
            options={[
              { value: 'sign', label: said.sign, hint: model.asIssuer ? undefined : model.meaning },
              { value: 'decline', label: w.decline, hint: w.declineHint },
            ]}
          />
          <TextArea form={form} frame={frame} name="reason" label={w.reason} optional max={MAX_TEXT} />
          <TextArea
            form={form}
            frame={frame}
            name="comment"
            label={w.comment}
            hint={said.commentHint}
            optional
            max={MAX_TEXT}
          />
          <TextField
            form={form}
            frame={frame}
            name="typedName"
            label={w.typedName}
            hint={w.typedNameHint}
            max={MAX_NAME}
            autocomplete="name"
          />
        </AnswerForm>
      </>
    ),
  });
}
