import type { Report } from '../../../domain/reports.ts';
import { BarChart } from './bar-chart.tsx';
import { DataTable } from './table.tsx';
import { days, LEFT_OUT, number, percent, WHY_A_YEAR } from './words.ts';

/** More than this many plans are a list of its own: the plan list has the filter for it. */
const MOST_OVERDUE = 25;

export function Decisions({ decisions }: Report) {
  const { due, onTime, late, open, medianDaysLate, overdue } = decisions;
  if (due === 0) return <p class="empty">No decision has come due in this period.</p>;
  const counts = [
    { label: 'In time', value: onTime },
    { label: 'Late', value: late },
    { label: 'Not made yet', value: open, marked: open > 0 },
  ];
  return (
    <>
      <BarChart
        id="decisions-chart"
        title="Decisions by when they were made"
        description={`Of ${due} decisions that were due, ${onTime} were made in time, ${late} late, and ${open} are not made yet.`}
        bars={counts.map((bar) => ({ ...bar, text: String(bar.value) }))}
      />
      <DataTable
        caption={`Decisions that were due: ${due}`}
        columns={[{ text: 'Made' }, { text: 'Decisions', numeric: true }]}
        rows={counts.map(({ label, value }) => [label, value])}
      />
      {medianDaysLate === null ? null : (
        <p>Of those late or not made yet, half are at most {days(medianDaysLate)} late.</p>
      )}
      <p class="small">
        Days late are business days of each plan’s own calendar. A decision on its last day is in time, at
        whatever hour; after an extension the plan has another one.
      </p>
      {overdue.length > 0 ? (
        <DataTable
          caption="Not made yet, the oldest first"
          columns={[{ text: 'Plan' }, { text: 'Was due' }, { text: 'Business days late', numeric: true }]}
          rows={overdue.slice(0, MOST_OVERDUE).map(({ planId, dueAt, daysLate }) => [
            <a key={planId} href={`/admin/plans/${planId}`}>
              {planId}
            </a>,
            dueAt.slice(0, 10),
            daysLate,
          ])}
        />
      ) : null}
      {overdue.length > MOST_OVERDUE ? (
        <p>
          {overdue.length - MOST_OVERDUE} more are in the file, and in the{' '}
          <a href="/admin/plans?status=deciding&overdue=true">list of overdue plans</a>.
        </p>
      ) : null}
    </>
  );
}

export function CheckIns({ checkIns, smallestGroup }: Report) {
  const { managers, over, held, missed } = checkIns;
  if (over === 0) return <p class="empty">No check-in is over in this period.</p>;
  const rated = managers.filter(({ rate }) => rate !== null);
  return (
    <>
      <p>
        {over} check-ins are over: {held} were held and answered by everybody, {missed} missed or not held.
      </p>
      <p class="small">
        Each is counted for whoever was asked as the supervisor at the time. Theirs are those that HR has not
        excused or put down to the employee, and that reached them by the day; the rate is what they answered
        in time of those. Of one that nobody has answered HR says whose doing it was: until then it is only
        not answered. With fewer than {smallestGroup} of theirs the numbers are {LEFT_OUT}: they would say too
        little about anybody.
      </p>
      {rated.length > 0 ? (
        <BarChart
          id="check-ins-chart"
          title="Check-ins answered in time, by manager"
          description={rated.map(({ name, rate }) => `${name}: ${percent(rate)}`).join('; ')}
          bars={rated.map(({ name, rate }) => ({ label: name, value: rate ?? 0, text: percent(rate) }))}
          most={1}
        />
      ) : null}
      <DataTable
        caption="Check-ins by manager, the least punctual first"
        columns={[
          { text: 'Manager' },
          ...['Plans', 'Asked', 'Theirs', 'In time', 'Late', 'Not answered', 'HR has not said', 'Rate'].map(
            (text) => ({ text, numeric: true }),
          ),
        ]}
        rows={managers.map((row) => [
          row.name,
          row.plans,
          number(row.asked),
          number(row.theirs),
          number(row.onTime),
          number(row.late),
          number(row.unanswered),
          number(row.notSaid),
          percent(row.rate),
        ])}
      />
    </>
  );
}

export function MissedBy({ missedBy }: Report) {
  const counts = [
    { label: 'The manager', value: missedBy.manager },
    { label: 'The employee', value: missedBy.employee },
    { label: 'Nobody is to blame', value: missedBy.excused },
    { label: 'Not yet said', value: missedBy.open },
  ];
  const all = counts.reduce((sum, { value }) => sum + value, 0);
  if (all === 0) return <p class="empty">No check-in was missed in this period.</p>;
  return (
    <>
      <BarChart
        id="missed-chart"
        title="Missed check-ins by whose doing it was"
        description={counts.map(({ label, value }) => `${label}: ${value}`).join('; ')}
        bars={counts.map((bar) => ({ ...bar, text: String(bar.value) }))}
      />
      <DataTable
        caption={`Missed check-ins: ${all}`}
        columns={[{ text: 'Whose doing' }, { text: 'Check-ins', numeric: true }]}
        rows={counts.map(({ label, value }) => [label, value])}
      />
      <p class="small">Missed, or not held. Whose doing it was is what HR said; until then it is nobody’s.</p>
    </>
  );
}

export function Outcomes({ outcomes, isYearOver, smallestGroup }: Report) {
  if (!isYearOver) return <p class="empty">{WHY_A_YEAR}</p>;
  if (outcomes === null) {
    return (
      <p class="empty">
        Fewer than {smallestGroup} plans of this period ended: that is {LEFT_OUT}, because single people could
        be told.
      </p>
    );
  }
  return (
    <>
      <BarChart
        id="outcomes-chart"
        title="Plans by outcome"
        description={outcomes.map(({ title, plans }) => `${title}: ${plans}`).join('; ')}
        bars={outcomes.map(({ title, plans }) => ({ label: title, value: plans, text: String(plans) }))}
      />
      <DataTable
        caption="Plans that ended, by outcome"
        columns={[{ text: 'Outcome' }, { text: 'Counts as met' }, { text: 'Plans', numeric: true }]}
        rows={outcomes.map(({ title, met, plans }) => [title, met ? 'yes' : 'no', plans])}
      />
    </>
  );
}
