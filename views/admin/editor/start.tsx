import { type AdminFrame, adminPage } from '../layout.tsx';

export interface StartModel {
  plan: { id: string; title: string };
  /** Absent where the plan's text cannot be changed now; `wayOut` says what to do instead. */
  kind: 'redraft' | 'amend' | undefined;
  status: string;
  wayOut?: string;
  unfinished: readonly { href: string; by: string; when: string }[];
}

const SAYS = {
  redraft: {
    title: 'Write the draft anew',
    lead: 'Nobody has approved this plan yet, so its whole text may be changed. It reads as before until you put the new text in its place.',
    button: 'Begin',
  },
  amend: {
    title: 'Amend the plan',
    lead: 'A new version with its own number. Both sides are asked to sign for it; what is over, and every answer given, stays as it is.',
    button: 'Begin an amendment',
  },
} as const;

/** Before the text of a plan is changed. */
export function startPage(frame: AdminFrame, { plan, kind, status, wayOut, unfinished }: StartModel): string {
  const { title, lead, button } = SAYS[kind ?? 'amend'];
  return adminPage(
    frame,
    {
      title,
      ...(kind && { lead }),
      crumbs: [
        { href: '/admin/plans', text: 'Plans' },
        { href: `/admin/plans/${plan.id}`, text: plan.title },
      ],
    },
    <>
      {kind ? (
        <p>{status}</p>
      ) : (
        <div class="empty">
          <p>
            <strong>This plan cannot be amended now.</strong> {status} {wayOut}
          </p>
        </div>
      )}
      {unfinished.length > 0 ? (
        <section class="card" aria-labelledby="unfinished">
          <h2 id="unfinished">Somebody is writing already</h2>
          <ul>
            {unfinished.map(({ href, by, when }) => (
              <li key={href}>
                <a href={href}>Go on with what {by} wrote</a>, saved {when}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <form method="post" action={`/admin/plans/${plan.id}/amend`} class="actions">
        {kind ? (
          <button type="submit" class={unfinished.length > 0 ? 'button-plain' : undefined}>
            {unfinished.length > 0 ? 'Begin another one' : button}
          </button>
        ) : null}
        <a href={`/admin/plans/${plan.id}`}>Back to the plan</a>
      </form>
    </>,
  );
}
