import type { RulePack } from '../domain/pack.ts';
import { flat, textsOfPack } from '../domain/pack-texts.ts';
import type { PackFault } from './pack-faults.ts';
import { laddersOf } from './pack-ladders.ts';
import { settingsOf } from './pack-settings.ts';

/**
 * What does not fit together in a whole pack: rules that are not listed or not used, calendars, roles, outcomes and
 * follow-ups that do not exist, lengths and ladders that contradict each other.
 */
export function faultsOfReferences(pack: RulePack, calendars: readonly string[]): PackFault[] {
  return [
    ...rules(pack),
    ...(calendars.includes(pack.calendar)
      ? []
      : [{ pointer: '/calendar', wrong: `is ${pack.calendar}`, allowed: oneOf(calendars) }]),
    ...dates(pack),
    ...lengths(pack),
    ...retention(pack),
    ...outcomes(pack),
    ...followUps(pack),
    ...laddersOf(pack),
    ...translations(pack),
  ];
}

function rules(pack: RulePack): PackFault[] {
  const settings = settingsOf(pack);
  const ids = pack.rules.map((rule) => rule.id);
  const recalled = new Set(
    pack.rules.filter((rule) => rule.verification === 'recalled').map((rule) => rule.id),
  );
  return [
    ...settings.flatMap(({ pointer, setting: { rule } }) =>
      ids.includes(rule)
        ? []
        : [
            {
              pointer: `${pointer}/rule`,
              rule,
              wrong: `the pack lists no rule ${rule}`,
              allowed: `${oneOf(ids)}; or list it under rules`,
            },
          ],
    ),
    ...settings.flatMap(({ pointer, setting: { is, rule } }) =>
      recalled.has(rule) && !pointer.startsWith('/shown/') && is !== 'escalate_only'
        ? [fault(pointer, rule, 'rests on a rule that is only remembered', 'a rule that somebody has read')]
        : [],
    ),
    ...pack.rules.flatMap(({ id, verification, source }, index) => {
      const pointer = `/rules/${index}`;
      if (ids.indexOf(id) !== index) return [fault(`${pointer}/id`, id, 'is listed twice', 'each rule once')];
      if (!settings.some(({ setting }) => setting.rule === id))
        return [fault(pointer, id, 'no setting comes from it', 'a rule some setting names, or one in shown')];
      return verification === 'mirror' && source === undefined
        ? [fault(`${pointer}/source`, id, 'is missing', 'the address of the copy that was read')]
        : [];
    }),
  ];
}

function dates({ effective, workingHours }: RulePack): PackFault[] {
  const { from, until } = effective.is;
  const { opens, closes } = workingHours.is;
  return [
    ...check(
      from === null || until === null || from <= until,
      ...['/effective/is/until', effective.rule, `is before ${from}`, `${from} or later, or null`],
    ),
    ...check(
      opens < closes,
      ...['/workingHours/is/closes', workingHours.rule, `is ${closes}`, `later than ${opens}`],
    ),
  ];
}

function retention({ retention: { is, rule }, eligibility }: RulePack): PackFault[] {
  const isAboutPeople = eligibility.is.subjectTypes.some((type) => type !== 'program');
  return check(
    'years' in is || !isAboutPeople,
    ...[
      '/retention/is',
      rule,
      'is counted in days',
      'years; only what is about programs alone is kept for days',
    ],
  );
}

function lengths({ duration, content, earlySuccess, participants }: RulePack): PackFault[] {
  const { minDays, maxDays, incrementDays, maxTotalDays } = duration;
  const step = incrementDays.is ?? 1;
  const { min, max } = content.checkInsPerItem.is;
  return [
    ...check(
      minDays.is <= maxDays.is,
      ...['/duration/maxDays', maxDays.rule, `is ${maxDays.is}`, `minDays (${minDays.is}) or more`],
    ),
    ...check(
      maxTotalDays.is === null || maxDays.is <= maxTotalDays.is,
      ...['/duration/maxTotalDays', maxTotalDays.rule, `is ${maxTotalDays.is}`],
      `maxDays (${maxDays.is}) or more, or null`,
    ),
    ...check(
      minDays.is % step === 0 && maxDays.is % step === 0,
      ...['/duration/incrementDays', incrementDays.rule, `is ${step}`],
      `a number that divides ${minDays.is} and ${maxDays.is}, or null`,
    ),
    ...check(
      max === null || min <= max,
      ...['/content/checkInsPerItem/is/max', content.checkInsPerItem.rule, `is ${max}`],
      `min (${min}) or more, or null`,
    ),
    ...check(
      earlySuccess.is === null || earlySuccess.is.afterDays <= maxDays.is,
      ...['/earlySuccess/is/afterDays', earlySuccess.rule, `is ${earlySuccess.is?.afterDays}`],
      `maxDays (${maxDays.is}) or less`,
    ),
    ...Object.entries(participants.is).flatMap(([role, limits]) =>
      check(
        limits.max === null || limits.min <= limits.max,
        ...[`/participants/is/${role}/max`, participants.rule, `is ${limits.max}`],
        `min (${limits.min}) or more, or null`,
      ),
    ),
  ];
}

