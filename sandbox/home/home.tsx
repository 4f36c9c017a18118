import type { ComponentChildren } from 'preact';
import type { HttpReply, HttpRequest } from '../wire/endpoint.ts';
import { createActions } from './actions.ts';
import { EmptyButton } from './example-list.tsx';
import { listExamples } from './examples.ts';
import { ExecutionList } from './execution-list.tsx';
import { ExecutionPage } from './execution-page.tsx';
import { historyOf } from './history.ts';
import { htmlReply, TroubleNotice } from './layout.tsx';
import { MailList } from './mail-list.tsx';
import { MailPage } from './mail-page.tsx';
import { MovedNotice } from './moved-notice.tsx';
import type { News } from './news.ts';
import { PlanList } from './plan-list.tsx';
import { PlanPage } from './plan-page.tsx';
import { style } from './style.ts';
import { troubleOf } from './trouble.ts';
import {
  callApi,
  type HomeOptions,
  listPlans,
  NotDone,
  type PlanRow,
  type TimelineEntry,
  type Trouble,
} from './world.ts';

export interface Home {
  isMine(request: HttpRequest): boolean;
  answer(request: HttpRequest): Promise<HttpReply>;
}

export type { HomeOptions } from './world.ts';

const seeOther = (location: string): HttpReply => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
});

/** The parts of a path under the home page, decoded; as they stand when they cannot be. */
const partsOf = (path: string): string[] =>
  path
    .replace(/^\/(_sandbox\/ui)?\/?/, '')
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });

/** The pages under `/` and `/_sandbox/ui`, made on this side and working without scripts. */
export const createHome = (options: HomeOptions): Home => {
  const { clock, gateway, inbox, states } = options;
  /** What the last form set off, shown once on the page it led back to. */
  let last: { news?: News; trouble?: Trouble } = {};
  const began = clock.now();

  const show = (
    request: HttpRequest,
    title: string,
    children: ComponentChildren,
    {
      plans = [],
      status = 200,
      inlineStyles = false,
    }: { plans?: PlanRow[]; status?: number; inlineStyles?: boolean } = {},
  ): HttpReply => {
    const { news, trouble } = last;
    last = {};
    const frame = {
      title,
      now: clock.now(),
      live: options.isLive(),
      zones: [...new Set(plans.map(({ timeZone }) => timeZone))].slice(0, 3),
      here: request.path,
    };
    return htmlReply(
      frame,
      <>
        {trouble ? <TroubleNotice trouble={trouble} /> : null}
        {news ? <MovedNotice news={news} /> : null}
        {children}
      </>,
      { status, inlineStyles },
    );
  };

  const overview = async (request: HttpRequest): Promise<HttpReply> => {
    const plans = await listPlans(gateway).catch((error: unknown) => {
      last.trouble ??= troubleOf(error);
      return [];
    });
    const examples = await listExamples(options.examples);
    return show(
      request,
      'Home',
      <>
        <h1 class="unseen">Plans, mail and executions</h1>
        <div class="columns">
          <div>
            <PlanList plans={plans} examples={examples} now={clock.now()} began={began} />
            <ExecutionList executions={states.overview()} />
          </div>
          <MailList mails={inbox.list()} plans={plans} />
        </div>
        <div class="over">
          <EmptyButton label="Empty the sandbox and start over" />
        </div>
      </>,
      { plans },
    );
  };

  const planPage = async (request: HttpRequest, planId: string): Promise<HttpReply> => {
    const address = `/api/plans/${encodeURIComponent(planId)}`;
    const plan = await callApi<PlanRow>(gateway, 'GET', address);
    const { entries } = await callApi<{ entries: TimelineEntry[] }>(gateway, 'GET', `${address}/timeline`);
    const mails = inbox.list({ plan: planId });
    return show(request, plan.title, <PlanPage plan={plan} entries={entries} mails={mails} />, {
      plans: [plan],
    });
  };

  const mailPage = (request: HttpRequest, id: string): HttpReply => {
    const mail = inbox.get(id);
    if (!mail) return nothing(request);
    return show(request, mail.subject, <MailPage mail={mail} />, { inlineStyles: true });
  };

  const executionPage = (request: HttpRequest, name: string): HttpReply => {
    const execution = states.overview().find((one) => one.name === name);
    if (!execution) return nothing(request);
    const events = historyOf(states, execution.arn);
    return show(request, name, <ExecutionPage execution={execution} events={events} />);
  };

  const nothing = (request: HttpRequest): HttpReply =>
    show(
      request,
      'Not found',
      <>
        <h1>There is nothing here</h1>
        <p>
          It may have gone with a reset. <a href="/_sandbox/ui">Back to the home page</a>.
        </p>
      </>,
      { status: 404 },
    );

  const act = createActions(options);
  const submit = async (request: HttpRequest, parts: string[]): Promise<HttpReply> => {
    const form = new URLSearchParams(request.body.toString('utf8'));
    const { back, ...shown } = await act(parts, form);
    last = shown;
    return seeOther(back);
  };

  const answer = async (request: HttpRequest): Promise<HttpReply> => {
    const [section = '', id = ''] = partsOf(request.path);
    if (section === 'style.css')
      return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: style };
    if (request.method === 'POST') return submit(request, [section, id]);
    await clock.settle();
    if (section === '') return overview(request);
    if (section === 'plans') return planPage(request, id);
    if (section === 'mail') return mailPage(request, id);
    if (section === 'executions') return executionPage(request, id);
    return nothing(request);
  };

  return {
    isMine: ({ path, method }) =>
      path === '/_sandbox/ui' ||
      path.startsWith('/_sandbox/ui/') ||
      (path === '/' && (method === 'GET' || method === 'HEAD')),
    answer: (request) =>
      answer(request).catch((error: unknown) =>
        show(request, 'It did not work', <TroubleNotice trouble={troubleOf(error)} />, {
          status: error instanceof NotDone ? error.status : 500,
        }),
      ),
  };
};
