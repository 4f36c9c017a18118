import { type AdminFrame, adminPage } from '../layout.tsx';
import { briefMoment } from '../plan/moments.ts';

export interface Way {
  text: string;
  href: string;
  /** What its button sends there; a link when absent. */
  sends?: readonly (readonly [string, string])[];
}

/** One thing that is stuck or lost. */
export interface Finding {
  plan: { text: string; href?: string };
  what: string;
  /** What people feel of it. */
  felt: string;
  /** More of the same, one sentence or two each. */
  also?: readonly string[];
  ways: readonly Way[];
  /** What happens when nobody does anything, or who else sees to it. */
  otherwise?: string;
}

/** That no mail leaves at all. */
export type PausedNotice = Pick<Finding, 'what' | 'felt'> & { otherwise: string };

export interface RepairModel {
  at: string;
  paused?: PausedNotice;
  /** Plans whose record cannot be read. */
  unreadable: readonly Finding[];
  undriven: readonly Finding[];
  late: readonly Finding[];
  unreached: readonly Finding[];
  isMore: boolean;
  isOperator: boolean;
}

/** What is stuck or lost now, each with a way out. */
export const repairPage = (frame: AdminFrame, model: RepairModel): string => {
  const { at, paused, unreadable, undriven, late, unreached, isMore, isOperator } = model;
  const isWell = !paused && unreadable.length + undriven.length + late.length + unreached.length === 0;
  const moment = briefMoment(at, frame.timeZone);
  return adminPage(
    frame,
    {
      title: 'Repair',
      lead: isWell
        ? 'What is stuck or lost would stand here, each with a way out.'
        : 'What is stuck or lost, each with a way out. Nothing of it is done twice.',
    },
    <>
      {isWell ? (
        <div class="empty">
          <h2>Nothing is late or stuck</h2>
          <p>
            No plan is late and no mail is stuck, as of {moment} ({frame.timeZone}). Whether each plan’s
            execution still runs is shown under{' '}
            {isOperator ? <a href="/admin/executions">Executions</a> : 'Executions, to operators'}.
          </p>
          <p class="soft">The system looks by itself every fifteen minutes.</p>
        </div>
      ) : (
        <p class="soft">
          Looked at just now, {moment} ({frame.timeZone}).
          {isMore ? ' There is more than fits here; it follows when this is done.' : ''}
        </p>
      )}
      {paused ? (
        <section aria-labelledby="paused" class="card">
          <h2 id="paused">{paused.what}</h2>
          <p>{paused.felt}</p>
          <p class="soft">{paused.otherwise}</p>
        </section>
      ) : null}
      <Group id="unreadable" heading="Records that do not verify" findings={unreadable} />
      <Group id="undriven" heading="Plans that are late" findings={undriven} />
      <Group id="late" heading="Recorded and not done" findings={late} />
      <Group id="unreached" heading="People whom mail did not reach" findings={unreached} />
      {isOperator && !isWell ? (
        <p>
          Runs that failed and are not late yet stand among the <a href="/admin/executions">executions</a>.
        </p>
      ) : null}
    </>,
  );
};

const Group = ({ id, heading, findings }: { id: string; heading: string; findings: readonly Finding[] }) =>
  findings.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {heading} <span class="pill pill-warn">{findings.length}</span>
      </h2>
      {findings.map(({ plan, what, felt, also = [], ways, otherwise }) => (
        <div class="card" key={`${plan.text} ${what}`}>
          <h3>{plan.href ? <a href={plan.href}>{plan.text}</a> : plan.text}</h3>
          <p>
            <strong>{what}</strong> {felt}
          </p>
          {also.length > 0 ? (
            <ul>
              {also.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          ) : null}
          {otherwise ? <p class="soft">{otherwise}</p> : null}
          {ways.length > 0 ? (
            <div class="actions">
              {ways.map((way) => (
                <WayOut way={way} key={way.href} />
              ))}
            </div>
          ) : null}
        </div>
      ))}
    </section>
  );

const WayOut = ({ way: { text, href, sends } }: { way: Way }) =>
  sends ? (
    <form method="post" action={href}>
      {sends.map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <button type="submit" class="button-plain">
        {text}
      </button>
    </form>
  ) : (
    <a class="button button-plain" href={href}>
      {text}
    </a>
  );
