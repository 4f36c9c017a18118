import { at, HOME } from './address.ts';
import type { Desk } from './desk.ts';
import type { Shown } from './shown.ts';
import { counted, moment } from './words.ts';

/** Asks before everything is thrown away. */
export const resetPage = async (desk: Desk): Promise<Shown> => {
  const { inbox, states } = desk.options;
  const plans = await desk.plans().catch(() => []);
  return {
    title: 'Empty the sandbox',
    children: (
      <>
        <p class="back">
          <a href={HOME}>Back to the plans</a>
        </p>
        <h1>Empty the sandbox?</h1>
        <section class="card" aria-label="What is removed">
          <p>This removes, for good:</p>
          <ul>
            <li>{counted(plans.length, 'plan')}: record, drafts, links and answers</li>
            <li>{counted(inbox.list().length, 'mail')}</li>
            <li>
              {counted(states.overview().length, 'execution')}, all logs and counts, and every fault switch
            </li>
            <li>who is signed in to the admin site</li>
          </ul>
          <p>The clock goes back to {moment(desk.began)}.</p>
          {plans.length > 0 ? (
            <p>
              <a href={at(['scenario.json'])}>Keep the scenario first</a>: a file with what was done, which
              can be played again.
            </p>
          ) : null}
          <form method="post" action={at(['reset'])}>
            <button type="submit">Empty the sandbox</button> <a href={HOME}>Keep everything</a>
          </form>
        </section>
      </>
    ),
  };
};
