import type { PlanModel } from './model.ts';

/** What can be done to the plan; what cannot be done now stands there too, and says why. */
export const Actions = ({ actions }: Pick<PlanModel, 'actions'>) => (
  <section class="card" aria-labelledby="actions-title">
    <h2 id="actions-title">Actions</h2>
    <p class="small soft">Each shows what it would do before it is done.</p>
    {actions.map(({ group, offered }) => (
      <div key={group}>
        <h3>{group}</h3>
        <ul class="offers">
          {offered.map(({ title, href, why }) => (
            <li key={title}>
              {why === undefined ? (
                <a href={href}>{title}</a>
              ) : (
                <>
                  <span class="soft">{title}</span> <span class="small soft why">Not now: {why}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    ))}
  </section>
);
