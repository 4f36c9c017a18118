import type { DecisionCopyModel } from '../models/decision-copy.ts';
import { documentOf, type Frame } from '../parts/document.tsx';
import { Facts } from '../parts/plan-parts.tsx';
import { PlanRecord } from '../parts/record.tsx';

/** The written decision, read-only, with the record it was made from. */
export function decisionCopyPage(model: DecisionCopyModel, frame: Frame): string {
  const { words } = frame;
  const w = words.decisionCopy;
  return documentOf({
    frame,
    tab: w.tab,
    children: (
      <>
        <p class="caption">{model.planTitle}</p>
        <h1>{w.heading}</h1>
        <p class="lead">{model.own ? w.leadSelf : w.lead(model.subject)}</p>
        <Facts facts={model.facts} />
        {model.byRule ? <p class="calm">{model.byRule}</p> : null}
        {model.notice ? (
          <p class="calm">
            <strong>{w.notice}</strong>
          </p>
        ) : null}
        {model.reasons.length > 0 ? (
          <>
            <h2>{w.reasons}</h2>
            <Facts facts={model.reasons} />
          </>
        ) : null}
        {model.summary ? (
          <>
            <h2>{w.summary}</h2>
            <p class="kept">{model.summary}</p>
          </>
        ) : null}
        <h2>{w.record}</h2>
        <PlanRecord record={model.record} words={words} />
        <p>{w.questions}</p>
        <p class="soft screen">{words.common.print}</p>
      </>
    ),
  });
}
