import { Problem } from '../problems.ts';

export const noSuchJob = (): Problem =>
  new Problem(
    404,
    'job_not_found',
    'There is no bulk work with this id.',
    'Check the id. Bulk work and imported files are kept for thirty days.',
  );

export const notNow = (detail: string, wayOut: string): Problem =>
  new Problem(409, 'job_not_ready', detail, wayOut);

/** @param before the job that imports the same file, or did */
export const importedBefore = (before: string): Problem =>
  new Problem(
    409,
    'imported_before',
    'This very file was imported before, or is being imported now.',
    'Look at that import. Only if every plan is meant to be there twice, say so: import it again.',
    { sameAs: before },
  );

export const notYours = (owner: string): Problem =>
  new Problem(
    403,
    'not_your_import',
    `${owner} began this import: only they may upload its file.`,
    'Begin an import of your own, or ask them to upload it.',
  );

export const wrongField = (field: string, message: string): Problem =>
  new Problem(422, 'rules_broken', '1 rule is not met.', 'Correct each listed field and send it again.', {
    errors: [{ field, message, rule: 'shape', citation: '' }],
  });
