import type { ParticipantId, Plan, Request, Version } from '../../domain/plan.ts';
import type { Words } from '../words/en.ts';

/** As what somebody signs for a version of the plan. */
export interface Signing {
  /** `successor`: who took the plan over from somebody else, and signs for it for the first time. */
  as: 'recipient' | 'issuer' | 'successor';
  /** Whether the version is a later one than what was launched. */
  changed: boolean;
}

type Asked = Pick<Request, 'version'>;

const versionOf = ({ version = 1 }: Asked): number => version;

/** As what this person signs, or signed: the part they had then, whoever has it now. */
export function signingOf(request: Asked, by: ParticipantId, plan: Plan): Signing {
  const version = versionOf(request);
  const changed = version > 1;
  if (handoverTo(by, request, plan) && !hasSignedBefore(version, by, plan))
    return { as: 'successor', changed };
  const issued = issuerAt(version, plan) === by && plan.draft.subject.participant !== by;
  return { as: issued ? 'issuer' : 'recipient', changed };
}

/** What they put their name to. */
export const signedText = ({ as, changed }: Signing, { acknowledgement: w }: Words): string =>
  w.signing[as][changed ? 'changed' : 'first'].sign;

/** The version by which this person took the plan over, when the question is about it or a later one. */
export const handoverTo = (by: ParticipantId, request: Asked, { versions }: Plan): Version | undefined =>
  versions.findLast(({ number, takenOver }) => number <= versionOf(request) && takenOver?.by === by);

function hasSignedBefore(version: number, by: ParticipantId, { requests, versions }: Plan): boolean {
  const since = versions.findLast(({ takenOver }) => takenOver?.by === by)?.number ?? 1;
  return Object.values(requests).some(
    (request) =>
      request.kind === 'acknowledgement' &&
      versionOf(request) >= since &&
      versionOf(request) < version &&
      request.respondents.some(({ participant, answer }) => participant === by && answer),
  );
}

/** Who had issued the plan when it read as in this version. */
const issuerAt = (version: number, { versions, draft }: Plan): ParticipantId =>
  versions.reduceRight(
    (issuer, { number, takenOver }) =>
      number > version && takenOver?.by === issuer ? takenOver.from : issuer,
    draft.issuer.participant,
  );
