import { MAX_NAME, MAX_TEXT } from '../limits.ts';
import type { AcknowledgementModel } from '../models/acknowledgement.ts';
import { Table } from '../parts/blocks.tsx';
import { documentOf, type Frame } from '../parts/document.tsx';
import { Radios, TextArea, TextField } from '../parts/fields.tsx';
import { ErrorSummary, type FormState } from '../parts/form.tsx';
import { Facts, PlanTitle, WholePlan } from '../parts/plan-parts.tsx';
import { QuestionForm, SavedNotice, WhoSees } from '../parts/question-form.tsx';
import { Said } from '../parts/said.tsx';
import type { Words } from '../words/en.ts';

type AcknowledgementWords = Words['acknowledgement'];

function headingOf({ changes, signing }: AcknowledgementModel, w: AcknowledgementWords): string {
  if (signing.as === 'successor') return w.successor.heading;
  if (signing.as === 'issuer') return changes ? w.changed.headingIssuer : w.issuer.heading;
  return changes ? w.changed.heading : w.heading;
}

function leadOf({ plan, changes, signing }: AcknowledgementModel, w: AcknowledgementWords): string {
  if (signing.as === 'successor') return w.successor.lead(plan.subject);
  const lead = changes ? w.changed : w;
  return plan.own ? lead.leadSelf : lead.leadOther(plan.subject);
}

/** The whole plan, then one question: received, or declined. */
export function acknowledgementPage(model: AcknowledgementModel, form: FormState, frame: Frame): string {
  const { words } = frame;
  const w = words.acknowledgement;
  const { plan, changes, signing } = model;
  const said = signing.as === 'recipient' ? w : w[signing.as];
  const { choice, sign } = w.signing[signing.as][signing.changed ? 'changed' : 'first'];
  return documentOf({
    frame,
    tab: said.tab,
    asks: true,
    wrong: form.errors.length > 0,
    children: (
      <>
        <ErrorSummary form={form} frame={frame} />
        <SavedNotice form={form} frame={frame} />
        <PlanTitle title={plan.title} />
        <h1>{headingOf(model, w)}</h1>
        <p class="lead">{leadOf(model, w)}</p>
        <div class="calm">
          <p>
            {model.late ? w.wasDue : w.answerBy} <strong>{model.answerBy}</strong>
            {model.late ? w.stillOpen : '.'}
          </p>
          {plan.own && !changes ? <p>{w.careSelf}</p> : null}
          <p>{changes ? w.changed.silence : w.silence(plan.starts)}</p>
          {frame.textLang ? <p>{words.plan.asWritten.toRead}</p> : null}
          <WhoSees seenBy={model.seenBy} frame={frame} />
        </div>
        <p>
          <a class="down" href="#form">
            {w.toForm}
          </a>
        </p>
        {model.handover === undefined ? null : (
          <>
            <h2>{w.successor.handover}</h2>
            <p class="kept">
              <Said text={model.handover} />
            </p>
          </>
        )}
        {changes ? (
          <>
            <h2>{changes.heading}</h2>
            <Facts facts={changes.facts} />
            {changes.table ? <Table table={changes.table} /> : <p>{words.changes.nothing}</p>}
          </>
        ) : null}
        <WholePlan plan={plan} words={words} />
        <h2 id="form">{w.form}</h2>
        <QuestionForm form={form} frame={frame}>
          <Radios
            form={form}
            frame={frame}
            name="choice"
            legend={choice}
            options={[
              { value: 'sign', label: sign, hint: signing.as === 'recipient' ? model.meaning : undefined },
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
        </QuestionForm>
      </>
    ),
  });
}
