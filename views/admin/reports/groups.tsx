import type { GroupTable, Report } from '../../../domain/reports.ts';
import { BarChart } from './bar-chart.tsx';
import { GroupNotes } from './group-notes.tsx';
import { DataTable } from './table.tsx';
import { GROUPING_NAMES, groupName, number, percent, WHY_A_YEAR } from './words.ts';

/** Outcomes and durations by what the organisation said about whom the plans are about. */
export function Groups({ groups, smallestGroup }: Report) {
  if (groups === null) return <p class="empty">{WHY_A_YEAR}</p>;
  if (groups.length === 0) {
    return (
      <p class="empty">No plan of this period says an agency, job title, grade, service type or unit.</p>
    );
  }
  return (
    <>
      <p>
        Groups of fewer than {smallestGroup} are left out, because single people in them could be told. So is
        the next one, or the total, where these would give them away. A rate counts plans that ended; it is
        compared with the highest one that is shown. Plans that do not say a group are compared with nobody.
      </p>
      {groups.map((table) => (
        <Group key={table.grouping} {...table} />
      ))}
    </>
  );
}

function Group(table: GroupTable) {
  const { grouping, rows, total, highest } = table;
  const name = GROUPING_NAMES[grouping];
  const rated = rows.filter(({ rate }) => rate !== null);
  return (
    <section aria-labelledby={`by-${grouping}`}>
      <h3 id={`by-${grouping}`}>{name}</h3>
      {rated.length > 1 ? (
        <BarChart
          id={`chart-${grouping}`}
          title={`Plans that were met, by ${name.toLowerCase()}`}
          description={rated.map(({ group, rate }) => `${groupName(group)}: ${percent(rate)}`).join('; ')}
          bars={rated.map(({ group, rate, belowFourFifths }) => ({
            label: groupName(group),
            value: rate ?? 0,
            text: percent(rate),
            marked: belowFourFifths,
          }))}
          most={1}
        />
      ) : null}
      <DataTable
        caption={`Outcomes and durations by ${name.toLowerCase()}`}
        columns={[
          { text: name },
          ...['Plans', 'Ended', 'Met', 'Rate', 'Extended', 'Days, mean'].map((text) => ({
            text,
            numeric: true,
          })),
          { text: 'Compared' },
        ]}
        rows={[
          ...rows.map((row) => [
            groupName(row.group),
            ...countsIn(row),
            row.belowFourFifths ? (
              <span class="pill pill-warn">below four fifths: a first look, no proof</span>
            ) : highest !== null && row.group === highest ? (
              'highest'
            ) : (
              ''
            ),
          ]),
          ['All', ...countsIn(total), ''],
        ]}
      />
      <GroupNotes {...table} />
    </section>
  );
}

const countsIn = ({ plans, decided, met, rate, extended, meanDays }: GroupTable['total']): string[] => [
  number(plans),
  number(decided),
  number(met),
  decided === 0 ? '–' : percent(rate),
  number(extended),
  number(meanDays),
];
