import type { Line } from '../models/answer-view.ts';
import { documentOf, type Frame } from '../parts/document.tsx';
import { Facts } from '../parts/plan-parts.tsx';

/** That it was saved and not sent, and how to come back. `back` is the page of the question. */
export function savedPage(facts: Line[], back: string, frame: Frame): string {
  const w = frame.words.saving.saved;
  return documentOf({
    frame,
    tab: w.tab,
    children: (
      <>
        <div class="done">
          <h1>{w.heading}</h1>
          <Facts facts={facts} />
        </div>
        <h2>{w.back}</h2>
        <p>{w.backSays}</p>
        <p>{w.private}</p>
        <p>{w.name}</p>
        <p>
          <a class="down" href={back}>
            {w.goOn}
          </a>
        </p>
      </>
    ),
  });
}
