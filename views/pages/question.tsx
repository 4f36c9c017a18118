import type { QuestionModel } from '../models/question.ts';
import { Blocks } from '../parts/blocks.tsx';
import { documentOf, type Frame } from '../parts/document.tsx';
import { FieldList } from '../parts/field-list.tsx';
import { ErrorSummary, type FormState } from '../parts/form.tsx';
import { PlanTitle } from '../parts/plan-parts.tsx';
import { QuestionForm, SavedNotice, WhoSees } from '../parts/question-form.tsx';

/** The page of any question that is made from its fields: what it is about, then the fields. */
export function questionPage(model: QuestionModel, form: FormState, frame: Frame): string {
  const { words } = frame;
  const w = words.common;
  const { shows = [], told = [] } = model;
  return documentOf({
    frame,
    tab: model.tab,
    asks: true,
    wrong: form.errors.length > 0,
    children: (
      <>
        <ErrorSummary form={form} frame={frame} />
        <SavedNotice form={form} frame={frame} />
        {model.planTitle ? <PlanTitle title={model.planTitle} /> : null}
        <h1>{model.heading}</h1>
        <p class="lead">{model.lead}</p>
        <div class="calm">
          <p>
            {model.dueLabel} <strong>{model.due}</strong>
            {model.late ? w.stillOpen : '.'}
          </p>
          {told.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <WhoSees seenBy={model.seenBy} frame={frame} />
        </div>
        {shows.length > 0 ? (
          <>
            <p>
              <a class="down" href="#form">
                {w.toForm}
              </a>
            </p>
            <Blocks blocks={shows} words={words} />
            <h2 id="form">{w.form}</h2>
          </>
        ) : null}
        <QuestionForm form={form} frame={frame}>
          {model.groups.map(({ heading, says, fields }) =>
            heading ? (
              <section class="card" key={fields[0]?.name} aria-labelledby={`about-${fields[0]?.name}`}>
                <h2 id={`about-${fields[0]?.name}`}>{heading}</h2>
                {says ? <p>{says}</p> : null}
                <FieldList fields={fields} form={form} frame={frame} />
              </section>
            ) : (
              <FieldList key={fields[0]?.name} fields={fields} form={form} frame={frame} />
            ),
          )}
        </QuestionForm>
      </>
    ),
  });
}
