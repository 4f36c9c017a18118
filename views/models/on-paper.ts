import type { AcknowledgementAnswer } from '../../domain/plan.ts';
import { dayInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';

/** That an acknowledgement was given on paper, in words; `undefined` when it was not. */
export function onPaperInWords(
  { choice, onPaper }: AcknowledgementAnswer,
  { evidence, locale }: Words,
): string | undefined {
  return onPaper && evidence.onPaperSays[choice](dayInWords(onPaper.on, locale), onPaper.witness);
}
