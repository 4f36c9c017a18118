import type { DecisionCopyModel } from '../models/decision-copy.ts';
import { Blocks } from '../parts/blocks.tsx';
import { documentOf, type Frame } from '../parts/document.tsx';
import { PlanAgain } from '../parts/plan-again.tsx';
import { Facts, PlanTitle } from '../parts/plan-parts.tsx';
import { PlanRecord } from '../parts/record.tsx';
import { Said } from '../parts/said.tsx';

/** The written decision, read-only, with the record it was made from. */
export function decisionCopyPage(model: DecisionCopyModel, frame: Frame): string {
  const { words } = frame;
  const w = words.decisionCopy;
  const said = model.byRule ? w.byRule : w;
  return documentOf({
    frame,
    tab: said.tab,
    children: (
      <>
        <PlanTitle title={model.planTitle} />
        <h1>{said.heading}</h1>
        <p class="lead">{model.own ? said.leadSelf : said.lead(model.subject)}</p>
        {model.byRule ? <p class="calm">{model.byRule}</p> : null}
        <Facts facts={model.facts} />
        {model.awaited.map((sentence) => (
          <p class="calm" key={sentence}>
            {sentence}
          </p>
        ))}
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
            <p class="kept">
              <Said text={model.summary} by={model.said} />
            </p>
          </>
        ) : null}
        {model.explanation ? (
          <>
            <h2>{w.explanation}</h2>
            <p class="kept">
              <Said text={model.explanation} by={model.said} />
            </p>
          </>
        ) : null}
        <h2>{w.record}</h2>
        <PlanRecord record={model.record} words={words} />
        <Blocks blocks={model.fairness} words={words} />
        <p>{said.questions}</p>
        <p class="soft screen">{words.common.print}</p>
        <PlanAgain plan={model.plan} words={words} />
      </>
    ),
  });
}
