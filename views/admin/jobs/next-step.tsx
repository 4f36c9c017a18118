import { goodIn, type JobModel } from './model.ts';
import { counted, UP_TO_WORDS, type UpTo } from './words.ts';

/** What the reader can do about the work now. */
export const NextStep = (job: JobModel) => {
  if (!job.mayAct) return null;
  const { state, jobId } = job;
  if (state === 'uploading' || state === 'unreadable') {
    return (
      <p>
        <a class="button" href="/admin/import">
          {state === 'uploading' ? 'Go on with the upload' : 'Choose another file'}
        </a>
        {state === 'uploading' ? (
          <span class="hint">Choose the same file again: only what is missing is sent.</span>
        ) : null}
      </p>
    );
  }
  if (state === 'checked') return <Import {...job} />;
  if (state === 'running' && !job.stalled) {
    return (
      <form method="post" action={`/admin/jobs/${jobId}/stop`} class="actions">
        <button type="submit" class="button-plain">
          Stop after the rows it is at
        </button>
        <span class="soft small">You can go on later. What is done stays done.</span>
      </form>
    );
  }
  if (state === 'stopped' || state === 'failed' || job.stalled) {
    return (
      <form method="post" action={`/admin/jobs/${jobId}/continue`} class="actions">
        <button type="submit">Go on with the rest</button>
        <span class="soft small">No row is done twice.</span>
      </form>
    );
  }
  return job.isImport ? (
    <p>
      <a class="button" href="/admin/plans?status=draft">
        Look at the drafts
      </a>
    </p>
  ) : null;
};

const Import = (job: JobModel) => {
  const good = goodIn(job);
  if (good === 0) {
    return (
      <div class="calm">
        <p>No plan of this file can be imported as it is. Correct the file, then upload it again.</p>
        <p>
          <a class="button" href="/admin/import">
            Upload the corrected file
          </a>
        </p>
      </div>
    );
  }
  return (
    <section class="card" aria-labelledby="next">
      <h2 id="next">Import the good plans?</h2>
      {job.sameAs ? (
        <p class="notice notice-trouble">
          This very file was imported before{job.sameAs.at ? `, ${job.sameAs.at}` : ''}:{' '}
          <a href={job.sameAs.href}>look at that import</a>. Importing it again makes every plan a second
          time.
        </p>
      ) : null}
      <form method="post" action={`/admin/jobs/${job.jobId}/start`}>
        <fieldset class="field">
          <legend>The plans</legend>
          {(Object.keys(UP_TO_WORDS) as UpTo[]).map((upTo) => (
            <div class="option" key={upTo}>
              <input
                type="radio"
                id={`up-to-${upTo}`}
                name="upTo"
                value={upTo}
                checked={upTo === (job.upTo ?? 'draft')}
              />
              <label for={`up-to-${upTo}`}>
                {UP_TO_WORDS[upTo]}
                {upTo === 'approve_and_launch' ? (
                  <span class="hint">Everybody in them is written to right away.</span>
                ) : null}
              </label>
            </div>
          ))}
        </fieldset>
        <div class="actions">
          <button type="submit">Import the {counted(good, 'good plan')}</button>
          {job.failed > 0 ? <a href="/admin/import">Correct the file and upload it again</a> : null}
        </div>
      </form>
    </section>
  );
};
