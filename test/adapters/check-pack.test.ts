import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkPacks } from '../../adapters/check-pack.ts';
import { faultsOfPack } from '../../adapters/inspect-pack.ts';
import { acmePack } from '../support/acme-pack.ts';

const scratch = mkdtempSync(join(tmpdir(), 'pip-follow-up-packs-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('a sound pack has no faults', () => {
  expect(faultsOfPack(acmePack())).toEqual([]);
});

const rule = (id: string, more: object = {}) => ({
  ...{ id, says: 'Ours.', citation: 'Handbook', verification: 'verified', ...more },
});
const outcome = (code: string, met: boolean, gives: boolean) => ({ code, title: code, met, extends: gives });
const handbook = (is: unknown) => ({ is, rule: 'P-HANDBOOK' });

const faults: [
  what: string,
  changes: object,
  pointer: string,
  wrong: string,
  allowed: RegExp,
  rule?: string,
][] = [
  ['an unknown field', { colour: 'red' }, '/colour', 'there is no such field', /^one of id, version, title/],
  [
    'an unknown setting of a group',
    { duration: { weeks: handbook(6) } },
    ...(['/duration/weeks', 'there is no such field'] as const),
    /^one of minDays, maxDays, incrementDays, maxTotalDays$/,
    'P-HANDBOOK',
  ],
  [
    'a setting without a rule',
    { retention: { is: { years: 3 } } },
    ...(['/retention/rule', 'is missing'] as const),
    /^the id of a rule that this pack lists$/,
  ],
  [
    'a setting from a rule that is not cited',
    { retention: { is: { years: 3 }, rule: 'H2' } },
    ...(['/retention/rule', 'the pack lists no rule H2'] as const),
    /^one of P-HANDBOOK, .*H1, .*; or list it under rules$/,
    'H2',
  ],
  [
    'a rule that no setting comes from',
    { rules: [...acmePack().rules, rule('D4')] },
    ...(['/rules/1', 'no setting comes from it'] as const),
    /^a rule some setting names, or one in shown$/,
    'D4',
  ],
  [
    'a rule that is listed twice',
    { rules: [...acmePack().rules, ...acmePack().rules] },
    ...(['/rules/1/id', 'is listed twice'] as const),
    /^each rule once$/,
    'P-HANDBOOK',
  ],
  [
    'a rule id of no known kind',
    { rules: [...acmePack().rules, rule('handbook')] },
    ...(['/rules/1/id', 'is "handbook"'] as const),
    /P- and a name in capitals/,
  ],
  [
    'a value that rests on a rule that is only remembered',
    {
      rules: [rule('P-HANDBOOK', { verification: 'recalled' })],
      effective: { is: { from: null, until: null }, rule: 'P-SUBJECT' },
    },
    ...(['/duration/maxDays', 'rests on a rule that is only remembered'] as const),
    /^a rule that somebody has read$/,
    'P-HANDBOOK',
  ],
  [
    'a copy without its address',
    { rules: [rule('P-HANDBOOK', { verification: 'mirror' })] },
    ...(['/rules/0/source', 'is missing'] as const),
    /^the address of the copy that was read$/,
    'P-HANDBOOK',
  ],
  [
    'a calendar that is not there',
    { calendar: 'us-mo' },
    '/calendar',
    'is us-mo',
    /^one of none, uk-england, us-dc, us-federal$/,
  ],
  [
    'a base that is not there',
    { extends: 'general@9' },
    '/extends',
    'there is no pack "general@9"',
    /general@1/,
  ],
  [
    'a published id and version',
    { id: 'us-dc-6b1410', version: '2024-12' },
    ...(['/version', 'is 2024-12; a published version is kept as it is: plans are pinned to it'] as const),
    /^a version other than 2024-12$/,
  ],
  [
    'a role there is not',
    { issuer: handbook({ role: 'boss', fallback: null }) },
    ...(['/issuer/is/role', 'is "boss"'] as const),
    /^one of employee, lead, supervisor/,
    'P-HANDBOOK',
  ],
  [
    'a least length above the most',
    { duration: { minDays: handbook(60), maxDays: handbook(42) } },
    ...(['/duration/maxDays', 'is 42'] as const),
    /^minDays \(60\) or more$/,
    'P-HANDBOOK',
  ],
  [
    'a cap below the longest plan',
    { duration: { maxTotalDays: handbook(60) } },
    ...(['/duration/maxTotalDays', 'is 60'] as const),
    /^maxDays \(90\) or more, or null$/,
    'P-HANDBOOK',
  ],
  [
    'steps that do not fit',
    { duration: { incrementDays: handbook(20) } },
    ...(['/duration/incrementDays', 'is 20'] as const),
    /^a number that divides 30 and 90, or null$/,
    'P-HANDBOOK',
  ],
  [
    'dates the wrong way round',
    { effective: handbook({ from: '2026-02-01', until: '2026-01-01' }) },
    ...(['/effective/is/until', 'is before 2026-02-01'] as const),
    /^2026-02-01 or later, or null$/,
    'P-HANDBOOK',
  ],
  [
    'a day that closes before it opens',
    { workingHours: handbook({ opens: '17:00', closes: '09:00' }) },
    ...(['/workingHours/is/closes', 'is 09:00'] as const),
    /^later than 17:00$/,
    'P-HANDBOOK',
  ],
  [
    'two ways of meeting the plan',
    { decision: { outcomes: handbook([outcome('met', true, false), outcome('fine', true, false)]) } },
    ...(['/decision/outcomes/is', 'the plan can be met in no way, or in several'] as const),
    /^exactly one outcome with met$/,
    'P-HANDBOOK',
  ],
  [
    'a separate decider for an outcome there is not',
    { decision: { separateDecider: handbook({ outcomes: ['remove'], roles: ['hr'] }) } },
    ...(['/decision/separateDecider/is/outcomes/0', 'is remove'] as const),
    /^one of not_met: /,
    'P-HANDBOOK',
  ],
  [
    'a separate decider whom no plan need have',
    { decision: { separateDecider: handbook({ outcomes: ['not_met'], roles: ['reviewer'] }) } },
    ...(['/decision/separateDecider/is/roles', 'only reviewer, whom a plan need not have'] as const),
    /^at least one of employee, supervisor, hr/,
    'P-HANDBOOK',
  ],
  [
    'a notice for a plan that was met',
    { decision: { mayServeAsNotice: handbook(['met']) } },
    ...(['/decision/mayServeAsNotice/is/0', 'is met'] as const),
    /^one of not_met: /,
    'P-HANDBOOK',
  ],
  [
    'a cadence of a follow-up the pack does not have',
    {
      followUps: {
        types: handbook([{ type: 'progress', title: 'P', respondents: ['employee'], asks: 'ratings' }]),
        cadence: handbook([{ type: 'review', everyDays: 30 }]),
      },
    },
    ...(['/followUps/cadence/is/0/type', 'is review'] as const),
    /^one of progress$/,
    'P-HANDBOOK',
  ],
  [
    'check-ins after success without a kind for them',
    {
      followUps: {
        types: handbook([{ type: 'progress', title: 'P', respondents: ['employee'], asks: 'ratings' }]),
      },
      monitoring: handbook({
        lasts: 'P1Y',
        from: 'close',
        everyDays: 30,
        relapse: 'Again.',
        whenOver: 'Over.',
      }),
    },
    ...(['/monitoring/is/everyDays', 'asks check-ins that /followUps/types does not have'] as const),
    /^null, or the type monitoring/,
    'P-HANDBOOK',
  ],
  [
    'a ladder that runs backwards',
    {
      decision: {
        escalations: handbook([
          { after: '+5bd', to: 'hr', mayDecide: true },
          { after: '+2bd', to: 'reviewer', mayDecide: true },
        ]),
      },
    },
    ...(['/decision/escalations/is/1/after', 'is +2bd after +5bd'] as const),
    /^\+5bd or later$/,
    'P-HANDBOOK',
  ],
  [
    'a question that is due before it is asked',
    { decision: { due: handbook('0d') } },
    ...(['/decision/due', 'is 0d'] as const),
    /^a distance ahead/,
    'P-HANDBOOK',
  ],
  [
    'a survey that would give people away',
    { survey: { minimumGroup: handbook(2) } },
    ...(['/survey/minimumGroup/is', 'is 2'] as const),
    /^a whole number, at least 3$/,
    'P-HANDBOOK',
  ],
];

