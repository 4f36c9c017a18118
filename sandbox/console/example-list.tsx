import { type Example, tooLate } from './examples.ts';

export interface ExampleListProps {
  examples: Example[];
  /** Where the clock is, and where it was when the sandbox was empty; epoch milliseconds. */
  now: number;
  began: number;
  open: boolean;
}

export const EmptyButton = ({ label }: { label: string }) => (
  <form method="post" action="/_sandbox/ui/reset">
    <button type="submit" class="plain">
      {label}
    </button>
  </form>
);

const Startable = ({ file, title, about }: Example) => (
  <form class="example" method="post" action="/_sandbox/ui/example">
    <button type="submit" name="file" value={file}>
      {title}
    </button>
    <p class="small soft">{about}</p>
  </form>
);

export const ExampleList = ({ examples, now, began, open }: ExampleListProps) => (
  <details class="card fold" open={open}>
    <summary>
      <strong>Start an example plan</strong>
    </summary>
    <div>
      <p class="soft small">
        Drafts it, approves it and launches it; where the employee may respond to the draft first, it is given
        to them and waits for your launch. If the clock stands before the example begins, it is moved there.
      </p>
      {examples.map((example) => {
        const late = tooLate(example, now, began);
        if (!late) return <Startable key={example.file} {...example} />;
        return (
          <div key={example.file} class="example">
            <p>
              <strong>{example.title}</strong>
            </p>
            <p class="small">{late.why}</p>
            {late.emptyingHelps ? <EmptyButton label="Empty the sandbox" /> : null}
          </div>
        );
      })}
    </div>
  </details>
);
