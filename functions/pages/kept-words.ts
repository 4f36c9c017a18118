import type { Line } from '../../views/models.ts';
import type { Words } from '../../views/words/en.ts';
import { cleaned } from './form-reader.ts';
import type { Session } from './session.ts';

/**
 * The free text of a form that was not recorded, to be given back to whoever typed it. Nothing here comes from a plan,
 * so it can be shown to somebody whose link could not be checked.
 */
export function keptWords(form: URLSearchParams | undefined, words: Words): Line[] {
  return [...(form ?? [])].flatMap(([name, value]) => {
    const label = labelOf(name, words);
    const kept = cleaned(value).trim();
    return label && kept ? [{ label, value: kept }] : [];
  });
}

/** The free text of an answer that was saved and never sent. */
export const unsent = ({ saved }: Pick<Session, 'saved'>, words: Words): Line[] =>
  saved ? keptWords(new URLSearchParams(saved.values), words) : [];

function labelOf(name: string, words: Words): string | undefined {
  const w = words.receipt.answer;
  if (name.startsWith('note-')) return words.checkIn.note;
  if (name.startsWith('reason-')) return words.decision.reasons;
  if (name.startsWith('reading-')) return words.fairness.readings.value;
  const labels: Record<string, string> = {
    reason: w.reason,
    comment: w.comment,
    summary: w.summary,
    explanation: w.explanation,
    recognition: w.recognition,
    text: w.response,
    absenceReason: w.absenceReason,
    typedName: w.typedName,
  };
  return Object.hasOwn(labels, name) ? labels[name] : undefined;
}
