import { type AdminFrame, adminPage } from '../layout.tsx';

type Text = readonly string[] | undefined;

export interface MergeModel {
  action: string;
  /** What was looked at, so that what came later is not written over. */
  seen: string;
  draft: { href: string; title: string };
  /** Who wrote what stands there now. */
  by: string;
  /** Whether it is the plan itself that was changed, and not a draft of it. */
  isPlan: boolean;
  differences: readonly {
    field: string;
    place: string;
    before: Text;
    theirs: Text;
    yours: Text;
    isBoth: boolean;
    isOpen: boolean;
    chosen?: 'theirs' | 'yours';
  }[];
}

/** Two texts of one draft, field by field, with a choice for each. */
export function mergePage(frame: AdminFrame, model: MergeModel): string {
  const { differences, by, isPlan, draft, action, seen } = model;
  const open = differences.filter(({ isOpen }) => isOpen);
  const both = differences.filter(({ isBoth }) => isBoth);
  const one = differences.filter(({ isBoth }) => !isBoth);
  const what = isPlan ? 'the plan' : 'this draft';
  return adminPage(
    frame,
    {
      title: 'Put two texts together',
      lead: `While you were writing, ${by} changed ${what}. Nothing of either text is lost: choose what stands, place by place.`,
      crumbs: [
        { href: '/admin/drafts', text: 'Being written' },
        { href: draft.href, text: draft.title || 'A plan without a title' },
      ],
      wide: true,
    },
    <form method="post" action={action} class="merge">
      <input type="hidden" name="seen" value={seen} />
      {open.length > 0 ? (
        <div class="faults" role="alert">
          <h2>{open.length === 1 ? 'One choice is' : `${open.length} choices are`} still to make</h2>
          <ul>
            {open.map(({ field, place }) => (
              <li key={field}>
                <a href={`#choose:${field}`}>{place}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {differences.length === 0 ? <p>Both texts say the same. Save it, and go on.</p> : null}
      {both.length > 0 ? (
        <>
          <h2>Where both of you wrote something else</h2>
          <Table differences={both} by={by} isPlan={isPlan} />
        </>
      ) : null}
      {one.length > 0 ? (
        <>
          <h2>Where only one of you changed something</h2>
          <p class="soft">
            What was changed is chosen already; change the choice where you would rather not have it.
          </p>
          <Table differences={one} by={by} isPlan={isPlan} />
        </>
      ) : null}
      <p class="actions">
        <button type="submit">Save what is chosen</button>
        <a href={draft.href}>Leave what you typed, and see the draft as it stands</a>
      </p>
    </form>,
  );
}

interface TableProps {
  differences: MergeModel['differences'];
  by: string;
  isPlan: boolean;
}

const Table = ({ differences, by, isPlan }: TableProps) => (
  <table class="table">
    <caption class="visually-hidden">Each place with what stood there, and what each of you wrote</caption>
    <thead>
      <tr>
        <th scope="col">Place</th>
        <th scope="col">Before</th>
        <th scope="col">{isPlan ? `The plan now (${by})` : `Theirs (${by})`}</th>
        <th scope="col">Yours</th>
      </tr>
    </thead>
    <tbody>
      {differences.map((difference) => (
        <tr key={difference.field}>
          <th scope="row">
            {difference.place}
            {difference.isOpen ? <span class="fault">Choose one of the two.</span> : null}
          </th>
          <td data-label="Before">
            <Said text={difference.before} />
          </td>
          <td data-label="Theirs">
            <Side difference={difference} side="theirs" label="Take theirs" />
          </td>
          <td data-label="Yours">
            <Side difference={difference} side="yours" label="Take yours" />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

interface SideProps {
  difference: MergeModel['differences'][number];
  side: 'theirs' | 'yours';
  label: string;
}

function Side({ difference, side, label }: SideProps) {
  const { field, chosen, place } = difference;
  const id = side === 'theirs' ? `choose:${field}` : `choose:${field}:yours`;
  return (
    <>
      <div class="option">
        <input
          type="radio"
          id={id}
          name={`choose:${field}`}
          value={side}
          checked={chosen === side}
          aria-label={`${label}: ${place}`}
        />
        <label for={id}>{label}</label>
      </div>
      <Said text={difference[side]} />
    </>
  );
}

const Said = ({ text }: { text: Text }) =>
  text === undefined ? (
    <span class="soft">Nothing</span>
  ) : (
    <div class="kept">
      {text.map((line, at) => (
        <div key={at}>{line}</div>
      ))}
    </div>
  );
