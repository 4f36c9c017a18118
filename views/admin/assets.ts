import { apiDocsStyle } from './api-docs/style.ts';
import { editorScript } from './editor/script.ts';
import { editorStyle } from './editor/style.ts';
import { executionsStyle } from './executions/style.ts';
import { uploadScript } from './import/script.ts';
import { planStyle } from './plan/style.ts';
import { plansListStyle } from './plans-list/style.ts';
import { reportsStyle } from './reports/style.ts';
import { adminScript } from './script.ts';
import { adminStyle } from './style.ts';

/** What all pages of the site look like. */
export const siteStyle =
  adminStyle + editorStyle + planStyle + executionsStyle + plansListStyle + reportsStyle + apiDocsStyle;

/** What pages of the site do besides, where a browser lets them. */
export const siteScript = adminScript + editorScript + uploadScript;
