import type { WordList } from './words.ts';

/** Things a second person can see done; other forms are derived. */
const REGULAR = [
  'accept acknowledge add adjust agree allocate analyse analyze answer apply approve arrange ask assign attach attend',
  'audit back book brief call calculate categorise categorize chair check clean clear close coach code collect compare',
  'compile complete comply conduct confirm contact copy correct count create deliver deploy describe design detect',
  'discuss distribute document download draft email enter escalate estimate explain export file fill finish fix flag',
  'follow forward greet group handle identify implement inform inspect install interview invite invoice issue join',
  'label list log mark match measure mentor monitor move name note notify observe offer open order organise organize',
  'outline participate pass phone pick place plan post practise practice prepare present print prioritise prioritize',
  'process produce propose prove provide publish raise rate reach receive recall reconcile record redact reduce refer',
  'register release remind remove repair repeat replace reply report request research resolve respond restore return',
  'review revise sample save scan schedule score search select serve shadow share show sign sort start state stop',
  'store submit summarise summarize survey talk test trace track train transfer translate turn type update upload use',
  'validate verify visit walk weigh work',
].flatMap((line) => line.split(' '));
const IRREGULAR = [
  'bring brings bringing brought build builds building built cut cuts cutting do does doing done draw draws drawing',
  'drew drawn drop drops dropping dropped get gets getting got give gives giving gave given go goes going went gone',
  'hear hears hearing heard hold holds holding held keep keeps keeping kept lead leads leading led leave leaves leaving',
  'left make makes making made meet meets meeting met pay pays paying paid put puts putting read reads reading run',
  'runs running ran say says saying said sell sells selling sold send sends sending sent set sets setting speak',
  'speaks speaking spoke spoken spend spends spending spent take takes taking took taken teach teaches teaching taught',
  'tell tells telling told write writes writing wrote written come comes coming came stop stopped stopping plan',
  'planned planning log logged logging flag flagged flagging submit submitted submitting refer referred referring',
  'scan scanned scanning map mapped mapping commit committed prep prepped wait waits waited waiting hear heard',
].flatMap((line) => line.split(' '));

export const OBSERVABLE: WordList = { words: [...new Set([...REGULAR.flatMap(formsOf), ...IRREGULAR])] };

/** Wishes, states of mind and advice: no second person can say whether they were done. */
export const VAGUE: WordList = {
  words: [
    ...['improve*', 'improving', 'try', 'tries', 'trying', 'strive*', 'striving', 'attempt*', 'endeavour*'],
    ...['endeavor*', 'aim', 'aims', 'aiming', 'seek', 'seeks', 'understand*', 'know', 'be aware', 'become'],
    ...[
      'be more',
      'be better',
      'be less',
      'do better',
      'get better',
      'work on',
      'work harder',
      'work better',
    ],
    ...['focus on', 'focus more', 'think about', 'consider', 'appreciate', 'take ownership'],
    ...['take responsibility', 'take initiative', 'show initiative', 'show commitment', 'show respect'],
    ...[
      'step up',
      'be proactive',
      'proactive',
      'communicate better',
      'ensure',
      'make sure',
      'make an effort',
    ],
    ...['make every effort', 'pay attention', 'pay more attention', 'better', 'good', 'great', 'acceptable'],
    ...['satisfactory', 'appropriate', 'appropriately', 'adequate', 'adequately', 'effective', 'effectively'],
    ...['efficient', 'efficiently', 'professional', 'professionally', 'high quality', 'strong', 'stronger'],
    ...['as needed', 'as appropriate', 'when possible', 'where possible', 'as soon as possible', 'timely'],
    ...['in a timely manner', 'more careful', 'more often', 'more responsive', 'more reliable'],
  ],
};

function formsOf(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) {
    const stem = verb.slice(0, -1);
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`];
  }
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const es = /(s|x|z|ch|sh)$/.test(verb) ? 'es' : 's';
  return [verb, `${verb}${es}`, `${verb}ed`, `${verb}ing`];
}
