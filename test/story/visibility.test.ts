import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ParticipantId, Plan } from '../../domain/index.ts';
import type { Identity } from '../../functions/access.ts';
import { planRoutes } from '../../functions/admin/plan/routes.ts';
import { logger } from '../../functions/logging.ts';
import { site } from '../../functions/site.ts';
import { get } from '../../sandbox/story/http.ts';
import { type FactKind, sees } from '../../views/visibility.ts';
import { CONTEXT, httpEvent } from '../functions/lambda.ts';
import { visitAll } from '../support/browsing.ts';
import { Life } from '../support/life.ts';
import { liveMarked, MARKERS, type Marker, markedDraft, SURVEYED } from '../support/marked-plan.ts';
import { PEOPLE, signedInAs } from '../support/signed-in-as.ts';

const READERS = ['employee', 'sam', 'reviewer', 'hr', 'head', 'mentor', 'rep', ...SURVEYED.slice(0, 1)];
/** Every page below a link's own. */
const BELOW = ['/plan', '/adjustment', '/change', '/saved', '/calendar.ics', '/new', '/wrong-person'];
/** What mails may say. */
const MAILED: FactKind[] = ['subject', 'people', 'pause'];

const isIn = (text: string, { is }: Marker): boolean =>
  typeof is === 'string' ? text.includes(is) : is.test(text);
const found = (text: string): string[] => MARKERS.filter((one) => isIn(text, one)).map(nameOf);
const nameOf = ({ is, kind }: Marker): string => `${kind}: ${is}`;

/** What the table says of one marker, for one reader of the plan as it is. */
function isGranted(marker: Marker, reader: ParticipantId, plan: Plan): boolean {
  if (marker.by === reader) return true;
  const request = plan.requests[marker.about ?? ''];
  const asked = request?.respondents.some(({ participant }) => participant === reader) === true;
  const isBlind = marker.blindUntilOver && request?.status === 'open';
  return sees({ plan, reader }, isBlind ? 'answers_open' : marker.kind, {
    asked,
    theirs: marker.theirs === reader,
  });
}

interface Look {
  moment: string;
  reader: ParticipantId;
  plan: Plan;
  pages: number;
  found: string[];
}

const looks: Look[] = [];
const desks: Omit<Look, 'pages'>[] = [];
let life: Life;
let logs = '';
let api: string;
let sealed: string;

async function lookAt(moment: string): Promise<void> {
  const plan = await life.app.driven.plan(life.planId);
  for (const reader of READERS) {
    if (!life.draft.participants.some(({ id }) => id === reader)) continue;
    const mails = await life.mails(reader);
    const links = [...new Set(mails.flatMap((mail) => mail.links))].filter((link) =>
      /\/l\/[^/]+$/.test(link),
    );
    // What is below an address is the same behind every link of one person.
    const visited = await Promise.all(
      links.map((link, at) => visitAll(link, at === links.length - 1 ? BELOW : [])),
    );
    const html = visited.flat().map((one) => one.html);
    looks.push({ moment, reader, plan, pages: html.length, found: found(html.join('\n')) });
  }
  for (const reader of ['sam', 'reviewer'] as const) {
    desks.push({
      moment,
      reader,
      plan,
      found: found(await deskOf({ ...PEOPLE.manager, email: `${reader}@zqaddress.example` })),
    });
  }
  desks.push({ moment, reader: 'hr', plan, found: found(await deskOf(PEOPLE.hr)) });
}

/** The plan's page on the admin site. */
async function deskOf(identity: Identity): Promise<string> {
  const { ports } = life.app.driven;
  const cookies = [await signedInAs(identity, ports)];
  const event = httpEvent('GET /admin/plans/{planId}', { params: { planId: life.planId }, cookies });
  return (await site(planRoutes, ports)(event, CONTEXT)).body ?? '';
}

/** Everything that is printed while the plan is lived, so that nothing of it reaches a log unseen. */
function watchLogs(): () => void {
  // The logger is one for all files of a worker, and another file may have silenced it.
  const level = logger().getLevelName();
  logger().setLogLevel('INFO');
  const spies = (['log', 'debug', 'info', 'warn', 'error'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...said: unknown[]) => {
      logs += `${said.map(String).join(' ')}\n`;
    }),
  );
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      logs += String(chunk);
      return true;
    }),
  );
  return () => {
    for (const spy of [...spies, ...streams]) spy.mockRestore();
    logger().setLogLevel(level);
  };
}

