import type { CheckInItemView, CheckInModel } from '../models/check-in.ts';
import { documentOf, type Frame } from '../parts/document.tsx';
import { FieldList } from '../parts/field-list.tsx';
import { ErrorSummary, type FormState } from '../parts/form.tsx';
import { Actions, Description, PlanTitle } from '../parts/plan-parts.tsx';
import { QuestionForm, SavedNotice, WhoSees } from '../parts/question-form.tsx';
import { Said } from '../parts/said.tsx';

interface ItemProps {
  item: CheckInItemView;
  form: FormState;
  frame: Frame;
}

function ItemQuestion({ item, form, frame }: ItemProps) {
  const { words } = frame;
  const w = words.checkIn;
  const heading = words.plan.item(item.number, item.heading);
  return (
    <section class="card" aria-labelledby={`item-${item.number}`}>
      <h2 id={`item-${item.number}`}>{heading}</h2>
      <Description item={item} />
      <dl class="facts">
        <div>
          <dt>{w.wanted}</dt>
          <dd class="kept">
            <Said text={item.desiredOutcome} />
          </dd>
        </div>
        <div>
          <dt>{words.plan.measure}</dt>
          <dd>
            <Said text={item.measure} parts={item.written.measure} />
          </dd>
        </div>
        <div>
          <dt>{w.expected}</dt>
          <dd>
            <strong>{item.expected}</strong>
          </dd>
        </div>
        {item.supportByNow.length > 0 ? (
          <div>
            <dt>{w.support}</dt>
            <dd>
              <ul>
                {item.supportByNow.map((support) => (
                  <li key={support}>
                    <Said text={support} parts={item.written.support} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ) : null}
      </dl>
      <details>
        <summary>{w.details}</summary>
        <p class="kept">
          <Said text={item.deficiency} />
        </p>
        <Actions item={item} />
      </details>
      <FieldList fields={item.fields} form={form} frame={frame} />
    </section>
  );
}

/** Did you meet, and what does this follow-up ask? */
export function checkInPage(model: CheckInModel, form: FormState, frame: Frame): string {
  const w = frame.words.checkIn;
  return documentOf({
    frame,
    tab: w.tab,
    asks: true,
    wrong: form.errors.length > 0,
    children: (
      <>
        <ErrorSummary form={form} frame={frame} />
        <SavedNotice form={form} frame={frame} />
        <PlanTitle title={model.planTitle} />
        <h1>{model.title}</h1>
        <p class="lead">{model.lead}</p>
        {model.paused ? (
          <div class="calm">
            <p>
              <strong>{w.paused}</strong>
            </p>
          </div>
        ) : null}
        {model.agenda ? (
          <>
            <h2>{w.agenda}</h2>
            <p class="kept">
              <Said text={model.agenda} />
            </p>
          </>
        ) : null}
        <div class="calm">
          {model.paused ? null : model.stillOpenUntil ? (
            <p>
              {w.wasDue} {model.answerBy}. {w.stillOpen} <strong>{model.stillOpenUntil}</strong>.
            </p>
          ) : (
            <p>
              {w.answerBy} <strong>{model.answerBy}</strong>.
            </p>
          )}
          {model.blind ? <p>{w.blind}</p> : null}
          <WhoSees seenBy={model.seenBy} frame={frame} />
        </div>
        <QuestionForm form={form} frame={frame}>
          <FieldList fields={[model.meeting]} form={form} frame={frame} />
          {model.items.map((item) => (
            <ItemQuestion key={item.id} item={item} form={form} frame={frame} />
          ))}
          <FieldList fields={model.rest} form={form} frame={frame} />
        </QuestionForm>
      </>
    ),
  });
}
