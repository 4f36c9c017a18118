import { writeFileSync } from 'node:fs';
import type { CitedRule, HolidayCalendar, HolidayRule, RulePack, Verification } from '../domain/pack.ts';
import { packJsonSchema } from './pack-schema.ts';
import { type FoundSetting, settingsOf } from './pack-settings.ts';
import { publishedFiles, ruleLibrary } from './packs.ts';
import { printJson } from './print-json.ts';
import { refOf } from './resolve-pack.ts';

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

/** Every setting, rule and holiday of the library as one Markdown page. */
export function printPacks(packs: RulePack[], calendars: HolidayCalendar[]): string {
  return [
    '# Packs',
    'A rule pack says in data what the rules of one employer say: how long a plan lasts, who issues and who decides it, when a decision is due. Each plan is pinned to one version of one pack. A refusal names the rule it comes from by the ids below.',
    'This is not legal advice. Each rule says how sure we are of its text; check it at its source before you rely on it. What was not found is said too.',
    'This page is written from the files in `packs/` by `npm run docs`. An organisation adds packs of its own without code: [write a pack](../how-to/write-a-pack.md).',
    table(
      ['Pack', 'For', 'Extends', 'Calendar', 'Rules', 'Read', 'Quoted or recalled', 'Our default'],
      packs.map((pack) => [
        `[\`${refOf(pack)}\`](#${anchor(refOf(pack))})`,
        pack.title,
        baseOf(pack) ? `\`${baseOf(pack)}\`` : '',
        `[\`${pack.calendar}\`](#${anchor(pack.calendar)})`,
        String(pack.rules.length),
        howMany(pack, ['verified', 'mirror']),
        howMany(pack, ['secondary', 'recalled']),
        howMany(pack, ['product_default']),
      ]),
    ),
    ...packs.flatMap((pack) => printPack(pack, packs)),
    '# Holiday calendars',
    ...calendars.flatMap(printCalendar),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function printPack(pack: RulePack, packs: RulePack[]): string[] {
  const base = packs.find((each) => refOf(each) === baseOf(pack));
  const inherited = new Map(base && settingsOf(base).map(({ pointer, setting }) => [pointer, setting]));
  const rules = new Map(pack.rules.map((rule) => [rule.id, rule]));
  const alike = base ? pack.rules.filter((rule) => base.rules.some((other) => isSame(rule, other))) : [];
  const isOwn = ({ pointer, setting: { is, rule } }: FoundSetting) =>
    !isSame(is, inherited.get(pointer)?.is) || !alike.includes(rules.get(rule) as CitedRule);
  const settings = settingsOf(pack).filter(({ pointer }) => !pointer.startsWith('/shown/'));
  return [
    `## \`${refOf(pack)}\``,
    `${pack.title}. Business days are counted on the calendar \`${pack.calendar}\`.`,
    '### Settings',
    ...(base
      ? [`What is not in this table is as [\`${refOf(base)}\`](#${anchor(refOf(base))}) has it.`]
      : []),
    table(
      ['Setting', 'Is', 'Rule', 'How sure', 'Citation'],
      settings.filter(isOwn).map(({ pointer, setting: { is, rule } }) => {
        const { verification, citation } = rules.get(rule) as CitedRule;
        const name = `\`${pointer.slice(1).replaceAll('/', '.')}\``;
        return [name, say(is), rule, HOW_SURE[verification], citation];
      }),
    ),
    '### Shown, not checked',
    table(
      ['Where', 'Rule', 'It says'],
      pack.shown.map(({ is, rule }) => [`with the ${is}`, rule, rules.get(rule)?.says ?? '']),
    ),
    '### Rules',
    ...(alike.length > 0
      ? [`As in \`${baseOf(pack)}\`: ${alike.map((rule) => rule.id).join(', ')}. Its own:`]
      : []),
    table(
      ['Rule', 'It says', 'How sure', 'Citation'],
      pack.rules
        .filter((rule) => !alike.includes(rule))
        .map((rule) => [rule.id, rule.says, HOW_SURE[rule.verification], cite(rule)]),
    ),
  ];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const cite = ({ citation, source }: Pick<CitedRule, 'citation' | 'source'>): string =>
  source ? `[${citation}](${source})` : citation;

const baseOf = (pack: RulePack): string | undefined =>
  publishedFiles().find((file) => refOf(file) === refOf(pack))?.extends;

const howMany = ({ rules }: RulePack, marks: Verification[]): string =>
  String(rules.filter((rule) => marks.includes(rule.verification)).length);

/** The heading of a pack or calendar as a fragment. */
const anchor = (heading: string): string => heading.toLowerCase().replaceAll(/[^a-z0-9-]/g, '');

function printCalendar(calendar: HolidayCalendar): string[] {
  const { observed } = calendar;
  const moves = [
    observed.saturday === 'friday' ? 'a holiday on a Saturday is observed on the Friday before' : undefined,
    observed.sunday === 'monday' ? 'a holiday on a Sunday is observed on the Monday after' : undefined,
    observed.saturday === 'next' ? 'a holiday on a weekend is observed on the next working day' : undefined,
  ].filter((move) => move !== undefined);
  const weekend = calendar.weekend.map((day) => WEEKDAYS[day]).join(' and ');
  return [
    `## \`${calendar.id}\``,
    `${calendar.title}. Days off every week: ${weekend}.${moves.length > 0 ? ` By ${observed.citation}, ${moves.join(', and ')}.` : ''}`,
    ...(calendar.holidays.length > 0
      ? [
          table(
            ['Holiday', 'When', 'How sure', 'Citation'],
            calendar.holidays.map((holiday) => [
              holiday.name,
              when(holiday),
              HOW_SURE[holiday.verification],
              cite(holiday),
            ]),
          ),
        ]
      : []),
    ...(calendar.notes ?? []),
  ];
}

function when(holiday: HolidayRule): string {
  const years = 'every' in holiday ? `, every ${holiday.every} years since ${holiday.since}` : '';
  return `${dayOf(holiday.on)}${years}${holiday.from ? `, since ${holiday.from}` : ''}`;
}

function dayOf(on: HolidayRule['on']): string {
  if ('easter' in on) {
    const days = Math.abs(on.easter);
    return `${days} ${days === 1 ? 'day' : 'days'} ${on.easter < 0 ? 'before' : 'after'} Easter Sunday`;
  }
  if ('day' in on) return `${on.day} ${MONTHS[on.month]}`;
  const nth = on.nth === -1 ? 'last' : ['', 'first', 'second', 'third', 'fourth'][on.nth];
  return `${nth} ${WEEKDAYS[on.weekday]} of ${MONTHS[on.month]}`;
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

/** Not padded: a longer cell then changes its own line and no other. */
function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

// `npm run docs` writes the page and the schema anew; a test keeps them in step.
if (import.meta.main) {
  const library = ruleLibrary();
  const write = (file: string, text: string) => writeFileSync(new URL(`../${file}`, import.meta.url), text);
  write('docs/reference/packs.md', printPacks(library.list(), library.calendars()));
  write('packs/pack.schema.json', printJson(packJsonSchema()));
}