beforeAll(async () => {
  const silence = watchLogs();
  try {
    life = await Life.launched(markedDraft());
    await liveMarked(life, lookAt);
    const path = `/api/plans/${life.planId}`;
    const answers = await Promise.all(
      ['', '/events', '/timeline'].map((end) => get(life.app.url, `${path}${end}`)),
    );
    api = JSON.stringify(answers);
    sealed = JSON.stringify(await get(life.app.url, `${path}/record`));
  } finally {
    silence();
  }
}, 180_000);
afterAll(() => life?.close());

describe.each(READERS)('what %s finds on their pages', (reader) => {
  const mine = () => looks.filter((look) => look.reader === reader);

  test('is at no moment more than the table grants', () => {
    for (const { moment, plan, found } of mine()) {
      const granted = MARKERS.filter((marker) => isGranted(marker, reader, plan)).map(nameOf);
      expect(
        found.filter((name) => !granted.includes(name)),
        moment,
      ).toEqual([]);
    }
  });

  test('is in the end no less', () => {
    const all = new Set(mine().flatMap(({ found }) => found));
    const last = mine().at(-1);
    const isReader = last !== undefined && last.pages > 0;
    const granted = MARKERS.filter((marker) => isReader && isGranted(marker, reader, last.plan)).map(nameOf);
    expect(granted.filter((name) => !all.has(name))).toEqual([]);
  });

  test('is in no mail but names and that the plan stands still', async () => {
    const said = (await life.mails(reader)).map(({ subject, text, html }) => `${subject}\n${text}\n${html}`);
    const mailed = [...MAILED, ...(reader === 'hr' ? (['undelivered'] as const) : [])];
    const allowed = MARKERS.filter(({ kind }) => mailed.includes(kind)).map(nameOf);
    expect(found(said.join('\n')).filter((name) => !allowed.includes(name))).toEqual([]);
  });
});

describe.each(['sam', 'reviewer'])('what %s finds on the admin site, signed in as a manager', (reader) => {
  test('is at no moment more than the table grants', () => {
    const mine = desks.filter((look) => look.reader === reader);
    expect(mine.map(({ found }) => found.includes('goals: zqgoal'))).toEqual(mine.map(() => true));
    for (const { moment, plan, found } of mine) {
      const granted = MARKERS.filter((marker) => isGranted(marker, reader, plan)).map(nameOf);
      expect(
        found.filter((name) => !granted.includes(name)),
        moment,
      ).toEqual([]);
    }
  });
});

test('HR finds on the admin site all that the table grants, and the office’s notes; surveys only in sum', () => {
  const mine = desks.filter((look) => look.reader === 'hr');
  const last = mine.at(-1);
  const granted = MARKERS.filter((marker) => last && isGranted(marker, 'hr', last.plan)).map(nameOf);
  // A proposal that was sent back stands no more: it is read among the technical events.
  expect(granted.filter((name) => !last?.found.includes(name))).toEqual(['proposal: zqproposed']);
  expect(last?.found).toContain('office_notes: zqnote');
  expect(mine.flatMap(({ found }) => found)).not.toContain('survey_answers: zqfew');
});

test('everybody who is asked has pages to look at, whoever is only told has none', () => {
  const pages = Object.fromEntries(
    looks.filter(({ moment }) => moment === 'over').map((one) => [one.reader, one.pages > 0]),
  );
  expect(pages).toEqual({
    employee: true,
    sam: true,
    reviewer: true,
    hr: true,
    head: false,
    mentor: true,
    rep: true,
    one: true,
  });
});

test('the sealed record holds everything that was written', () => {
  const written = MARKERS.filter(({ is }) => typeof is === 'string' && is.toLowerCase().startsWith('zq'));
  expect(written.filter((marker) => !isIn(sealed, marker)).map(nameOf)).toEqual([]);
});

test('the API tells HR everything that was written but what one person answered to a survey', () => {
  const written = MARKERS.filter(({ is }) => typeof is === 'string' && is.toLowerCase().startsWith('zq'));
  expect(written.filter((marker) => !isIn(api, marker)).map(nameOf)).toEqual(['survey_answers: zqfew']);
});

test('no log says any of it, but who signed in to read', () => {
  expect(found(logs.replaceAll(/"principal":"[^"]*"/g, ''))).toEqual([]);
  expect(logs).toContain(life.planId);
});
