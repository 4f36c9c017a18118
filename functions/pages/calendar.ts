import { calendarFile } from '../../adapters/invite.ts';
import { linkState } from '../../domain/links.ts';
import { planCalendar } from '../../views/calendar.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { viewContext } from './question-page.ts';
import type { Session } from './session.ts';
import { show } from './show.ts';

/** `GET …/calendar.ics`: the days of the plan that whoever holds the link takes part in, as a file. Reads only. */
export async function downloadCalendar(session: Session, ports: WebPorts): Promise<WebResponse> {
  const now = ports.now();
  if (linkState(session.link, session.plan, now) === 'expired') return show(session, ports);
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="calendar.ics"',
    },
    body: calendarFile(planCalendar(viewContext(session, ports)), now),
  };
}
