import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { DoorsOptions } from '../../sandbox/doors.ts';
import { instant } from '../../sandbox/wire/instant.ts';
import { openWorld, RESOURCES, route } from './doors-world.ts';

const EXAMPLES = new URL('../../examples', import.meta.url).pathname;

export const PLAN = {
  planId: 'pln1',
  title: 'Records requests: on time, right, and kept informed',
  status: 'acknowledging',
  outcome: null as string | null,
  version: 3,
  nextDueAt: '2027-01-08T22:00:00Z',
  startDate: '2027-01-04',
  endDate: '2027-03-04',
  timeZone: 'America/New_York',
  pack: 'us-dc-6b1410@2026.1',
  participants: [
    { id: 'employee', role: 'employee', name: 'Dana Whitfield', email: 'dana@example.org' },
    { id: 'supervisor', role: 'supervisor', name: 'Marcus Oyelaran', email: 'marcus@example.org' },
  ],
  openRequests: [
    {
      id: 'ack',
      kind: 'acknowledgement',
      dueAt: '2027-01-08T22:00:00Z',
      waitingFor: ['employee', 'supervisor'],
    },
  ],
};

const PAST = [
  'Plan drafted.',
  'Plan approved by HR.',
  'Plan launched; acknowledgement asked of Dana Whitfield and Marcus Oyelaran.',
];
const PLANNED = [
  'Dana Whitfield and Marcus Oyelaran are reminded to acknowledge.',
  'The acknowledgement is recorded as not given.',
  'The plan starts.',
];

/** What happens to a plan after its launch, one event each hour of the next day. */
const later = (index: number) => ({
  at: `2027-01-05T${String(index).padStart(2, '0')}:00:00Z`,
  text: `Event ${index + 1} happened.`,
});

const entries = (version: number) => [
  ...Array.from({ length: version }, (_, index) => {
    const { at, text } = {
      ...later(index),
      ...(PAST[index] && { at: `2027-01-04T14:0${index}:00Z`, text: PAST[index] }),
    };
    return { at, kind: 'past', what: 'X', text };
  }),
  ...PLANNED.map((text, index) => ({
    at: `2027-01-0${6 + index}T22:00:00Z`,
    kind: 'planned',
    what: 'X',
    text,
  })),
];

/** A stand-in for the deployed app's API: it keeps plans and follows commands just far enough for the console. */
const api = (plans: (typeof PLAN)[]) => (event: APIGatewayProxyEventV2) => {
  const json = (statusCode: number, body: unknown) => ({ statusCode, body: JSON.stringify(body) });
  const plan = plans.find(({ planId }) => planId === event.pathParameters?.planId);
  const sent = event.body ? JSON.parse(event.body) : {};
  if (event.routeKey === 'GET /api/plans') {
    const from = Number(event.queryStringParameters?.cursor ?? 0);
    return json(200, {
      plans: plans.slice(from, from + 1),
      ...(from + 1 < plans.length ? { cursor: `${from + 1}` } : {}),
    });
  }
  if (event.routeKey === 'POST /api/plans') {
    if (!sent.items) {
      const errors = [{ field: 'items', message: 'At least one item is needed.', rule: 'D3' }];
      return json(422, {
        title: 'The content breaks rules',
        detail: 'One rule is broken.',
        wayOut: 'Mend it.',
        errors,
      });
    }
    const { title, startDate } = sent;
    const added = { ...PLAN, planId: `pln${plans.length + 1}`, title, startDate, status: 'draft' };
    plans.push(added);
    return json(201, added);
  }
  if (!plan) return json(404, { title: 'Not found', detail: 'There is no such plan.' });
  if (event.routeKey.endsWith('/timeline')) return json(200, { entries: entries(plan.version) });
  if (event.routeKey.endsWith('/commands')) {
    if (sent.type === 'launch' && plan.startDate < '2027-01-04')
      return json(422, { title: 'The content breaks rules', detail: 'It is past.' });
    plan.status =
      { approve: 'approved', launch: 'acknowledging', withdraw: 'withdrawn' }[sent.type as string] ?? '';
  }
  return json(200, plan);
};

const failed = () => {
  throw new Error('The app is broken.');
};

const RAW = (to: string, subject: string, link: string) =>
  Buffer.from(
    [
      'From: "PIP Follow-Up" <no-reply@pip.example.org>',
      `To: ${to}`,
      `Subject: ${subject}`,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b\r\nContent-Type: text/plain\r\n',
      `Please answer: ${link}\r\n`,
      '--b\r\nContent-Type: text/html\r\n',
      `<p style="font: 16px sans-serif">Hello, please <a href="${link}">answer</a>.</p>\r\n`,
      '--b--',
    ].join('\r\n'),
  );

export interface HomeWorldOptions {
  /** Whether the app answers nothing but 500. */
  failing?: boolean;
  /** The folder of examples; the project's own when absent. */
  examples?: string;
  more?: Partial<DoorsOptions>;
}

/** The console before a stand-in API. */
export const openHome = async (
  plans: (typeof PLAN)[] = [],
  { failing = false, examples = EXAMPLES, more = {} }: HomeWorldOptions = {},
) => {
  const keys = ['GET /api/plans', 'POST /api/plans', 'GET /api/plans/{planId}'];
  keys.push('GET /api/plans/{planId}/timeline', 'POST /api/plans/{planId}/commands');
  const resources = [...RESOURCES, ...keys.flatMap((key) => route(key, 'api', 'AWS_IAM'))];
  const world = await openWorld({
    resources,
    functions: failing ? { api: failed } : { api: api(plans) },
    more: { examples, ...more },
  });
  const mail = (to: string, subject: string, link = `https://pip.example.org/l/${to.split('@')[0]}.mac`) =>
    world.doors.inbox.accept({ raw: RAW(to, subject, link), tags: { plan: 'pln1' } });
  const page = async (path: string) => (await world.ask(path)).body as string;
  /** Sends a form as a browser without scripts does, and reads the page it is led to. */
  const submit = async (path: string, fields: Record<string, string>) => {
    const reply = await fetch(`${world.doors.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    const to = reply.headers.get('location') ?? '';
    return { status: reply.status, to, html: await page(to) };
  };
  return { ...world, plans, mail, page, submit, now: () => instant(world.clock.now()) };
};
