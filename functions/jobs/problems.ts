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

export const wrongField = (field: string, message: string): Problem =>
  new Problem(422, 'rules_broken', '1 rule is not met.', 'Correct each listed field and send it again.', {
    errors: [{ field, message, rule: 'shape', citation: '' }],
  });