test.each(faults)('%s is refused, with the rule and what would be allowed', (_, changes, ...expected) => {
  const [pointer, wrong, allowed, ruleId] = expected;
  const found = faultsOfPack(acmePack(changes)).filter((fault) => fault.pointer === pointer);
  expect(found).toEqual([
    {
      ...{ pointer, wrong, allowed: expect.stringMatching(allowed) },
      ...(ruleId !== undefined && { rule: ruleId }),
    },
  ]);
});

test.each([
  ['a list', []],
  ['a text', 'acme'],
  ['nothing', null],
])('%s is no pack', (_, content) => {
  expect(faultsOfPack(content).map((fault) => fault.pointer)).toEqual(['']);
});

describe('npm run packs', () => {
  const run = (...args: string[]) => {
    const said = { out: '', err: '' };
    const code = checkPacks(args, {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
    });
    return { code, ...said };
  };
  const file = (name: string, content: unknown): string => {
    const path = join(scratch, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  test('a sound file is ok', () => {
    const path = file('acme.json', acmePack());
    expect(run('check', path)).toEqual({ code: 0, out: `${path}: ok\n`, err: '' });
  });

  test('every fault is printed on a line, with its rule and the way out', () => {
    const path = file('bad.json', acmePack({ colour: 'red', retention: handbook({ years: 0 }) }));
    const { code, out } = run('check', path);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      `${path}:`,
      '  /retention/is/years (rule P-HANDBOOK): is 0. Allowed: a whole number.',
      expect.stringMatching(/^ {2}\/colour: there is no such field\. Allowed: one of .*\.$/),
      '',
    ]);
  });

  test('files that extend each other are checked together', () => {
    const acme = file('base.json', acmePack());
    const shop = file('shop.json', acmePack({ id: 'acme-shop', extends: 'acme@1' }));
    expect(run('check', acme, shop)).toMatchObject({ code: 0 });
    expect(run('check', shop)).toMatchObject({
      code: 1,
      out: expect.stringContaining('there is no pack "acme@1"'),
    });
  });

  test('two files of one name are refused', () => {
    const twice = [file('one.json', acmePack()), file('two.json', acmePack())];
    expect(run('check', ...twice)).toMatchObject({
      code: 1,
      out: expect.stringContaining('another file has this id and version'),
    });
  });

  test.each([
    ['no file', ['check']],
    ['no command', []],
    ['another command', ['list']],
    ['a file that is not there', ['check', join(scratch, 'nowhere.json')]],
    ['a file that is not JSON', ['check', file('text.json', '{')]],
  ])('%s is exit code 2, said on the error output', (_, args) => {
    const { code, out, err } = run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });

  test('--help explains the command', () => {
    expect(run('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('npm run packs -- check FILE.json'),
    });
  });
});

test('texts in another language that stand for none of the pack are refused, by their place', () => {
  const file = acmePack({ translations: { es: { outcomes: { gone: 'Nada' } } } });
  expect(faultsOfPack(file)).toMatchObject([{ pointer: '/translations/es/outcomes/gone' }]);
});

test('of a sound pack the command says which texts have no words in another language, and is content', () => {
  const path = join(scratch, 'advice.json');
  const consequence = { is: 'Ours.', rule: 'P-HANDBOOK' };
  const said: string[] = [];
  const run = (file: object) => {
    said.length = 0;
    writeFileSync(path, JSON.stringify(file));
    return checkPacks(['check', path], { out: (text) => said.push(text), err: (text) => said.push(text) });
  };
  expect(run(acmePack({ decision: { consequence } }))).toBe(0);
  expect(said.join('')).toBe(
    `${path}: ok\n  advice: people who read Spanish see these as they are written, for want of /translations/es: consequence\n`,
  );
  expect(
    run(acmePack({ decision: { consequence }, translations: { es: { consequence: 'La nuestra.' } } })),
  ).toBe(0);
  expect(said.join('')).toBe(`${path}: ok\n`);
});
