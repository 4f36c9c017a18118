import type { ReceiptModel } from '../models/receipt.ts';
import { documentOf, type Frame } from '../parts/document.tsx';
import { PlanAgain } from '../parts/plan-again.tsx';
import { Facts } from '../parts/plan-parts.tsx';

/** Proof of what was recorded, to read again or print. */
export function receiptPage(model: ReceiptModel, frame: Frame): string {
  const { words } = frame;
  const w = words.receipt;
  const said = model.decision ? w.decided : w;
  return documentOf({
    frame,
    tab: said.tab,
    children: (
      <>
        <div class="done">
          <h1>{said.heading}</h1>
          <Facts facts={model.facts} />
        </div>
        <h2>{w.what}</h2>
        <Facts facts={model.said} />
        {model.typed === undefined ? null : <p>{w.typed(model.typed)}</p>}
        {model.next.length > 0 ? (
          <>
            <h2>{w.next}</h2>
            <ul>
              {model.next.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          </>
        ) : null}
        <p>{w.change}</p>
        <p class="soft screen">{words.common.print}</p>
        {model.plan ? <PlanAgain plan={model.plan} words={words} /> : null}
      </>
    ),
  });
}
