import type { AcknowledgementAnswer } from '../../domain/plan.ts';
import type { Words } from '../words/en.ts';
import type { FactOf, Speaker } from './speaker.ts';

type Served = FactOf<'ServedOnPaper'>;

/** That something was handed over on paper, who saw it, and whether it takes the place of what was said before. */
export const served = (fact: Served, { onPaper, timeline }: Words, say: Speaker): string =>
  sentence(fact, timeline.past.ServedOnPaper, onPaper, say);

/** The same of what is only tried. */
export const servedPlanned = (fact: Served, { onPaper }: Words, say: Speaker): string =>
  sentence(fact, onPaper.planned, onPaper, say);

type Says = Record<
  'received' | 'signed' | 'notSigned',
  (name: string, question: string, on: string, witness: string) => string
>;

function sentence(
  { requestId, to, on, witness, signed, replaces }: Served,
  w: Says,
  { replaces: inPlaceOf }: Words['onPaper'],
  say: Speaker,
): string {
  const how = signed === undefined ? 'received' : signed ? 'signed' : 'notSigned';
  const said = w[how](say.people([to]), say.question(requestId), say.day(on), witness);
  return replaces === undefined ? said : `${said} ${inPlaceOf}`;
}

/** The answer that comes with a paper, of what is only tried. */
export function answeredOnPaper(
  { choice, typedName }: AcknowledgementAnswer,
  name: string,
  { onPaper: { planned } }: Words,
): string {
  return choice === 'sign' ? planned.sign(name, typedName) : planned.decline(name);
}
