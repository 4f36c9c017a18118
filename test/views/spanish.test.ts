import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import type { Fact } from '../../domain/index.ts';
import { listInWords, momentInWords } from '../../views/dates.ts';
import { describe as happened } from '../../views/timeline.ts';
import { en } from '../../views/words/en.ts';
import { es } from '../../views/words/es.ts';
import { textsOn } from '../support/read-page.ts';
import type { Scenario } from '../support/scenario.ts';
import * as lived from './lived.ts';
import { mailsOfLife, type Sent, sent } from './mailed.ts';
import { MORE_PAGES } from './more-pages.ts';
import { PLAN_PAGES } from './plan-pages.ts';
import { closed, contextOf, deciding, frame, PAGES } from './sample.ts';
import { SAVING_PAGES } from './saving-pages.ts';

beforeAll(() => {
  frame.words = es;
});
afterAll(() => {
  frame.words = en;
});

const pages = { ...PAGES, ...MORE_PAGES, ...PLAN_PAGES, ...SAVING_PAGES };
const textOf = (name: string): string => textsOn(pages[name]?.() ?? '').join(' ');

const mailsOf = (scenario: Scenario): Sent[] =>
  mailsOfLife(scenario).map(({ item, plan }) => sent(item, plan, plan.updatedAt, es));
const mails = () =>
  [lived.notMet(), lived.sentBack(), lived.handedOver(), lived.calledOff()].flatMap(mailsOf);

describe('Spanish reads right in its place', () => {
  test('one and many', () => {
    expect([0, 1, 2, 1_000_000].map(es.common.days)).toEqual(['0 días', 'un día', '2 días', '1000000 días']);
    expect([0, 1, 2].map(es.decisionCopy.businessDays)).toEqual([
      'Menos de un día hábil',
      'Un día hábil',
      '2 días hábiles',
    ]);
    expect(es.decision.missed(1)).toMatch(/^Una reunión de seguimiento se cerró /);
    expect(es.decision.missed(3)).toMatch(/^3 reuniones de seguimiento se cerraron /);
    expect(es.fairness.survey.counts(1, 6)).toBe('Respondió una persona de 6.');
    expect(es.fairness.survey.counts(5, 6)).toBe('Respondieron 5 de 6 personas.');
  });

  test('who did not answer, one and several, with the article and the day of the question', () => {
    const plan = deciding().require();
    const say = (fact: Fact): string => happened(fact, plan, contextOf(plan, 'hr').pack, es);
    const missed = (...by: string[]): Fact => ({
      type: 'RequestMissed',
      requestId: 'check-in-2027-01-04',
      by,
      notReached: [],
      tell: [],
    });
    const over =
      'Venció el plazo para responder sobre la reunión de seguimiento del lunes 4 de enero de 2027';
    expect(say(missed('employee'))).toBe(`${over}: Jordan Reyes no respondió.`);
    expect(say(missed('employee', 'supervisor'))).toBe(
      `${over}: Jordan Reyes y Dana Whitfield no respondieron.`,
    );
  });

  test('a moment has its zone, and a list its “y”, which is “e” before an i', () => {
    expect(momentInWords('2027-01-08T22:00:00Z', 'America/New_York', es.locale)).toBe(
      'viernes 8 de enero de 2027, a las 5:00 p.m. (hora estándar oriental)',
    );
    expect(listInWords(['Ana', 'Luz', 'Eva'], es.locale)).toBe('Ana, Luz y Eva');
    expect(listInWords(['Ana', 'Iris'], es.locale)).toBe('Ana e Iris');
  });

  test('every follow-up takes “la”', () => {
    const feminine = /^(Reunión|Sesión|Revisión|Capacitación|Visita|Evaluación|Encuesta)\b/;
    expect(Object.values(es.common.followUps).filter((name) => !feminine.test(name))).toEqual([]);
  });

  test('a page asks politely, by a day with its zone, and says who reads the answer', () => {
    const page = textOf('check-in-employee');
    expect(page).toContain('Reunión de seguimiento del viernes 18 de diciembre de 2026');
    expect(page).toContain(
      'Por favor, responda a más tardar el viernes 18 de diciembre de 2026, a las 5:00 p.m. (hora estándar oriental)',
    );
    expect(page).toContain('Usted, Dana Whitfield y Priya Raman; y quien decida en lugar de Dana Whitfield.');
    expect(textOf('attribution')).toContain(
      '¿Quién faltó a la sesión de orientación del miércoles 23 de diciembre de 2026?',
    );
    expect(textOf('acknowledgement-taken-over')).toContain('apoyo prometido, n.º 1: quién lo da');
  });

  test('a mail, whole', () => {
    const [first] = mailsOf(deciding());
    expect(first?.mail.subject).toBe(
      'Por favor, lea un documento y acuse recibo a más tardar el 8 de diciembre',
    );
    expect(first?.mail.text.split('\n').filter((line) => line && !line.includes('https:'))).toEqual([
      'Hola, Jordan Reyes:',
      'Hay un documento para usted. Cuando lo haya leído, indique por favor si lo recibió. Recibirlo no significa estar de acuerdo con él.',
      'Por favor, responda a más tardar el martes 8 de diciembre de 2026, a las 5:00 p.m. (hora estándar oriental).',
      'Leer y responder:',
      'El enlace es solo para usted: por favor, no reenvíe este mensaje.',
      'Si este mensaje no era para usted, díganoslo aquí, por favor:',
      '¿Tiene preguntas? Escriba a people-team@agency.example.',
      '-- ',
      'Este mensaje se envió automáticamente en nombre de Department of Buildings.',
      'Referencia: plan-1',
    ]);
  });

  test('subjects give away no person and no reason', () => {
    const subjects = new Set(mails().map(({ mail }) => mail.subject));
    expect(subjects.size).toBeGreaterThan(30);
    const telling = /\bplan\b|desempeño|mejora|aspecto|disciplin|Jordan|Reyes|Dana|Whitfield|Morgan|Sam/i;
    expect([...subjects].filter((subject) => telling.test(subject))).toEqual([]);
  });
});

