import type { Plan, Request, RequestId, RequestKind, ScheduledRequest, Version } from '../../domain/plan.ts';
import { dayInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';

/** As much of a question as it takes to name it. */
export type Named = Pick<ScheduledRequest, 'kind'> & Partial<ScheduledRequest>;

/** What is known of a question: opened, planned, or only its id (ids tell their kind). */
export function questionOf(plan: Plan, requestId: RequestId): Named {
  return (
    plan.requests[requestId] ??
    plan.scheduled.find(({ id }) => id === requestId) ?? {
      kind: kindOf(requestId),
      ...dated(requestId),
      ...regarding(requestId),
    }
  );
}

/** The version of the plan by which a question is not asked any more; `undefined` when it closed by anything else. */
export const replacedBy = (
  { status, closedAt }: Pick<Request, 'status' | 'closedAt'>,
  { versions, closedAt: over }: Plan,
): Version | undefined =>
  status === 'superseded' && closedAt !== over ? versions.findLast(({ at }) => at === closedAt) : undefined;

const KINDS: [RegExp, RequestKind][] = [
  [/^acknowledgement/, 'acknowledgement'],
  [/^survey-/, 'survey'],
  [/^support-/, 'support'],
  [/^response-/, 'response'],
  [/^attribution-/, 'attribution'],
  [/^approval-/, 'approval'],
  [/^accommodation-/, 'accommodation'],
  [/^decision/, 'decision'],
];
const kindOf = (id: RequestId): RequestKind => KINDS.find(([begins]) => begins.test(id))?.[1] ?? 'check_in';

function dated(id: RequestId): { date?: string } {
  const date = /(\d{4}-\d{2}-\d{2})/.exec(id)?.[1];
  return date ? { date } : {};
}

const regarding = (id: RequestId): { regarding?: RequestId } =>
  id.startsWith('attribution-') ? { regarding: id.slice('attribution-'.length) } : {};

/** A question as a title: `Check-in of Tuesday, December 15, 2026`. */
export function questionInWords({ kind, date, followUp, version }: Named, words: Words): string {
  if (version) return words.common.ofVersion(words.common.questions[kind], version);
  if ((kind !== 'check_in' && kind !== 'survey') || !date) return words.common.questions[kind];
  const type = followUp?.type ?? (kind === 'survey' ? 'survey' : 'progress');
  return words.common.dated(words.common.followUps[type], dayInWords(date, words.locale));
}

/** The check-in that HR is asked about, within a sentence. */
export function theMissed({ id, regarding }: Named, plan: Plan, words: Words): string {
  const about = questionOf(plan, regarding ?? id ?? '');
  return theQuestion({ ...about, kind: 'check_in' }, plan, words);
}

/** A question within a sentence: `the check-in of Tuesday, December 15, 2026`. */
export function theQuestion(question: Named, plan: Plan, words: Words): string {
  const w = words.timeline.question;
  const { kind, date, followUp, version } = question;
  const day = date && dayInWords(date, words.locale);
  switch (kind) {
    case 'acknowledgement':
      return version ? w.newVersion(version) : w.acknowledgement;
    case 'check_in':
    case 'survey': {
      const what = words.common.followUps[followUp?.type ?? (kind === 'survey' ? 'survey' : 'progress')];
      return w.dated(what.toLowerCase(), day ?? question.id ?? '');
    }
    case 'support':
      return day ? w.support(day) : w.supportUndated;
    case 'response':
      return w.response[question.responseTo ?? 'decision'];
    case 'attribution':
      return w.attribution(theMissed(question, plan, words));
    default:
      return w[kind];
  }
}
