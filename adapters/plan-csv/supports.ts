import { FOLLOW_UP_TYPES, type FollowUpDate, type Support } from '../../domain/draft.ts';
import { listIn, type Read } from './cells.ts';

const KINDS: readonly string[] = ['training', 'mentor', 'tool', 'hours', 'other'] satisfies Support['kind'][];
const ENTRY = /^(\w+)\s+by\s+([\w-]+)\s+until\s+(\d{4}-\d\d-\d\d)\s*:\s*(.+)$/is;

/** `training by supervisor until 2026-12-18: Code refresher course`; whether the person takes part is for the rules. */
export function supportIn(cell: string): Read<Support[]> {
  return listIn(cell, (entry) => {
    const [, kind = '', owner = '', due = '', what = ''] = ENTRY.exec(entry) ?? [];
    if (!KINDS.includes(kind.toLowerCase())) {
      return {
        problem: `Write ${KINDS.join(', ')}, who sees to it, until when, and what: training by supervisor until 2026-12-18: Refresher course.`,
      };
    }
    return { value: { kind: kind.toLowerCase() as Support['kind'], what, owner: idOf(owner), due } };
  });
}

/** `2026-12-18: coaching` */
export function followUpsIn(cell: string): Read<FollowUpDate[]> {
  return listIn(cell, (entry) => {
    const [, date = '', named = '', agenda] =
      /^(\d{4}-\d\d-\d\d)\s*[:=]\s*([\w ]+?)\s*(?:\(([^)]*)\))?$/.exec(entry) ?? [];
    const type = FOLLOW_UP_TYPES.find((known) => known === named.toLowerCase().replaceAll(' ', '_'));
    if (!type || type === 'survey') {
      const kinds = FOLLOW_UP_TYPES.filter((known) => known !== 'survey').join(', ');
      return {
        problem: `Write a day, a colon and one of ${kinds}: 2026-12-18: coaching. Surveys are for JSON files.`,
      };
    }
    return { value: { date, type, ...(agenda && { agenda }) } };
  });
}

/** People are called by the column that names them. */
export function idOf(name: string): string {
  const word = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  return word === 'person' ? 'employee' : word === 'agencyhead' ? 'agency-head' : word;
}
