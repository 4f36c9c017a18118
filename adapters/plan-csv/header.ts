import { type Column, columnOf, REQUIRED } from './columns.ts';
import { type FileFault, UnreadableFile, unreadable } from './faults.ts';

/** What parts the columns: whichever of these stands most often in the first line. */
export function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (sign: string) => first.split(sign).length - 1;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * The columns in the order of the file.
 *
 * @throws UnreadableFile naming every heading that is unknown, double or missing.
 */
export function columnsIn(headings: readonly string[], line: number): Column[] {
  const columns = headings.map(columnOf);
  const faults: FileFault[] = headings.flatMap((heading, at) => {
    const column = columns[at];
    const place = `Column ${at + 1}`;
    if (heading === '') return [unreadable(`${place} has no heading: give it one, or delete it.`, line)];
    if (!column)
      return [unreadable(`The column "${heading.slice(0, 40)}" is not known: rename or delete it.`, line)];
    if (columns.indexOf(column) < at)
      return [unreadable(`The column ${column} is there twice: keep one of them.`, line, column)];
    return [];
  });
  const missing = REQUIRED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    faults.push(unreadable(`The first line names the columns. Missing: ${missing.join(', ')}.`, line));
  }
  if (!columns.some((name) => name === 'competency' || name === 'goal')) {
    faults.push(unreadable('One of the columns competency and goal is needed.', line));
  }
  if (faults.length > 0) throw new UnreadableFile(faults);
  return columns as Column[];
}
