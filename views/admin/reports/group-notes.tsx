import type { GroupTable } from '../../../domain/reports.ts';
import { groupName } from './words.ts';

/** In words below a table: what its mark says and what it does not, and what cannot be said at all. */
export function GroupNotes({ rows, comparedWith, highest }: GroupTable) {
  const best = rows.find(({ group }) => group === comparedWith);
  const marked = rows.filter(({ belowFourFifths }) => belowFourFifths);
  return (
    <>
      {best && highest === null ? (
        <p>
          Which group met its plans most often cannot be said: at least one is left out. Rates are compared
          with {groupName(best.group)}, the highest that is shown.
        </p>
      ) : null}
      {!best ? (
        <p>Nothing is compared: fewer than two groups show how many of their plans were met.</p>
      ) : null}
      {best && marked.length > 0 ? (
        <div class="notice calm">
          <p class="notice-title">What “below four fifths” says here</p>
          <p>
            {marked
              .map(({ group, met, decided }) => `${groupName(group)} met ${met} of ${decided}`)
              .join('; ')}
            ; {groupName(best.group)} met {best.met} of {best.decided}. That is less than four fifths of the
            rate (the measure of 29 CFR 1607.4(D), borrowed from hiring). It is a first look, and asks for a
            second: at the cases, the goals and the help that was given.
          </p>
          <p>
            It is no finding and proves nothing. The numbers are small, one or two plans can tip it by chance,
            and it knows nothing of why. Nor does a group without the mark show that all is fair. Ask a lawyer
            or a statistician before you rely on it either way.
          </p>
        </div>
      ) : null}
    </>
  );
}
