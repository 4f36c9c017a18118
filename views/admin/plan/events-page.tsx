import { type AdminFrame, adminPage } from '../layout.tsx';

export interface EventsModel {
  id: string;
  title: string;
  timeZone: string;
  rows: { seq: number; type: string; at: string; who: string; json: string }[];
}

/** The record, event by event. */
export const eventsPage = (frame: AdminFrame, { id, title, timeZone, rows }: EventsModel): string =>
  adminPage(
    frame,
    {
      title: 'Technical events',
      lead: `The record of this plan is these ${rows.length} events and nothing else. Moments are in UTC; the plan reads its days in ${timeZone}. What people answered to surveys is withheld.`,
      crumbs: [
        { href: '/admin/plans', text: 'Plans' },
        { href: `/admin/plans/${id}`, text: title },
      ],
      wide: true,
    },
    <table class="table wraps">
      <caption class="visually-hidden">Events, oldest first</caption>
      <thead>
        <tr>
          <th scope="col" class="numeric">
            Number
          </th>
          <th scope="col">Event</th>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">Content</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ seq, type, at, who, json }) => (
          <tr key={seq}>
            <th scope="row" class="numeric">
              {seq}
            </th>
            <td data-label="Event">{type}</td>
            <td data-label="When">
              <time dateTime={at}>{at.replace('T', ' ').replace('Z', '')}</time>
            </td>
            <td data-label="Who">{who}</td>
            <td data-label="Content">
              <details>
                <summary>
                  JSON<span class="visually-hidden"> of event {seq}</span>
                </summary>
                <pre>{json}</pre>
              </details>
            </td>
          </tr>
        ))}
      </tbody>
    </table>,
  );
