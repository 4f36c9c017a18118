import type { Line } from '../models/answer-view.ts';
import type { Dated, ItemView, PlanView } from '../models/plan-view.ts';
import type { Words } from '../words/en.ts';
import { Said } from './said.tsx';

/** Pairs of a label and what it stands for. Line breaks people typed are kept. */
export function Facts({ facts }: { facts: Line[] }) {
  return (
    <dl class="facts">
      {facts.map(({ label, value, said, parts }, at) => (
        <div key={`${at}-${label}`}>
          <dt>{label}</dt>
          <dd class="kept">{said ? <Said text={value} by={said} parts={parts} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function DatedList({ heading, entries }: { heading: string; entries: Dated[] }) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <Facts
        facts={entries.map(({ day, summary, parts }) => ({
          label: day,
          value: summary,
          said: 'plan' as const,
          ...(parts ? { parts } : {}),
        }))}
      />
    </>
  );
}

/** What a competency means is said by the rules; a goal was written for the plan. */
export function Description({ item: { description, written } }: { item: ItemView }) {
  return description ? (
    <p class="kept">{written.isGoal ? <Said text={description} /> : description}</p>
  ) : null;
}

export function Actions({ item: { actions, written } }: { item: ItemView }) {
  return (
    <ol>
      {actions.map((action, at) => (
        <li key={action}>
          <Said text={action} parts={written.actions[at]} />
        </li>
      ))}
    </ol>
  );
}

/** What the plan is called, above the heading of a page. */
export function PlanTitle({ title }: { title: string }) {
  return (
    <p class="caption">
      <Said text={title} />
    </p>
  );
}

/** One action block of the form. */
export function ItemBlock({ item, number, words }: { item: ItemView; number: number; words: Words }) {
  const w = words.plan;
  return (
    <section class="card" aria-labelledby={`item-${number}`}>
      <h3 id={`item-${number}`}>{w.item(number, item.heading)}</h3>
      <Description item={item} />
      {item.rating ? <p class="soft">{item.rating}</p> : null}
      <h4>{w.deficiency}</h4>
      <p class="kept">
        <Said text={item.deficiency} />
      </p>
      <h4>{w.desiredOutcome}</h4>
      <p class="kept">
        <Said text={item.desiredOutcome} />
      </p>
      <h4>{w.actions}</h4>
      <Actions item={item} />
      <h4>{w.measure}</h4>
      <p>
        <Said text={item.measure} parts={item.written.measure} />
      </p>
      {item.checkIns.length > 0 ? (
        <table>
          <caption>{w.checkIns}</caption>
          <thead>
            <tr>
              <th scope="col">{w.checkInDay}</th>
              <th scope="col">{w.benchmark}</th>
            </tr>
          </thead>
          <tbody>
            {item.checkIns.map(({ day, benchmark }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{benchmark}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {item.support.length > 0 ? (
        <>
          <h4>{w.support}</h4>
          <ul>
            {item.support.map((support, at) => (
              <li key={support}>
                <Said text={support} parts={item.written.support.slice(at, at + 1)} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** Who, why and what, in the order of the form. */
export function PlanBasis({ plan, words }: { plan: PlanView; words: Words }) {
  const w = words.plan;
  return (
    <>
      <h2>{w.about}</h2>
      <Facts facts={plan.facts} />
      <h2>{w.reason}</h2>
      <p class="kept">
        <Said text={plan.reason} />
      </p>
      <DatedList heading={w.coaching} entries={plan.coaching} />
      <DatedList heading={w.evidence} entries={plan.evidence} />
      {plan.triage.length > 0 ? (
        <>
          <h3>{w.triage.heading}</h3>
          <Facts facts={plan.triage} />
        </>
      ) : null}
      <h2>{plan.own ? w.items : w.itemsOther}</h2>
      {plan.items.map((item, index) => (
        <ItemBlock key={item.id} item={item} number={index + 1} words={words} />
      ))}
      <DatedList heading={w.followUps} entries={plan.followUps} />
    </>
  );
}

/** Everything the plan says: its basis, then how it ends. */
export function WholePlan({ plan, words }: { plan: PlanView; words: Words }) {
  const w = words.plan;
  const decided = plan.own ? w.decidedSays : w.decidedSaysOther;
  return (
    <>
      <PlanBasis plan={plan} words={words} />
      <h2>{w.decided}</h2>
      <p>{decided(plan.issuer, plan.ends)}</p>
      <h3>{w.consequence}</h3>
      <p class="kept">{plan.own ? plan.consequence : w.consequenceOther(plan.consequence)}</p>
      {plan.shown.length > 0 ? (
        <>
          <h3>{w.shown}</h3>
          <ul>
            {plan.shown.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
