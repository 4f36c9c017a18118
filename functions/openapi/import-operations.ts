import * as z from 'zod/mini';
import {
  ImportResultsShape,
  ImportShape,
  NewImportShape,
  ReceivedShape,
  StartImportShape,
} from '../api/import-shapes.ts';
import { type Operation, query } from './operation.ts';
import { OF_A_BODY } from './problems.ts';

const STATE = { says: 'How far it is.', name: 'Import', shape: ImportShape };

const step = (id: string, summary: string, says: string): Operation => ({
  id,
  tag: 'Imports',
  summary,
  says,
  answers: [{ status: 202, ...STATE }],
  problems: ['job_not_found', 'job_not_ready', 'rules_broken'],
});

/** The routes of imports. */
export const IMPORT_OPERATIONS: Readonly<Record<string, Operation>> = {
  'POST /api/imports': {
    id: 'beginImport',
    tag: 'Imports',
    summary: 'Begin an import',
    says: 'Many plans from one file: begin, send the file in parts, check it, start. Nothing becomes a plan before the start. `then` says what becomes of the plans; drafts when it is absent.',
    body: { shape: NewImportShape, name: 'NewImport' },
    answers: [{ status: 201, ...STATE, headers: ['Location'] }],
    problems: OF_A_BODY,
  },
  'POST /api/imports/{jobId}/parts/{part}': {
    id: 'sendPart',
    tag: 'Imports',
    summary: 'Send a part of the file',
    says: 'Parts are numbered from 0 and cut between lines. The same number again replaces what was sent, so a part whose answer was lost is simply sent again; `received` says which are there. Only whoever began the import may.',
    body: { shape: z.unknown(), name: 'ImportPart', types: ['application/json', 'text/csv'] },
    answers: [{ status: 200, says: 'Which parts are there.', name: 'Received', shape: ReceivedShape }],
    problems: [
      'job_not_found',
      'not_your_import',
      'job_not_ready',
      'too_large',
      'unsupported_media_type',
      'rules_broken',
    ],
  },
  'POST /api/imports/{jobId}/check': step(
    'checkImport',
    'Check every row',
    'Looks at every row by the rules of its pack and keeps nothing. `progress` says how far it is; every fault is among the results.',
  ),
  'POST /api/imports/{jobId}/start': {
    ...step(
      'startImport',
      'Import the good rows',
      'Makes a plan of every row that was found good. A row is never imported twice, however often this is sent.',
    ),
    body: { shape: StartImportShape, name: 'StartImport', optional: true },
    problems: ['job_not_found', 'job_not_ready', 'imported_before', ...OF_A_BODY],
  },
  'POST /api/imports/{jobId}/stop': step(
    'stopImport',
    'Stop',
    'What is being worked on is finished; nothing after it is begun.',
  ),
  'POST /api/imports/{jobId}/continue': step(
    'continueImport',
    'Go on',
    'Goes on with what is not done yet, after a stop or when nothing has moved for long.',
  ),
  'GET /api/imports/{jobId}': {
    id: 'getImport',
    tag: 'Imports',
    summary: 'See how far an import is',
    says: 'With the first rows that something is wrong with.',
    answers: [{ status: 200, ...STATE }],
    problems: ['job_not_found'],
  },
  'GET /api/imports/{jobId}/results': {
    id: 'importResults',
    tag: 'Imports',
    summary: 'List how the rows came out',
    says: 'In the order of the file: the plan that became of a row, or everything that is wrong with it.',
    parameters: [query('cursor', 'Where the page before ended, as its answer said.', { type: 'string' })],
    answers: [{ status: 200, says: 'One page of rows.', name: 'ImportResults', shape: ImportResultsShape }],
    problems: ['job_not_found', 'bad_cursor'],
  },
};
