import type { GroupTable, Report } from '../../../domain/reports.ts';
import { BarChart } from './bar-chart.tsx';
import { DataTable } from './table.tsx';
import { GROUPING_NAMES, number, percent } from './words.ts';

const nameOf = (group: string): string => (group === '' ? 'not given' : group);

/** Outcomes and durations by what the organisation said about whom the plans are about. */
export function Groups({ groups, smallestGroup }: Report) {
  if (groups.length === 0) {
    return (
      <p class="empty">No plan of this period says an agency, job title, grade, service type or unit.</p>
    );
  }
  return (
    <>
      <p>
        Groups of fewer than {smallestGroup} are left out, and so is the next one where the total would give
        them away. A rate counts plans that ended; it is compared with the highest one of its table.
      </p>
      {groups.map((table) => (
        <Group key={table.grouping} {...table} />
      ))}
      <div class="notice calm">
        <h3>What the mark “below four fifths” says</h3>
        <p>
          A group met its plans at less than four fifths of the rate of the group that met them most often
          (the measure of 29 CFR 1607.4(D), borrowed from hiring). It asks you to look: at the cases, the
          goals and the help that was given.
        </p>
        <p>
          It is no finding. A handful of plans can tip it by chance, it knows nothing of why, and a table
          without any mark does not show that all is fair. Ask a lawyer or a statistician before you rely on
          it either way.
        </p>
      </div>
    </>
  );
}

function Group({ grouping, rows, total, highest }: GroupTable) {
  const name = GROUPING_NAMES[grouping];
  const rated = rows.filter(({ rate }) => rate !== null);
  return (
    <section aria-labelledby={`by-${grouping}`}>
      <h3 id={`by-${grouping}`}>{name}</h3>
      {rated.length > 1 ? (
        <BarChart
          id={`chart-${grouping}`}
          title={`Plans that were met, by ${name.toLowerCase()}`}
          description={rated.map(({ group, rate }) => `${nameOf(group)}: ${percent(rate)}`).join('; ')}
          bars={rated.map(({ group, rate, belowFourFifths }) => ({
            label: nameOf(group),
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
            nameOf(row.group),
            number(row.plans),
            number(row.decided),
            number(row.met),
            row.decided === 0 ? '–' : percent(row.rate),
            number(row.extended),
            number(row.meanDays),
            row.belowFourFifths ? (
              <span class="pill pill-warn">below four fifths</span>
            ) : row.group === highest ? (
              'highest'
            ) : (
              ''
            ),
          ]),
          [
            'All',
            number(total.plans),
            number(total.decided),
            number(total.met),
            total.decided === 0 ? '–' : percent(total.rate),
            number(total.extended),
            number(total.meanDays),
            '',
          ],
        ]}
      />
    </section>
  );
}
