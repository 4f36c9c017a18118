import type { Line } from '../models/answer-view.ts';
import type { PlanView } from '../models/plan-view.ts';
import { documentOf, type Frame } from '../parts/document.tsx';
import { NewLink } from '../parts/new-link.tsx';
import { PlanAgain } from '../parts/plan-again.tsx';
import { Facts } from '../parts/plan-parts.tsx';

/** A page that says one thing and a way out. `kept` is what the person had typed, given back to them. */
export interface MessageModel {
  tab: string;
  heading: string;
  body: string;
  wayOut: string;
  /** Said only when there is something to give back. */
  unsaved?: string;
  kept?: Line[];
  /** The plan, for whoever still may read it. */
  plan?: PlanView | undefined;
  /** Whether a new link can be asked for here. */
  offersLink?: boolean;
}

export function messagePage(
  { tab, heading, body, wayOut, unsaved, kept = [], plan, offersLink }: MessageModel,
  frame: Frame,
): string {
  return documentOf({
    frame,
    tab,
    children: (
      <>
        <h1>{heading}</h1>
        <p>{body}</p>
        {kept.length > 0 && unsaved ? (
          <p>
            <strong>{unsaved}</strong>
          </p>
        ) : null}
        <p>{wayOut}</p>
        {kept.length > 0 ? (
          <>
            <h2>{frame.words.messages.closed.kept}</h2>
            <Facts facts={kept} />
          </>
        ) : null}
        {offersLink ? (
          <>
            <h2>{frame.words.linkHelp.offer.heading}</h2>
            <NewLink frame={frame} />
          </>
        ) : null}
        {plan ? <PlanAgain plan={plan} words={frame.words} /> : null}
      </>
    ),
  });
}
