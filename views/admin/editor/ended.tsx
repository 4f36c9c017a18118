import { type AdminFrame, adminPage } from '../layout.tsx';

interface Ended {
  title: string;
  how: 'discarded' | 'done';
  by: string;
  when: string;
  /** What it became. */
  planId?: string;
}

const crumbs = [{ href: '/admin/drafts', text: 'Being written' }];
const named = (title: string): string => title || 'A plan without a title';

const Became = ({ planId }: { planId: string | undefined }) =>
  planId ? (
    <p>
      <a class="button" href={`/admin/plans/${planId}`}>
        Open the plan
      </a>
    </p>
  ) : null;

/** What became of a draft that is not written on any more. */
export const endedPage = (
  frame: AdminFrame,
  { title, how, by, when, planId, restore }: Ended & { restore: string },
) =>
  adminPage(
    frame,
    {
      title: named(title),
      crumbs,
      lead:
        how === 'done'
          ? `${by} made this draft part of a plan ${when}. It is not written on any more.`
          : `${by} discarded this draft ${when}. It is kept for 90 days.`,
    },
    how === 'done' ? (
      <Became planId={planId} />
    ) : (
      <form method="post" action={restore} class="actions">
        <button type="submit">Take it back</button>
        <a href="/admin/drafts">To the list of drafts</a>
      </form>
    ),
  );

interface Salvage extends Ended {
  /** Where what was typed is kept as a new draft. */
  keep: string;
  open: string;
  typed: readonly (readonly [string, string])[];
}

/** Somebody ended the draft while another went on writing. */
export const salvagePage = (
  frame: AdminFrame,
  { title, how, by, when, planId, keep, open, typed }: Salvage,
) =>
  adminPage(
    frame,
    {
      title: 'What you typed was not saved in the draft',
      crumbs,
      lead:
        how === 'done'
          ? `While you were writing, ${by} made “${named(title)}” part of a plan (${when}). What you typed is kept here.`
          : `While you were writing, ${by} discarded “${named(title)}” (${when}). What you typed is kept here.`,
    },
    <>
      <form method="post" action={keep} class="actions">
        <button type="submit">Keep what I typed as a new draft</button>
        <a href={open}>Leave it</a>
      </form>
      {how === 'done' ? <Became planId={planId} /> : null}
      <details>
        <summary>What you typed</summary>
        <dl class="facts">
          {typed.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="kept">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>,
  );
