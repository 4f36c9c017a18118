import * as z from 'zod/mini';
import { IMPORT_OPERATIONS } from './import-operations.ts';
import { type Operation, page, query } from './operation.ts';
import { PLAN_OPERATIONS } from './plan-operations.ts';
import { PacksAnswerShape, ReportShape } from './record-answers.ts';

const quarter = { type: 'string', pattern: '^(20|21)\\d\\d-Q[1-4]$' };

/** What the reference says of every route, by its key. A test holds that none is missing. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  ...PLAN_OPERATIONS,
  ...IMPORT_OPERATIONS,
  'GET /api/reports': {
    id: 'report',
    tag: 'Reports',
    summary: 'Read the reports',
    says: 'In numbers, how the plans whose last day lies in some quarters went: decisions that came late, check-ins by the manager who was asked; and of one whole calendar year that is over, outcomes and durations by group. Groups of fewer than five are left out, and so is what they could be worked out from.',
    parameters: [
      query('from', 'First quarter; three quarters before the present one when absent.', quarter),
      query('to', 'Last quarter; the present one when absent. At most 12 quarters.', quarter),
    ],
    answers: [{ status: 200, says: 'The reports.', name: 'Report', shape: ReportShape }],
    problems: ['rules_broken'],
  },
  'GET /api/packs': {
    id: 'listPacks',
    tag: 'Rules',
    summary: 'List the rule packs',
    says: 'Every pack in full, with its citations.',
    parameters: page(1000, 1000),
    answers: [{ status: 200, says: 'One page of packs.', name: 'PackList', shape: PacksAnswerShape }],
    problems: ['bad_cursor', 'rules_broken'],
  },
  'GET /api/openapi.json': {
    id: 'openApi',
    tag: 'Rules',
    summary: 'Read this document',
    says: 'OpenAPI 3.1, made of the same shapes that requests are checked with. The page /api/docs shows it to people who are signed in.',
    answers: [
      {
        status: 200,
        says: 'The document.',
        name: 'OpenApiDocument',
        shape: z.looseObject({ openapi: z.literal('3.1.1') }),
      },
    ],
    problems: [],
  },
};
