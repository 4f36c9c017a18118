import { at } from './address.ts';
import type { Desk } from './desk.ts';
import { eventsOf } from './scenario.ts';
import type { Shown } from './shown.ts';
import { moment, placeOf } from './words.ts';
import { planOf } from './world.ts';

const PLAIN = ['seq', 'at', 'type', 'v', 'planId'];

/** Every event of a plan as it stands in its record, each with the sentence people read and the data behind it. @throws NotDone */
export const recordPage = async (desk: Desk, planId: string): Promise<Shown> => {
  const { plan, events } = await desk.meter.unmetered(async () => ({
    plan: await planOf(desk.options.gateway, planId),
    events: await eventsOf(desk, planId),
  }));
  const texts = (await desk.timeline(planId)).filter(({ kind }) => kind === 'past').map(({ text }) => text);
  desk.recordsRead.add(planId);
  const detailsOf = (event: Record<string, unknown>) =>
    JSON.stringify(
      Object.fromEntries(Object.entries(event).filter(([name]) => !PLAIN.includes(name))),
      null,
      2,
    );
  return {
    title: `The record of ${plan.title}`,
    plans: [plan],
    children: (
      <>
        <p class="back">
          <a href={at(['plans', planId])}>The plan</a>
        </p>
        <h1>The record</h1>
        <p class="soft">
          {plan.title}. Nothing in it is ever changed: each event carries a hash of itself and of the one
          before, so that anybody can check that none was altered or left out. Times in{' '}
          {placeOf(plan.timeZone)}.{' '}
          <a href={`/api/plans/${encodeURIComponent(planId)}/record`}>The sealed record</a>
        </p>
        <div class="wide">
          <table class="narrow">
            <caption>Every event, oldest first</caption>
            <thead>
              <tr>
                <th scope="col">No.</th>
                <th scope="col">When</th>
                <th scope="col">What happened</th>
                <th scope="col">Data</th>
              </tr>
            </thead>
            <tbody>
              {events.map((event, index) => (
                <tr key={event.seq}>
                  <td>{event.seq}</td>
                  <td class="time">{moment(event.at, plan.timeZone)}</td>
                  <td>{texts[index] ?? event.type}</td>
                  <td class="whole">
                    <details>
                      <summary>{event.type}</summary>
                      <pre>{detailsOf(event)}</pre>
                    </details>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </>
    ),
  };
};
