import type { Outcome } from '../../domain/pack.ts';
import { MAX_NAME, MAX_TEXT } from '../limits.ts';
import type { DecisionModel } from '../models/decision.ts';
import { Blocks, Quotes } from '../parts/blocks.tsx';
import { documentOf, type Frame } from '../parts/document.tsx';
import { Checkbox, Radios, Select, TextArea, TextField } from '../parts/fields.tsx';
import { ErrorSummary, type FormState } from '../parts/form.tsx';
import { PlanBasis, PlanTitle } from '../parts/plan-parts.tsx';
import { QuestionForm, SavedNotice, WhoSees } from '../parts/question-form.tsx';
import { PlanRecord } from '../parts/record.tsx';
import type { Words } from '../words/en.ts';

function outcomeHint(outcome: Outcome, notices: string[], w: Words['decision']): string | undefined {
  return (
    [
      outcome.met ? w.met : '',
      outcome.extends ? w.extends : '',
      notices.includes(outcome.code) ? w.mayServeAsNotice : '',
    ]
      .filter(Boolean)
      .join(' ') || undefined
  );
}

interface Props {
  model: DecisionModel;
  form: FormState;
  frame: Frame;
}

function DecisionFields({ model, form, frame }: Props) {
  const { words } = frame;
  const w = words.decision;
  const shared = { form, frame };
  return (
    <>
      <Radios
        {...shared}
        name="outcome"
        legend={w.outcome}
        options={model.outcomes.map((outcome) => ({
          value: outcome.code,
          label: outcome.title,
          hint: outcomeHint(outcome, model.mayServeAsNotice, w),
        }))}
      />
      {model.extensions.length > 0 ? (
        <Select
          {...shared}
          name="extendTo"
          label={w.extendTo}
          hint={w.extendHint}
          options={[
            { value: '', label: w.extendNone },
            ...model.extensions.map((option) => ({ value: option.day, label: option.words })),
          ]}
        />
      ) : null}
      <h3>{w.reasons}</h3>
      <p class="soft">{w.reasonsHint}</p>
      {model.plan.items.map((item, index) => (
        <TextArea
          {...shared}
          key={item.id}
          name={`reason-${item.id}`}
          label={w.reason(words.plan.item(index + 1, item.heading))}
          max={MAX_TEXT}
        />
      ))}
      <TextArea {...shared} name="summary" label={w.summary} optional max={MAX_TEXT} />
      <TextArea
        {...shared}
        name="explanation"
        label={w.explanation}
        hint={w.explanationHint}
        optional
        max={MAX_TEXT}
      />
      {model.inPlaceOf ? (
        <TextArea
          {...shared}
          name="absenceReason"
          label={w.absenceReason(model.inPlaceOf)}
          hint={w.absenceHint}
          max={MAX_TEXT}
        />
      ) : null}
      {model.mayServeAsNotice.length > 0 ? (
        <Checkbox
          {...shared}
          name="servesAsNotice"
          legend={w.notice}
          label={w.servesAsNotice}
          hint={w.servesAsNoticeHint}
        />
      ) : null}
      <TextField
        {...shared}
        name="typedName"
        label={w.typedName}
        hint={w.typedNameHint}
        max={MAX_NAME}
        autocomplete="name"
      />
    </>
  );
}

/** Who can still be heard, said before anything is chosen. */
function AwaitedNotice({ model, words }: { model: DecisionModel; words: Words }) {
  const w = words.decision;
  if (model.awaited.length === 0) return null;
  return (
    <div class="calm">
      <h3>{w.awaited}</h3>
      {model.awaited.map((sentence) => (
        <p key={sentence}>
          <strong>{sentence}</strong>
        </p>
      ))}
      <p>
        {w.endsThat} {model.extensions.length > 0 ? w.keepsThat : ''}
      </p>
    </div>
  );
}

/** Everything a fair decision needs to see, then the decision. */
export function decisionPage(model: DecisionModel, form: FormState, frame: Frame): string {
  const { words } = frame;
  const w = words.decision;
  const { plan } = model;
  return documentOf({
    frame,
    tab: w.tab,
    asks: true,
    wrong: form.errors.length > 0,
    children: (
      <>
        <ErrorSummary form={form} frame={frame} />
        <SavedNotice form={form} frame={frame} />
        <PlanTitle title={plan.title} />
        <h1>{w.heading}</h1>
        <p class="lead">{w.lead(plan.subject, plan.ends)}</p>
        <div class="calm">
          <p>
            {model.overdue ? w.overdue : w.decideBy} <strong>{model.decideBy}</strong>.
          </p>
          {model.inPlaceOf ? <p>{w.escalated(model.inPlaceOf)}</p> : null}
          {model.proposed ? (
            <p>
              <strong>{model.proposed}</strong>
            </p>
          ) : null}
          {model.waitsForHr ? (
            <p>
              <strong>{w.waitsForHr}</strong>
            </p>
          ) : null}
          {model.missed > 0 ? <p>{w.missed(model.missed)}</p> : null}
          <WhoSees seenBy={model.seenBy} frame={frame} />
        </div>
        {model.returned ? <Quotes quotes={[model.returned]} /> : null}
        <p>
          <a class="down" href="#form">
            {w.toForm}
          </a>
        </p>
        <PlanBasis plan={plan} words={words} />
        <h2>{w.answers}</h2>
        <PlanRecord record={model.record} words={words} />
        <Blocks blocks={model.fairness} words={words} />
        <h2 id="form">{w.form}</h2>
        <AwaitedNotice model={model} words={words} />
        <QuestionForm form={form} frame={frame}>
          <DecisionFields model={model} form={form} frame={frame} />
        </QuestionForm>
      </>
    ),
  });
}
