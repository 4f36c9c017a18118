import { type AdminFrame, adminPage } from '../layout.tsx';
import { BULK_CRUMBS, type BulkModel, Carried, plansInWords } from './choose-page.tsx';

/** What would happen to one plan. */
export interface BulkRow {
  planId: string;
  title: string;
  outcome: 'would' | 'already' | 'refused';
  says: readonly string[];
  /** How many people would be written to. */
  mails: number;
}

const PILLS = {
  would: ['pill pill-good', 'would be done'],
  already: ['pill', 'is so already'],
  refused: ['pill pill-bad', 'would be refused'],
} as const;

/** What it would do to each plan, and the button that begins it; `key` makes of two presses of it one piece of work. */
export const bulkPreviewPage = (
  frame: AdminFrame,
  model: BulkModel,
  { rows, later, key }: { rows: readonly BulkRow[]; later: number; key: string },
): string => {
  const count = (outcome: BulkRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  const mails = rows.reduce((sum, row) => sum + row.mails, 0);
  return adminPage(
    frame,
    {
      title: `${model.title}: what it would do`,
      lead: 'Nothing is done yet. Each plan is asked again when its turn comes.',
      crumbs: BULK_CRUMBS,
      wide: true,
    },
    <>
      <ul class="calm summary-of-bulk">
        <li>
          <strong>{plansInWords(count('would'))}</strong> would be done, with{' '}
          {mails === 1 ? '1 mail' : `${mails} mails`} to people.
        </li>
        {count('already') > 0 ? (
          <li>{plansInWords(count('already'))} are so already and stay as they are.</li>
        ) : null}
        {count('refused') > 0 ? (
          <li>{plansInWords(count('refused'))} would be refused and stay as they are; the table says why.</li>
        ) : null}
        {later > 0 ? (
          <li>
            {plansInWords(later)} more were not looked at here. They are when they are done, and the result
            says how it went.
          </li>
        ) : null}
      </ul>
      <table class="table wraps">
        <caption>
          {later > 0 ? `The first ${rows.length} of ${rows.length + later} plans` : plansInWords(rows.length)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Outcome</th>
            <th scope="col">What would happen, or why not</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ planId, title, outcome, says }) => (
            <tr key={planId}>
              <th scope="row">
                <a href={`/admin/plans/${planId}`}>{title}</a>
                <br />
                <span class="soft small">{planId}</span>
              </th>
              <td data-label="Outcome">
                <span class={PILLS[outcome][0]}>{PILLS[outcome][1]}</span>
              </td>
              <td data-label="What">{says.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="post" action="/admin/bulk/start">
        <Carried model={model} />
        <input type="hidden" name="key" value={key} />
        {[...model.values].map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ))}
        <div class="actions">
          {count('would') + later > 0 ? (
            <button type="submit" class={model.final ? 'button-danger' : undefined}>
              {`${model.title} now, for ${plansInWords(count('would') + later)}`}
            </button>
          ) : null}
          <button type="submit" formAction="/admin/bulk" name="step" value="change" class="button-plain">
            Change the values
          </button>
          <a href="/admin/plans">Leave it, back to the plans</a>
        </div>
      </form>
    </>,
  );
};
