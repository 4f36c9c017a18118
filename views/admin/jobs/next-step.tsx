import { goodIn, type JobModel } from './model.ts';
import { counted, UP_TO_WORDS, type UpTo } from './words.ts';

/** What the reader can do about the work now. */
export const NextStep = (job: JobModel) => {
  if (!job.mayAct) return null;
  const { state, jobId } = job;
  if (state === 'uploading' && !job.mayUpload)
    return <p>{job.by} began it, and only they can upload the file.</p>;
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
  if (state === 'stopped' || state === 'failed' || state === 'waiting' || job.stalled) {
    return (
      <form method="post" action={`/admin/jobs/${jobId}/continue`} class="actions">
        <button type="submit">{state === 'waiting' ? 'Begin it' : 'Go on with the rest'}</button>
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
        <p class="notice notice-trouble" id="same-file">
          This very file was imported before, or is being imported now
          {job.sameAs.at ? ` (begun ${job.sameAs.at})` : ''}:{' '}
          <a href={job.sameAs.href}>look at that import</a>. Nothing is imported from here unless you tick
          that it is meant to be.
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
        {job.sameAs ? (
          <div class="option">
            <input
              type="checkbox"
              id="again"
              name="again"
              value="yes"
              required
              aria-describedby="same-file"
            />
            <label for="again">Import it again: every plan in it is there twice then</label>
          </div>
        ) : null}
        <div class="actions">
          <button type="submit">Import the {counted(good, 'good plan')}</button>
          {job.failed > 0 ? <a href="/admin/import">Correct the file and upload it again</a> : null}
        </div>
      </form>
    </section>
  );
};
