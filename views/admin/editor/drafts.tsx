import { type AdminFrame, adminPage } from '../layout.tsx';
import type { EditorKind } from './plan-spec.ts';

export interface DraftsModel {
  isMine: boolean;
  drafts: readonly {
    id: string;
    kind: EditorKind;
    title: string;
    by: string;
    at: string;
    when: string;
    planId?: string;
  }[];
  /** How many are not shown because they are others'. */
  others: number;
  /** What was typed into the ways to begin. */
  from: { planId: string; json: string };
  fault?: { field: 'planId' | 'json'; message: string };
  /** Where a discard is taken back. */
  undo?: string;
}

const KINDS: Record<EditorKind, string> = {
  plan: 'New plan',
  redraft: 'New text of a draft',
  amend: 'Amendment',
};

/** What is being written, and ways to begin. */
export const draftsPage = (frame: AdminFrame, model: DraftsModel): string =>
  adminPage(
    frame,
    {
      title: 'Being written',
      lead: 'Plans that are being written. They are part of no record, and are forgotten 90 days after the last change.',
    },
    <>
      {model.undo ? (
        <form method="post" action={model.undo} class="notice notice-done actions">
          <span role="status">The draft was discarded.</span>
          <button type="submit" class="button-plain small">
            Take it back
          </button>
        </form>
      ) : null}
      <ul class="counts" aria-label="Whose writing">
        <li>
          <a href="/admin/drafts" aria-current={model.isMine ? undefined : 'page'}>
            Everybody’s
          </a>
        </li>
        <li>
          <a href="/admin/drafts?whose=mine" aria-current={model.isMine ? 'page' : undefined}>
            Mine
          </a>
        </li>
      </ul>
      <Drafts {...model} />
      <h2 id="begin">{model.drafts.length > 0 ? 'Begin another one' : 'Begin one'}</h2>
      <Ways {...model} />
    </>,
  );

const Drafts = ({ drafts, isMine, others }: DraftsModel) =>
  drafts.length === 0 ? (
    <div class="empty">
      <p>
        {isMine && others > 0
          ? `You are writing nothing; others are writing ${others}.`
          : 'Nobody is writing a plan. Begin one below.'}
      </p>
    </div>
  ) : (
    <table class="table">
      <caption class="visually-hidden">Plans being written, the newest change first</caption>
      <thead>
        <tr>
          <th scope="col">Title</th>
          <th scope="col">What</th>
          <th scope="col">Last saved</th>
          <th scope="col">By</th>
          <th scope="col">
            <span class="visually-hidden">Discard</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.map(({ id, kind, title, by, at, when }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/admin/drafts/${id}`}>{title || 'A plan without a title'}</a>
            </th>
            <td data-label="What">{KINDS[kind]}</td>
            <td data-label="Last saved">
              <time dateTime={at}>{when}</time>
            </td>
            <td data-label="By">{by}</td>
            <td>
              <form method="post" action={`/admin/drafts/${id}/discard`}>
                <button type="submit" class="button-plain small">
                  Discard<span class="visually-hidden"> {title || 'a plan without a title'}</span>
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );

const Ways = ({ from, fault }: DraftsModel) => (
  <div class="grid ways">
    <form method="post" action="/admin/drafts" class="card">
      <h3>From nothing</h3>
      <p>With the usual people, days and check-ins of your organisation’s rules filled in.</p>
      <button type="submit" name="from" value="blank">
        Begin a blank plan
      </button>
    </form>
    <form method="post" action="/admin/drafts" class="card">
      <h3>As a copy of a plan</h3>
      <div class={fault?.field === 'planId' ? 'field wrong' : 'field'}>
        <label for="planId">Id of the plan</label>
        <span class="hint" id="planId-hint">
          It stands in the address of the plan’s page: “pln” and 20 letters or digits.
        </span>
        <FaultOf fault={fault} field="planId" />
        <input
          type="text"
          id="planId"
          name="planId"
          value={from.planId}
          autocomplete="off"
          aria-describedby="planId-hint"
          aria-invalid={fault?.field === 'planId' ? 'true' : undefined}
        />
      </div>
      <button type="submit" name="from" value="copy" class="button-plain">
        Copy it
      </button>
    </form>
    <form method="post" action="/admin/drafts" class="card">
      <h3>From a file</h3>
      <div class={fault?.field === 'json' ? 'field wrong' : 'field'}>
        <label for="json">Text of a plan file (JSON)</label>
        <FaultOf fault={fault} field="json" />
        <textarea id="json" name="json" rows={4} aria-invalid={fault?.field === 'json' ? 'true' : undefined}>
          {from.json}
        </textarea>
      </div>
      <div class="field" data-needs-script>
        <label for="file">Or choose the file</label>
        <input type="file" id="file" accept=".json,application/json" data-file-into="json" />
      </div>
      <button type="submit" name="from" value="file" class="button-plain">
        Read it
      </button>
    </form>
  </div>
);

const FaultOf = ({ fault, field }: { fault: DraftsModel['fault']; field: string }) =>
  fault?.field === field ? (
    <span class="fault" role="alert">
      {fault.message}
    </span>
  ) : null;
