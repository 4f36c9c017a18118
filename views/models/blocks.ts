import type { Line } from './answer-view.ts';
import type { PlanView } from './plan-view.ts';
import type { RecordEntry } from './record-view.ts';

/** Rows of text under headings; the first cell of each row names it. */
export interface TableView {
  caption: string;
  head: string[];
  rows: string[][];
}

/** One part of a page that is only read. */
export interface Block {
  heading: string;
  paragraphs?: string[];
  facts?: Line[];
  list?: string[];
  /** People's own words, as they are. */
  quotes?: { who: string; text: string }[];
  tables?: TableView[];
  record?: RecordEntry[];
  plan?: PlanView;
}
