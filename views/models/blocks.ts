import type { Line } from './answer-view.ts';
import type { PlanView } from './plan-view.ts';
import type { RecordEntry } from './record-view.ts';
import type { Said } from './said.ts';

/** Rows of text under headings; the first cell of each row names it. */
export interface TableView {
  caption: string;
  head: string[];
  rows: string[][];
}

/** Somebody's own words, under who said them and when. */
export interface Quote {
  who: string;
  text: string;
  said?: Said;
  /** Which parts of the text they wrote, where it is not all of it. */
  parts?: string[];
}

/** One part of a page that is only read. */
export interface Block {
  heading: string;
  paragraphs?: string[];
  facts?: Line[];
  list?: string[];
  /** People's own words, as they are. */
  quotes?: Quote[];
  tables?: TableView[];
  record?: RecordEntry[];
  plan?: PlanView;
}
