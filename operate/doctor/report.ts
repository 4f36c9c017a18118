import type { Finding } from './finding.ts';

const MARKS: Record<Finding['is'], string> = {
  ok: 'ok         ',
  'to do': 'TO DO      ',
  wrong: 'WRONG      ',
  'cannot tell': 'cannot tell',
};

/** A finding as it is read in a terminal; the fix stands by itself, to be copied. */
export const lineOf = ({ is, check, says, fix }: Finding): string =>
  [`${MARKS[is]}  ${check}: ${says}`, ...(fix ? [`             fix: ${fix}`] : [])].join('\n');

/** The last line. */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (is: Finding['is']) => findings.filter((one) => one.is === is).length;
  const [good, bad, open] = [count('ok'), count('wrong'), count('cannot tell')];
  const rest = open > 0 ? ` Of ${open} it cannot tell.` : '';
  return bad === 0
    ? `${good} of ${findings.length} are well, none is wrong.${rest}`
    : `${bad} ${bad === 1 ? 'thing is' : 'things are'} wrong, ${good} are well.${rest}`;
}
