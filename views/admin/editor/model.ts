import type { EditorKind } from './plan-spec.ts';

export interface Option {
  value: string;
  text: string;
}

/** Something that keeps the plan from being taken as it is. */
export interface Fault {
  /** JSON pointer into what is written. */
  field: string;
  message: string;
  /** Where it is from: `D13, DC Register …`; absent where nobody but the form asks for it. */
  source?: string;
}

/** Something that could be written better. */
export interface Advice {
  field: string;
  message: string;
  found?: string;
  rule: string;
}

export interface FutureMoment {
  /** `2027-01-19T14:00:00Z` */
  at: string;
  /** The same in words. */
  when: string;
  says: readonly string[];
  /** `Dana Reyes: Reminder` */
  mails: readonly string[];
}

/** What would become of the plan. */
export interface Futures {
  answered: readonly FutureMoment[];
  silent: readonly FutureMoment[];
}

export interface ChangeInWords {
  place: string;
  before: string | null;
  after: string | null;
}

/** What recording a new version would do at once. */
export interface Effects {
  changes: readonly ChangeInWords[];
  happens: readonly string[];
  mails: readonly string[];
  /** What moves with it: `Last day: … → …`. */
  moves: readonly ChangeInWords[];
}

/** Everything the editor shows. */
export interface EditorModel {
  kind: EditorKind;
  /** Where the form goes to. */
  action: string;
  version: number;
  pageKey: string;
  content: Readonly<Record<string, unknown>>;
  saved: { when: string; by: string };
  faults: readonly Fault[];
  /** What is missing in a form that nobody has worked on yet is no fault of anybody. */
  isUntouched: boolean;
  /** The entry that was just added, by its JSON pointer: nor is what is missing there. */
  added?: string;
  advice: readonly Advice[];
  people: readonly Option[];
  competencies: readonly Option[];
  packs: readonly Option[];
  /** What the organisation's own settings are, where a field may be left empty. */
  defaults: { pack: string; timeZone: string };
  futures?: Futures;
  effects?: Effects;
  /** The plan it changes. */
  plan?: { id: string; title: string };
  /** Why an approver sent the draft back, the newest last. */
  returned: readonly { by: string; when: string; comment: string }[];
}
