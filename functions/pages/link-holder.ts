import type { LinkRow } from '../../adapters/store.ts';
import type { Plan } from '../../domain/index.ts';

/** Whether a link was handed out for a part in the plan that its holder has no more. */
export const isNoLongerTheirs = (link: LinkRow, { draft, requests }: Plan): boolean =>
  !draft.participants.some(({ id }) => id === link.participant) ||
  (link.purpose === 'answer' &&
    requests[link.requestId]?.respondents.every((person) => person.link !== link.link) === true);
