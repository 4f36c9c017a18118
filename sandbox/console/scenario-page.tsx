import { at } from './address.ts';
import type { Desk, Playing } from './desk.ts';
import type { Shown } from './shown.ts';
import { counted } from './words.ts';
import type { PlanRow } from './world.ts';

const Progress = ({ playing }: { playing: Playing }) => (
  <section
    class={playing.faults.length > 0 ? 'notice bad' : 'notice'}
    aria-labelledby="playing"
    role="status"
  >
    <h2 id="playing">
      {playing.over ? 'Played' : 'Playing'}: {playing.title}
    </h2>
    <p>
      <progress max={playing.total || 1} value={playing.done} aria-label="Steps done" /> {playing.done} of{' '}
      {playing.total}
      {playing.over ? '' : `: ${playing.what}`}
    </p>
    {playing.over && playing.faults.length === 0 ? <p>Everything came out as the file expects.</p> : null}
    {playing.faults.length > 0 ? (
      <ul>
        {playing.faults.map((fault, index) => (
          <li key={index}>{fault}</li>
        ))}
      </ul>
    ) : null}
  </section>
);

const Export = ({ plans }: { plans: readonly PlanRow[] }) => (
  <section class="card" aria-labelledby="export">
    <h2 id="export">Keep what was done</h2>
    {plans.length === 0 ? (
      <p class="soft">Nothing was done yet.</p>
    ) : (
      <>
        <p>
          Drafts, commands and answers so far, and the time between them, as story files: give one to others,
          to <code>npm run story</code>, or to another sandbox.
        </p>
        <p>
          <a href={at(['scenario.json'])}>Everything, {counted(plans.length, 'plan')}</a>
        </p>
        <ul>
          {plans.slice(0, 30).map(({ planId, title, participants }) => (
            <li key={planId}>
              <a href={at(['plans', planId, 'story.json'])}>{title}</a>{' '}
              <span class="soft small">{participants.find(({ role }) => role === 'employee')?.name}</span>
            </li>
          ))}
        </ul>
        <p class="small soft">
          What HR did on the admin site is read from the record; changes of a plan's content that were typed
          there are not kept as typed, and are listed in the file under <code>leftOut</code>. Answers come
          back as they were sent.
        </p>
      </>
    )}
  </section>
);

const Import = ({ busy }: { busy: boolean }) => (
  <form class="card" method="post" action={at(['scenario'])} aria-labelledby="import">
    <h2 id="import">Play a file</h2>
    <p>A story file, or everything that was kept from a sandbox. The clock runs from act to act.</p>
    <p hidden>
      <label for="file">Choose a file</label>{' '}
      <input id="file" type="file" accept="application/json,.json" data-into="text" />
    </p>
    <div>
      <label for="text">The file's text</label>
      <textarea id="text" name="text" rows={8} required spellcheck={false} />
    </div>
    <p class="tick">
      <input id="empty" type="checkbox" name="empty" value="yes" checked />
      <label for="empty">empty the sandbox first: the clock never goes back</label>
    </p>
    <button type="submit" disabled={busy}>
      Play
    </button>
  </form>
);

/** Where what was done is taken along, and played again. */
export const scenarioPage = async (desk: Desk): Promise<Shown> => {
  const { scenario } = desk;
  const isBusy = scenario !== undefined && !scenario.over;
  const plans = await desk.plans();
  return {
    title: 'Scenario',
    ...(isBusy ? { follow: 1 } : {}),
    children: (
      <>
        <h1>Scenario</h1>
        {scenario ? <Progress playing={scenario} /> : null}
        <Export plans={plans} />
        <Import busy={isBusy} />
      </>
    ),
  };
};