/** Every text of a value with where it stands. */
const leaves = (value: unknown, at = ''): [string, string][] => {
  if (typeof value === 'string') return [[at, value]];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => leaves(one, `${at}/${key}`))
    : [];
};

describe('nothing is left in English', () => {
  test('every part of a plan has its name', () => {
    expect(Object.keys(es.changes.fields)).toEqual(Object.keys(en.changes.fields));
  });

  test('no text is the English one, but where the two languages agree', () => {
    const english = new Map(leaves(en));
    const same = leaves(es).filter(([at, text]) => /[a-z]{2}/i.test(text) && english.get(at) === text);
    const agreed = ['Error', 'Error:', 'No', 'Plan', 'ltr'];
    expect(same.filter(([, text]) => !agreed.includes(text.trim()))).toEqual([]);
  });

  const ENGLISH =
    /\b(the|please|your|you|answer|answered|was|were|have|has|with|what|who|when|by|from|link|read|not|this)\b/i;

  /** What people wrote into the plan, and what rules say: not ours to put into Spanish here. */
  const written = [deciding().require(), closed(), lived.proposed().require(), ruleLibrary().list()]
    .flatMap((value) => leaves(value).flatMap(([, text]) => text.split('\n')))
    .filter((text) => text.includes(' '))
    .sort((a, b) => b.length - a.length);
  const ours = (text: string): string => written.reduce((rest, one) => rest.replaceAll(one, ' '), text);

  test.each([
    ...['acknowledgement-employee', 'acknowledgement-supervisor', 'check-in-employee', 'decision-supervisor'],
    ...['receipt-acknowledgement', 'receipt-proposed', 'decision-copy', 'decision-copy-by-rule', 'bad-link'],
    ...[
      'survey',
      'support',
      'response-decision',
      'attribution',
      'approval',
      'accommodation',
      'adjustment-asked',
      'plan-employee-checking-in',
      'plan-hr-everything',
    ],
  ])('on the page %s', (name) => {
    const texts = textsOn(pages[name]?.() ?? '').map(ours);
    expect(texts.join(' ')).toContain(es.common.helpHeading);
    expect(texts.filter((text) => ENGLISH.test(text))).toEqual([]);
  });

  test('in a mail', () => {
    const texts = mails().flatMap(({ mail }) => [mail.subject, ...mail.text.split('\n')]);
    const said = texts.map((text) => text.replaceAll(frame.organisation, '').replace(/https:\S+/, ''));
    expect([...new Set(said.filter((text) => ENGLISH.test(text)))]).toEqual([]);
  });
});