function outcomes({ decision }: RulePack): PackFault[] {
  const { is, rule } = decision.outcomes;
  const unmet = is.filter((outcome) => !outcome.met && !outcome.extends).map((outcome) => outcome.code);
  const pointer = '/decision/outcomes/is';
  const named = (at: 'separateDecider' | 'mayServeAsNotice', codes: string[], below: string) =>
    codes.flatMap((code, index) =>
      check(
        unmet.includes(code),
        ...[`/decision/${at}/is${below}/${index}`, decision[at].rule, `is ${code}`],
        unmet.length > 0 ? `${oneOf(unmet)}: an outcome that closes the plan as not met` : 'nothing',
      ),
    );
  return [
    ...check(
      is.filter((outcome) => outcome.met && !outcome.extends).length === 1,
      ...[pointer, rule, 'the plan can be met in no way, or in several', 'exactly one outcome with met'],
    ),
    ...check(
      is.filter((outcome) => outcome.extends).length <= 1,
      ...[pointer, rule, 'several outcomes give more time', 'at most one outcome with extends'],
    ),
    ...is.flatMap((outcome, index) => [
      ...check(
        is.findIndex(({ code }) => code === outcome.code) === index,
        ...[`${pointer}/${index}/code`, rule, `is ${outcome.code} again`, 'each code once'],
      ),
      ...check(
        !(outcome.met && outcome.extends),
        ...[`${pointer}/${index}/extends`, rule, 'is true though the plan is met', 'false'],
      ),
    ]),
    ...named('separateDecider', decision.separateDecider.is.outcomes, '/outcomes'),
    ...named('mayServeAsNotice', decision.mayServeAsNotice.is, ''),
  ];
}

function followUps({ followUps: { types, cadence }, monitoring }: RulePack): PackFault[] {
  const known = types.is.map((kind) => kind.type);
  return [
    ...known.flatMap((type, index) =>
      check(
        known.indexOf(type) === index,
        ...[`/followUps/types/is/${index}/type`, types.rule, `is ${type} again`, 'each type once'],
      ),
    ),
    ...cadence.is.flatMap(({ type }, index) =>
      check(
        known.includes(type),
        ...[`/followUps/cadence/is/${index}/type`, cadence.rule, `is ${type}`, oneOf(known)],
      ),
    ),
    ...check(
      !monitoring.is?.everyDays || known.includes('monitoring'),
      ...['/monitoring/is/everyDays', monitoring.rule, 'asks check-ins that /followUps/types does not have'],
      'null, or the type monitoring in /followUps/types',
    ),
  ];
}

/** Texts in other languages stand for texts the pack has; that a rule it shows is listed is looked at above. */
function translations(pack: RulePack): PackFault[] {
  const shown = pack.shown.map(({ rule }) => `rules/${rule}`);
  const known = [...new Set([...textsOfPack(pack).keys(), ...shown])];
  return Object.entries(pack.translations ?? {}).flatMap(([language, texts]) =>
    [...flat(texts).keys()]
      .filter((key) => !known.includes(key))
      .map((key) => ({
        pointer: `/translations/${language}/${key}`,
        wrong: 'the pack has no such text that people read',
        allowed: oneOf(known),
      })),
  );
}

const check = (holds: boolean, ...[pointer, rule, wrong, allowed]: string[]): PackFault[] =>
  holds ? [] : [fault(pointer as string, rule as string, wrong as string, allowed as string)];

const fault = (pointer: string, rule: string, wrong: string, allowed: string): PackFault => ({
  pointer,
  wrong,
  allowed,
  rule,
});

const oneOf = (names: readonly string[]): string => `one of ${names.join(', ')}`;
