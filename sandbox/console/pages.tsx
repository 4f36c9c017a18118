import { chaosPage } from './chaos-page.tsx';
import type { Desk } from './desk.ts';
import { ExecutionList } from './execution-list.tsx';
import { ExecutionPage } from './execution-page.tsx';
import { happenedPage } from './happened-page.tsx';
import { historyOf } from './history.ts';
import { homePage } from './home-page.tsx';
import { logsPage } from './logs-page.tsx';
import { mailPage, mailsPage } from './mail/client.tsx';
import { mailFile } from './mail/files.ts';
import { meterPage } from './meter-page.tsx';
import { peoplePage } from './people-page.tsx';
import { planPage } from './plan-page.tsx';
import { recordPage } from './record-page.tsx';
import { resetPage } from './reset-page.tsx';
import { scenarioOf, storyOf } from './scenario.ts';
import { scenarioPage } from './scenario-page.tsx';
import { type Answered, download, type Shown } from './shown.ts';
import { tablePage } from './table-page.tsx';

export const NOTHING_HERE: Shown = {
  title: 'Not found',
  status: 404,
  children: (
    <>
      <h1>There is nothing here</h1>
      <p>
        It may have gone with a reset. <a href="/_sandbox/ui">Back to the plans</a>.
      </p>
    </>
  ),
};

const jsonFile = (name: string, body: unknown): Answered =>
  download(name, 'application/json; charset=utf-8', `${JSON.stringify(body, null, 2)}\n`);

const executions = (desk: Desk, name: string, hasAdmin: boolean): Answered => {
  const { states } = desk.options;
  if (!name)
    return {
      title: 'Executions',
      children: <ExecutionList executions={states.overview()} hasAdmin={hasAdmin} />,
    };
  const execution = states.overview().find((one) => one.name === name);
  if (!execution) return undefined;
  const events = historyOf(states, execution.arn);
  return { title: name, children: <ExecutionPage execution={execution} events={events} /> };
};

const mails = async (
  desk: Desk,
  [id = '', file = '', index = '']: string[],
  query: URLSearchParams,
): Promise<Answered> => {
  if (!id) return mailsPage(desk, query);
  const mail = desk.options.inbox.get(id);
  return file ? mail && mailFile(mail, file, index) : mailPage(desk, id, query);
};

const plans = async (desk: Desk, [id = '', below = '']: string[], hasAdmin: boolean): Promise<Answered> => {
  if (!id) return homePage(desk);
  if (below === 'record') return recordPage(desk, id);
  if (below === 'story.json') return jsonFile(`${id}.json`, (await storyOf(desk, id)).story);
  return below ? undefined : planPage(desk, id, hasAdmin);
};

/** The page, or the file, at an address of the console; undefined where there is none. @throws NotDone */
export const pageFor = async (
  desk: Desk,
  [section = '', ...below]: string[],
  query: URLSearchParams,
  hasAdmin: boolean,
): Promise<Answered> => {
  const [id = ''] = below;
  switch (section) {
    case '':
      return homePage(desk);
    case 'plans':
      return plans(desk, below, hasAdmin);
    case 'mail':
      return mails(desk, below, query);
    case 'people':
      return peoplePage(desk);
    case 'executions':
      return executions(desk, id, hasAdmin);
    case 'table':
      return tablePage(desk, id, query);
    case 'logs':
      return logsPage(desk, query);
    case 'meter':
      return meterPage(desk);
    case 'chaos':
      return chaosPage(desk);
    case 'scenario':
      return scenarioPage(desk);
    case 'scenario.json':
      return jsonFile('scenario.json', await scenarioOf(desk));
    case 'reset':
      return resetPage(desk);
    case 'happened':
      return happenedPage(desk, query);
    default:
      return undefined;
  }
};
