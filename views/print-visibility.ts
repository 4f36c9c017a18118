import { ROLES } from '../domain/plan.ts';
import { type Cell, CONDITIONS, FACT_KINDS, type FactKind, VISIBILITY } from './visibility.ts';
import { en } from './words/en.ts';

const COLUMNS = ROLES.filter((role) => role !== 'lead');

const MARKS: Record<Cell, string> = {
  yes: 'yes',
  no: '–',
  deciding: 'deciding',
  asked: 'asked',
  theirs: 'theirs',
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const rowOf = (kind: FactKind): string =>
  [capital(en.planPage.visibility.facts[kind]), ...COLUMNS.map((role) => MARKS[VISIBILITY[kind][role]])].join(
    ' | ',
  );

/** The reference of who sees what, as Markdown, made of the table that the pages ask. */
export const visibilityReference = (): string =>
  `${[
    '# Who sees what',
    '<!-- Written from views/visibility.ts by `npm run docs`; a test keeps it in step. -->',
    'Every page asks this table before it shows anything. A column is the part somebody has in a plan: whom it is about counts as the employee, also when they head a department or program under a plan; whoever issued it counts as the supervisor, whatever their role.',
    [
      `| Kind of information | ${COLUMNS.map((role) => en.common.roles[role]).join(' | ')} |`,
      `| --- |${COLUMNS.map(() => ' --- |').join('')}`,
      ...FACT_KINDS.map((kind) => `| ${rowOf(kind)} |`),
    ].join('\n'),
    [
      'Words in the table that mean “only then”:',
      ...CONDITIONS.map((condition) => `- *${condition}*: ${en.planPage.visibility.conditions[condition]}.`),
    ].join('\n'),
    'What somebody answered themselves they can always read again, for as long as their link opens. A row that says nobody holds for every page; it is kept in the record all the same.',
    '## Mails',
    'Mails carry names of people in the plan, days and what is asked. Of this table nothing ever stands in one but who takes part, whose work it is about, who has not answered in time, that the plan stands still, to whoever was handed something on paper what is recorded of that and, for Human Resources, which messages did not arrive.',
    '## The record',
    'Whoever is allowed to call the API reads the record as it is, except for answers to surveys: of those, who answered and what they said is withheld, and results come only in sum. The sealed record (`GET …/record`) alone holds those answers one by one, with who gave them, because nothing can be left out of it without breaking the seal: it is for HR and auditors, the form of a survey says so before anybody answers, and every reading of it is logged (`record_read`, with the plan’s id and that of the reader). Logs carry ids and codes, none of this.',
  ].join('\n\n')}\n`;

// `npm run docs` writes the page anew; a test keeps it in step.
if (import.meta.main) process.stdout.write(visibilityReference());
