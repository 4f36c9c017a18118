import type { ComponentChildren } from 'preact';
import type { Report } from '../../../domain/reports.ts';
import { type AdminFrame, adminPage } from '../layout.tsx';
import { CheckIns, Decisions, MissedBy, Outcomes } from './blocks.tsx';
import { Groups } from './groups.tsx';
import { quarterName } from './words.ts';

export interface ReportsModel {
  report: Report;
  /** The quarters to choose from, the newest first. */
  quarters: readonly string[];
  /** Calendar years that are over, the newest first. */
  years: readonly number[];
}

/** How the plans of some quarters went. Every picture has its table, every table its file. */
export function reportsPage(frame: AdminFrame, { report, quarters, years }: ReportsModel): string {
  const { from, to, plans } = report;
  const period = from === to ? quarterName(from) : `${quarterName(from)} to ${quarterName(to)}`;
  return adminPage(
    frame,
    {
      title: 'Reports',
      lead: `${plans} launched ${plans === 1 ? 'plan has' : 'plans have'} a last day in ${period}.`,
      wide: true,
    },
    <div class="reports">
      <form method="get" action="/admin/reports" class="card">
        <div class="fields">
          <QuarterField name="from" label="From" chosen={from} quarters={quarters} />
          <QuarterField name="to" label="To" chosen={to} quarters={quarters} />
          <div class="actions">
            <button type="submit" class="button">
              Show
            </button>
          </div>
        </div>
      </form>
      <p>
        Outcomes and groups are shown for one whole calendar year that is over:{' '}
        {years.map((year, at) => (
          <span key={year}>
            {at > 0 ? ', ' : ''}
            <a href={`/admin/reports?from=${year}-Q1&to=${year}-Q4`}>{year}</a>
          </span>
        ))}
        .
      </p>
      <div class="report-grid">
        <Block id="decisions" heading="Overdue decisions" report={report}>
          <Decisions {...report} />
        </Block>
        <Block id="outcomes" heading="Outcomes" report={report}>
          <Outcomes {...report} />
        </Block>
        <Block id="missed" heading="Missed check-ins" report={report}>
          <MissedBy {...report} />
        </Block>
      </div>
      <Block id="check-ins" heading="Check-ins in time, by manager" report={report}>
        <CheckIns {...report} />
      </Block>
      <Block id="groups" heading="Outcomes and durations by group" report={report}>
        <Groups {...report} />
      </Block>
    </div>,
  );
}

interface BlockProps {
  id: string;
  heading: string;
  report: Report;
  children: ComponentChildren;
}

const Block = ({ id, heading, report: { from, to }, children }: BlockProps) => (
  <section class="card" aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
    <p class="small">
      <a href={`/admin/reports.csv?table=${id}&from=${from}&to=${to}`}>{heading} as a file (CSV)</a>
    </p>
  </section>
);

interface FieldProps {
  name: 'from' | 'to';
  label: string;
  chosen: string;
  quarters: readonly string[];
}

function QuarterField({ name, label, chosen, quarters }: FieldProps) {
  const choices = quarters.includes(chosen) ? quarters : [chosen, ...quarters];
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {choices.map((quarter) => (
          <option key={quarter} value={quarter} selected={quarter === chosen}>
            {quarterName(quarter)}
          </option>
        ))}
      </select>
    </div>
  );
}
