import type { RulePack, Setting } from '../domain/pack.ts';
import type { PackFault } from './pack-faults.ts';

/** What leaves a question without an answer: nobody every plan has is asked or told, or its moments run backwards. */
export function laddersOf(pack: RulePack): PackFault[] {
  const { acknowledgement, checkIn, decision, hrTask, issuer, eligibility } = pack;
  const always = rolesOf(pack, ({ min }) => min > 0);
  const never = rolesOf(pack, ({ max }) => max === 0);
  const needed = (pointer: string, rule: string, roles: readonly string[]): PackFault[] =>
    roles.some((role) => always.includes(role))
      ? []
      : [
          {
            ...{ pointer, rule, wrong: `only ${roles.join(', ')}, whom a plan need not have` },
            allowed: `at least one of ${always.join(', ')}; or raise the least number in /participants`,
          },
        ];
  const separate = decision.separateDecider;
  const subjects = eligibility.is.subjectTypes.includes('employee') ? ['employee'] : ['employee', 'lead'];
  return [
    ...needed('/participants', pack.participants.rule, subjects),
    ...needed('/participants', pack.participants.rule, ['hr']),
    ...needed('/issuer/is/role', issuer.rule, [issuer.is.role]),
    ...(
      [
        ['/acknowledgement/respondents', acknowledgement.respondents],
        ['/acknowledgement/escalateTo', acknowledgement.escalateTo],
        ['/checkIn/escalateTo', checkIn.escalateTo],
        ['/decision/respondents', decision.respondents],
        ['/decision/copiesTo', decision.copiesTo],
      ] as [string, Setting<string[]>][]
    ).flatMap(([pointer, { is, rule }]) => needed(pointer, rule, is)),
    ...needed('/decision/repeat/is/to', decision.repeat.rule, decision.repeat.is.to),
    ...(separate.is.outcomes.length > 0
      ? needed('/decision/separateDecider/is/roles', separate.rule, separate.is.roles)
      : []),
    ...pack.followUps.types.is.flatMap(({ respondents }, index) =>
      respondents.every((role) => never.includes(role))
        ? [
            {
              ...{ pointer: `/followUps/types/is/${index}/respondents`, rule: pack.followUps.types.rule },
              wrong: `only ${respondents.join(', ')}, whom no plan has`,
              allowed: `a role other than ${never.join(', ')}`,
            },
          ]
        : [],
    ),
    ...ahead('/acknowledgement/due', acknowledgement.due),
    ...ahead('/checkIn/missedAfter', checkIn.missedAfter),
    ...ahead('/decision/due', decision.due),
    ...ahead('/decision/repeat/is/every', { is: decision.repeat.is.every, rule: decision.repeat.rule }),
    ...ahead('/hrTask/due', hrTask.due),
    ...ahead('/support/due', pack.support.due),
    ...ahead('/tolling/reviewAfter', pack.tolling.reviewAfter),
    ...ahead('/response/checkIn', pack.response.checkIn),
    ...rising('/decision/escalations', decision.escalations),
    ...rising('/hrTask/escalations', hrTask.escalations),
  ];
}

/** Roles of which the pack says how many a plan has. */
function rolesOf(
  { participants }: RulePack,
  that: (limits: { min: number; max: number | null }) => boolean,
): string[] {
  return Object.entries(participants.is).flatMap(([role, limits]) => (that(limits) ? [role] : []));
}

const distance = (offset: string): number => Number.parseInt(offset, 10);

function ahead(pointer: string, { is, rule }: Setting<string>): PackFault[] {
  return distance(is) > 0
    ? []
    : [{ pointer, rule, wrong: `is ${is}`, allowed: 'a distance ahead, such as +5bd' }];
}

function rising(pointer: string, { is, rule }: Setting<{ after: string }[]>): PackFault[] {
  return is.flatMap(({ after }, index) => {
    const before = is[index - 1]?.after ?? after;
    const at = { pointer: `${pointer}/is/${index}/after`, rule };
    if (unitOf(before) !== unitOf(after))
      return [{ ...at, wrong: `is ${after} after ${before}`, allowed: `a distance in ${unitOf(before)}` }];
    return distance(after) >= distance(before)
      ? []
      : [{ ...at, wrong: `is ${after} after ${before}`, allowed: `${before} or later` }];
  });
}

const unitOf = (offset: string): string => (offset.endsWith('bd') ? 'business days (bd)' : 'days (d)');
