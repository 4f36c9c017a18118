import { type AdminFrame, adminPage } from '../layout.tsx';
import { Beside } from './beside.tsx';
import type { FormContext } from './inputs.tsx';
import type { EditorModel } from './model.ts';
import { Part } from './parts.tsx';
import { SPECS } from './plan-spec.ts';
import { SECTIONS, type Section } from './sections.ts';
import { specAt } from './spec.ts';

/** The one long form a plan is written in, with what becomes of it beside. */
export function editorPage(frame: AdminFrame, model: EditorModel): string {
  const { kind, plan, content } = model;
  const title =
    typeof content.title === 'string' && content.title !== '' ? content.title : 'A plan without a title';
  const crumbs =
    plan && kind !== 'plan'
      ? [
          { href: '/admin/plans', text: 'Plans' },
          { href: `/admin/plans/${plan.id}`, text: plan.title },
        ]
      : [{ href: '/admin/drafts', text: 'Being written' }];
  return adminPage(
    frame,
    { title: TITLES[kind](title), lead: LEADS[kind], crumbs, wide: true },
    <>
      <Returned model={model} />
      <div class="split">
        <Form model={model} />
        <Beside model={model} />
      </div>
    </>,
  );
}

const TITLES: Record<EditorModel['kind'], (title: string) => string> = {
  plan: (title) => `Draft: ${title}`,
  redraft: (title) => `Write anew: ${title}`,
  amend: (title) => `Amend: ${title}`,
};

const LEADS = {
  plan: 'Nothing here is part of a record until the plan is created. It can be left and taken up again at any time.',
  redraft:
    'The plan is still a draft that nobody has approved. It reads as before until what is written here takes its place.',
  amend:
    'The plan reads as before until the new version is recorded. What is over, and every answer given, stays as it is.',
} as const;

function Form({ model }: { model: EditorModel }) {
  const context = contextOf(model);
  return (
    <form method="post" action={model.action} noValidate data-autosave={model.action} class="editor">
      {/* What Enter presses: the first button of a form. */}
      <button type="submit" name="op" value="save" class="visually-hidden" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <input type="hidden" name="version" value={model.version} />
      <input type="hidden" name="page" value={model.pageKey} />
      {SECTIONS[model.kind].map((section) => (
        <SectionPart key={section.id} section={section} model={model} context={context} />
      ))}
      <div class="save-bar">
        <button type="submit" name="op" value="save" class="button-plain">
          Save
        </button>
        <button type="submit" name="op" value="send">
          {SEND[model.kind]}
        </button>
        <span class="soft small" data-autosave-status role="status">
          Saved {model.saved.when} by {model.saved.by}.
        </span>
      </div>
    </form>
  );
}

const SEND = {
  plan: 'Create the plan',
  redraft: 'Put it in the draft’s place',
  amend: 'Record the new version',
} as const;

interface SectionProps {
  section: Section;
  model: EditorModel;
  context: FormContext;
}

const SectionPart = ({ section: { id, title, lead, parts }, model, context }: SectionProps) => (
  <section class="card" aria-labelledby={id}>
    <h2 id={id} tabIndex={-1}>
      {title}
    </h2>
    {lead ? <p class="soft">{lead}</p> : null}
    <div class="fields">
      {parts.map((part) => {
        const spec = specAt(SPECS[model.kind], `/${part}`);
        return spec ? (
          <Part
            key={part}
            spec={spec}
            pointer={`/${part}`}
            value={model.content[part]}
            context={context}
            isNamed={spec.label === title}
          />
        ) : null;
      })}
    </div>
  </section>
);

/** Faults of places that the form does not show stand at what they are a part of. */
function contextOf(model: EditorModel): FormContext {
  const spec = SPECS[model.kind];
  const nearest = (field: string): string => {
    let at = field;
    while (at !== '' && !specAt(spec, at)) at = at.slice(0, at.lastIndexOf('/'));
    return at;
  };
  const isNew = (field: string): boolean =>
    model.added !== undefined && `${field}/`.startsWith(`${model.added}/`);
  const faults = model.isUntouched ? [] : model.faults.filter(({ field }) => !isNew(field));
  return {
    model,
    faults: Map.groupBy(faults, ({ field }) => nearest(field)),
    advice: Map.groupBy(model.advice, ({ field }) => nearest(field)),
  };
}

const Returned = ({ model: { returned } }: { model: EditorModel }) =>
  returned.length === 0 ? null : (
    <section class="calm" aria-labelledby="returned">
      <h2 id="returned">Sent back to be changed</h2>
      {returned.map(({ by, when, comment }) => (
        <div key={`${when} ${by}`}>
          <p class="soft small">
            {by}, {when}
          </p>
          <p class="kept">{comment}</p>
        </div>
      ))}
    </section>
  );
