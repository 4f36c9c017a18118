import { type AdminFrame, adminPage } from '../layout.tsx';
import { executionHref } from './model.ts';

export type Action = 'stop' | 'restart' | 'migrate';

/** What would happen, in sentences under headings. */
export interface Preview {
  title: string;
  parts: readonly { heading: string; points: readonly string[] }[];
}

export interface ConfirmModel {
  action: Action;
  name: string;
  /** What the run waits for now. */
  waits: string;
  preview: Preview;
  /** Why it cannot be done, and what to do instead. */
  refused?: { message: string; wayOut: string };
  reason: string;
  fault?: string;
}

export const ACTION_WORDS: Record<Action, { title: string; button: string }> = {
  stop: { title: 'Stop this execution', button: 'Stop it' },
  restart: { title: 'Restart from the record', button: 'Restart it' },
  migrate: { title: 'Move to the current version of the workflow', button: 'Move it' },
};

/** What an action would do, before it is done. */
export const confirmPage = (frame: AdminFrame, model: ConfirmModel): string => {
  const { action, name, waits, preview, refused } = model;
  const words = ACTION_WORDS[action];
  const href = executionHref(name);
  return adminPage(
    frame,
    {
      title: words.title,
      lead: preview.title,
      crumbs: [
        { href: '/admin/executions', text: 'Executions' },
        { href, text: waits },
      ],
    },
    <>
      {preview.parts.map(({ heading, points }) => (
        <section key={heading} class="card">
          <h2>{heading}</h2>
          <ul>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
      {refused ? (
        <div class="notice notice-trouble" role="alert">
          <p class="notice-title">{refused.message}</p>
          <p>{refused.wayOut}</p>
        </div>
      ) : (
        <form method="post" action={`${href}/${action}`}>
          <ReasonField {...model} />
          <p class="actions">
            <button type="submit" class={action === 'stop' ? 'button-danger' : undefined}>
              {words.button}
            </button>
            <a href={href}>Change nothing</a>
          </p>
        </form>
      )}
      {refused ? (
        <p>
          <a href={href}>Back to the execution</a>
        </p>
      ) : null}
    </>,
  );
};

export const ReasonField = ({ reason, fault }: { reason: string; fault?: string }) => (
  <div class={`field${fault ? ' wrong' : ''}`}>
    <label for="reason">Why?</label>
    <span class="hint" id="reason-hint">
      It stays, with your name. Write nothing about the people of a plan here.
    </span>
    {fault ? (
      <span class="fault" id="reason-fault">
        {fault}
      </span>
    ) : null}
    <textarea
      id="reason"
      name="reason"
      rows={3}
      maxLength={500}
      required
      aria-invalid={fault ? 'true' : undefined}
      aria-describedby={fault ? 'reason-hint reason-fault' : 'reason-hint'}
    >
      {reason}
    </textarea>
  </div>
);
