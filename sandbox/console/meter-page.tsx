import type { Desk } from './desk.ts';
import type { Shown } from './shown.ts';

/** What a count is of, in words; undefined for names that say it themselves. */
const KNOWN: Readonly<Record<string, string>> = {
  transitions: 'state transitions of Step Functions',
  mails: 'mails accepted by SES',
  'table.readUnits': 'read request units of DynamoDB',
  'table.writeUnits': 'write request units of DynamoDB',
  'log.bytes': 'bytes written to logs',
};

const wordsFor = (name: string): string =>
  KNOWN[name] ??
  name
    .replace(/^invocations\.(.*?)(Function)?([0-9A-F]{8})?$/, 'invocations of $1')
    .replace(/^calls\./, 'calls of the AWS service ');

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

const Counts = ({ total, since }: ReturnType<Desk['meter']['read']>) => (
  <div class="wide">
    <table class="narrow numbers">
      <caption>What AWS would count</caption>
      <thead>
        <tr>
          <th scope="col">Of what</th>
          <th scope="col">Since the start</th>
          <th scope="col">Since the last move</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(total)
          .sort(([a], [b]) => (wordsFor(a) < wordsFor(b) ? -1 : 1))
          .map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{wordsFor(name)}</th>
              <td>{number.format(count)}</td>
              <td>{since[name] ? number.format(since[name]) : ''}</td>
            </tr>
          ))}
      </tbody>
    </table>
  </div>
);

/** What the cloud would bill for: counts only, as prices depend on account, region and plan. */
export const meterPage = (desk: Desk): Shown => {
  const counts = desk.meter.read();
  return {
    title: 'Meter',
    children: (
      <>
        <h1>Meter</h1>
        <p class="soft">
          Counts, no prices: those differ by account and region. What these pages read to show themselves is
          left out; what you or others do through the API and the pages is in.
        </p>
        {Object.keys(counts.total).length === 0 ? (
          <p class="card">Nothing was counted yet. Start a plan, then move the clock.</p>
        ) : (
          <Counts {...counts} />
        )}
      </>
    ),
  };
};
