import type { EditorKind } from './plan-spec.ts';

export interface Section {
  /** Where a link leads. */
  id: string;
  title: string;
  lead?: string;
  /** Members of the plan, by name. */
  parts: readonly string[];
}

const title: Section = { id: 'what-about', title: 'What it is about', parts: ['title'] };
const who: Section = { id: 'who', title: 'Who', parts: ['participants', 'subject', 'issuer'] };
const why: Section = { id: 'why', title: 'Why a plan is needed', parts: ['reason'] };
const when: Section = {
  id: 'when',
  title: 'When and by which rules',
  parts: ['startDate', 'endDate', 'pack', 'timeZone'],
};
const what: Section = { id: 'what', title: 'What has to improve', parts: ['items'] };
const followUps: Section = { id: 'follow-ups', title: 'Follow-ups', parts: ['followUps'] };
const settings: Section = { id: 'settings', title: 'Settings', parts: ['settings'] };
const triage: Section = {
  id: 'triage',
  title: 'Is a plan the right thing?',
  lead: 'What is asked before a plan: a plan for what nobody said or helped with asks the wrong person to improve.',
  parts: ['triage'],
};

const all = [title, who, why, when, what, followUps, settings, triage];

/** The form in the order in which a plan is written. */
export const SECTIONS: Readonly<Record<EditorKind, readonly Section[]>> = {
  plan: all,
  redraft: [...all, { id: 'note', title: 'Note', parts: ['why'] }],
  amend: [
    title,
    { ...who, parts: ['participants'] },
    why,
    { id: 'when', title: 'When', parts: ['endDate'] },
    what,
    followUps,
    { id: 'because', title: 'Why it is amended', parts: ['why'] },
  ],
};

/** Whether a JSON pointer lies in one of the parts. */
export const sectionOf = (pointer: string, parts: readonly string[]): boolean =>
  parts.includes(pointer.split('/')[1] ?? '');
