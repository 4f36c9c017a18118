import type { PlanEvent } from '../../../domain/events.ts';
import type { EditorModel } from '../../../views/admin/editor/model.ts';
import { briefMoment } from '../../../views/admin/plan/moments.ts';

/** Why the draft was sent back since it was last written. */
export function returnedOf(events: readonly PlanEvent[], zone: string): EditorModel['returned'] {
  const written = events.findLastIndex(({ type }) => type === 'PlanDrafted' || type === 'PlanRedrafted');
  return events
    .slice(written + 1)
    .flatMap((event) =>
      event.type === 'DraftReturned'
        ? [{ by: event.actor.id, when: briefMoment(event.at, zone), comment: event.comment }]
        : [],
    );
}
