import { writeFileSync } from 'node:fs';
import type { HolidayCalendar, HolidayRule, RulePack, Setting, Verification } from '../domain/pack.ts';
import { ruleLibrary } from './packs.ts';

const HOW_SURE: Record<Verification, string> = {
  verified: 'read at its source',
  mirror: 'read in a copy of the official text',
  secondary: 'read where others quote it',
  recalled: 'only remembered: read the text before you rely on it',
  product_default: 'our own default, not a law',
};
const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

/** Every rule, setting and holiday of the library as one Markdown page. */
export function printPacks(packs: RulePack[], calendars: HolidayCalendar[]): string {
  return [
    '# Rule packs',
    'A rule pack says in data what the rules of one employer say: how long a plan lasts, who issues and who decides it, when a decision is due. Each plan is pinned to one version of one pack. A refusal names the rule it comes from by the ids below.',
    'This is not legal advice. Each rule says how sure we are of its text; check it at its source before you rely on it.',
    'This page is written from the files in `packs/` by `npm run docs`.',
    ...packs.flatMap(printPack),
    '# Holiday calendars',
    ...calendars.flatMap(printCalendar),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function printPack(pack: RulePack): string[] {
  return [
    `## \`${pack.id}@${pack.version}\``,
    `${pack.title}. Business days are counted on the calendar \`${pack.calendar}\`.`,
    '### Rules',
    table(
      ['Rule', 'It says', 'Citation', 'How sure'],
      pack.rules.map(({ id, says, citation, source, verification }) => [
        id,
        says,
        source ? `[${citation}](${source})` : citation,
        HOW_SURE[verification],
      ]),
    ),
    '### Settings',
    table(
      ['Setting', 'Is', 'Rule'],
      settingsOf(pack, '').map(([name, { is, rule }]) => [`\`${name}\``, say(is), rule]),
    ),
  ];
}

function printCalendar(calendar: HolidayCalendar): string[] {
  const { observed } = calendar;
  const moves = [
    observed.saturday === 'friday' ? 'a holiday on a Saturday is observed on the Friday before' : undefined,
    observed.sunday === 'monday' ? 'a holiday on a Sunday is observed on the Monday after' : undefined,
  ].filter((move) => move !== undefined);
  const weekend = calendar.weekend.map((day) => WEEKDAYS[day]).join(' and ');
  return [
    `## \`${calendar.id}\``,
    `${calendar.title}. Days off every week: ${weekend}.${moves.length > 0 ? ` By ${observed.citation}, ${moves.join(', and ')}.` : ''}`,
    ...(calendar.holidays.length > 0
      ? [
          table(
            ['Holiday', 'When', 'Citation', 'How sure'],
            calendar.holidays.map((holiday) => [
              holiday.name,
              when(holiday),
              holiday.source ? `[${holiday.citation}](${holiday.source})` : holiday.citation,
              HOW_SURE[holiday.verification],
            ]),
          ),
        ]
      : []),
    ...(calendar.notes ?? []),
  ];
}

function when(holiday: HolidayRule): string {
  const { on } = holiday;
  const month = MONTHS[on.month];
  const nth =
    'nth' in on ? (on.nth === -1 ? 'last' : ['', 'first', 'second', 'third', 'fourth'][on.nth]) : '';
  const day = 'day' in on ? `${on.day} ${month}` : `${nth} ${WEEKDAYS[on.weekday]} of ${month}`;
  const years = 'every' in holiday ? `, every ${holiday.every} years since ${holiday.since}` : '';
  return `${day}${years}${holiday.from ? `, since ${holiday.from}` : ''}`;
}

function settingsOf(value: object, name: string): [string, Setting<unknown>][] {
  if ('is' in value && 'rule' in value) return [[name, value as Setting<unknown>]];
  return Object.entries(value).flatMap(([key, entry]) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? settingsOf(entry, name ? `${name}.${key}` : key)
      : [],
  );
}

/** A value as a reader takes it in: lists with commas, fields as `name value`, nothing as "none". */
function say(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value.map(say).join(typeof value[0] === 'object' ? '<br>' : ', ') || 'none';
  if (typeof value !== 'object') return String(value);
  if ('code' in value && 'title' in value)
    return sayCoded({ ...value, code: value.code, title: value.title });
  return Object.entries(value)
    .map(
      ([key, entry]) =>
        `${key}: ${typeof entry === 'object' && entry !== null ? `(${say(entry)})` : say(entry)}`,
    )
    .join('; ');
}

/** A competency or an outcome: its code, its title, what it means, and which of its flags are up. */
function sayCoded(entry: { code: unknown; title: unknown; description?: unknown }): string {
  const flags = Object.entries(entry).flatMap(([key, up]) => (up === true ? [key] : []));
  const meaning = entry.description ? `: ${entry.description}` : '';
  return `\`${entry.code}\` ${entry.title}${meaning}${flags.length > 0 ? ` (${flags.join(', ')})` : ''}`;
}

/** Padded as the formatter pads, so that writing the page and formatting the project agree. */
function table(head: string[], rows: string[][]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  lines.splice(
    1,
    0,
    widths.map((width) => '-'.repeat(width)),
  );
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

// `npm run docs` writes the page anew; a test keeps it in step.
if (import.meta.main) {
  const library = ruleLibrary();
  const page = new URL('../docs/reference/rule-packs.md', import.meta.url);
  writeFileSync(page, printPacks(library.list(), library.calendars()));
}
