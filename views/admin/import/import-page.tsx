import { type AdminFrame, adminPage } from '../layout.tsx';

/** What an upload of a whole file at once may weigh, in MB. */
export const MOST_MEGABYTES = 4;

/** Choosing a file with plans. Nothing is imported before every row of it was checked and somebody said so. */
export const importPage = (frame: AdminFrame, fault?: string): string =>
  adminPage(
    frame,
    {
      title: 'Import plans',
      lead: 'From a spreadsheet saved as CSV, or from JSON. First every row is checked by the rules, and nothing is kept; then you choose.',
    },
    <>
      {fault ? (
        <div class="faults" role="alert">
          <h2>The file was not taken</h2>
          <p>
            <a href="#file">{fault}</a>
          </p>
        </div>
      ) : null}
      <form method="post" action="/admin/import" encType="multipart/form-data" class="card" data-upload>
        <div class={fault ? 'field wrong' : 'field'}>
          <label for="file">The file</label>
          <span class="hint" id="file-hint">
            Ends with .csv, .json, .jsonl or .ndjson.{' '}
            <span data-needs-script>Up to 75 MB and 50,000 plans.</span>
            <noscript>Up to {MOST_MEGABYTES} MB; larger ones need scripts, or the API.</noscript>
          </span>
          <input
            id="file"
            name="file"
            type="file"
            required
            accept=".csv,.json,.jsonl,.ndjson,text/csv,application/json"
            aria-describedby="file-hint"
          />
        </div>
        <div class="actions">
          <button type="submit">Upload and check</button>
        </div>
        <div data-upload-progress hidden>
          <progress max="1" value="0" aria-label="How much of the file is there" />
        </div>
        <p data-upload-status role="status" />
      </form>
      <section aria-labelledby="csv">
        <h2 id="csv">CSV: one line per item</h2>
        <p>
          <a href="/admin/import/template.csv">Download a template</a> with two plans in it. The first line
          names the columns; order, case and spaces do not matter, and columns you do not need may be left
          out.
        </p>
        <ul>
          <li>
            A plan with several items takes several lines, with the same word in the column <code>plan</code>.
            What is said of the whole plan stands in the first of them.
          </li>
          <li>
            Days are written <code>2026-12-01</code>, numbers with a point: <code>12.5</code>.
          </li>
          <li>
            Lists go into one cell, parted by semicolons: <code>2026-12-18=65; 2027-01-08=80</code> in{' '}
            <code>checkIns</code>.
          </li>
          <li>
            Save it as <em>CSV UTF-8</em>. Commas, semicolons and tabs between the columns are all read.
          </li>
        </ul>
      </section>
      <section aria-labelledby="json">
        <h2 id="json">JSON: everything a plan can say</h2>
        <p>
          A list of plans, <code>{'{"plans": […]}'}</code>, or one plan per line, each as{' '}
          <code>POST /api/plans</code> takes it. Surveys, several reviewers and departments with many
          stakeholders need JSON.
        </p>
      </section>
    </>,
  );
