import { at } from './address.ts';
import { type Example, tooLate } from './examples.ts';
import { counted, longDay } from './words.ts';

export interface ExampleListProps {
  examples: Example[];
  /** Where the clock is, and where it was when the sandbox was empty; epoch milliseconds. */
  now: number;
  began: number;
  open: boolean;
}

/** The page that asks before everything is thrown away. */
export const RESET = at(['reset']);

export const EmptyLink = ({ label }: { label: string }) => (
  <a class="button plain" href={RESET}>
    {label}
  </a>
);

const Startable = ({ file, title, about }: Example) => (
  <form class="example" method="post" action={at(['example'])}>
    <button type="submit" name="file" value={file}>
      {title}
    </button>
    <p class="small soft">{about}</p>
  </form>
);

const Past = ({ title, about, plan }: Example) => (
  <div class="example">
    <p>
      <strong>{title}</strong>
      {plan.startDate ? <span class="soft">, starts on {longDay(plan.startDate)}</span> : null}
    </p>
    <p class="small soft">{about}</p>
  </div>
);

/** Said once, above all that cannot be started any more. */
const WayOut = ({ past, began }: { past: readonly Example[]; began: number }) => {
  const lost = past.flatMap((example) => tooLate(example, began, began) ?? []);
  const [earliest] = lost.map(({ from }) => from).sort();
  return (
    <>
      <h3>Past on this clock</h3>
      <p>
        {counted(past.length, 'example starts', 'examples start')} before the day it is now, and the clock
        never goes back.
        {earliest
          ? ` ${lost.length === past.length ? 'Start the sandbox' : 'Some need a sandbox'} with an earlier clock: npm start -- --start ${earliest}`
          : ''}
      </p>
      {lost.length < past.length ? <EmptyLink label="Empty the sandbox to begin again" /> : null}
    </>
  );
};

export const ExampleList = ({ examples, now, began, open }: ExampleListProps) => {
  const past = examples.filter((example) => tooLate(example, now, began));
  const ready = examples.filter((example) => !past.includes(example));
  return (
    <details class="card fold" open={open}>
      <summary>
        <strong>Start an example plan</strong>
      </summary>
      <div>
        {ready.length > 0 ? (
          <p class="soft small">
            Drafts it, approves it and launches it; where the employee may respond to the draft first, it is
            given to them and waits for your launch. If the clock stands before the example begins, it is
            moved there.
          </p>
        ) : null}
        {ready.map((example) => (
          <Startable key={example.file} {...example} />
        ))}
        {past.length > 0 ? (
          <section class="past-examples" aria-label="Examples that are past">
            <WayOut past={past} began={began} />
            {past.map((example) => (
              <Past key={example.file} {...example} />
            ))}
          </section>
        ) : null}
      </div>
    </details>
  );
};
