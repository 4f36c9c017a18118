import type { PlanModel } from './model.ts';

/** What can be done to the plan; what cannot be done now is folded in below, and says why. */
export const Actions = ({ actions }: Pick<PlanModel, 'actions'>) => {
  const all = actions.flatMap(({ offered }) => offered);
  const impossible = all.filter(({ why }) => why !== undefined);
  return (
    <section class="card" aria-labelledby="actions-title">
      <h2 id="actions-title">Actions</h2>
      <p class="small soft">Each shows what it would do before it is done.</p>
      {actions.map(({ group, offered }) => {
        const possible = offered.filter(({ why }) => why === undefined);
        return possible.length === 0 ? null : (
          <div key={group}>
            <h3>{group}</h3>
            <ul class="offers">
              {possible.map(({ title, href }) => (
                <li key={title}>
                  <a href={href}>{title}</a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {impossible.length > 0 ? (
        <details id="impossible">
          <summary>Not possible now: {impossible.length}</summary>
          <ul class="offers">
            {impossible.map(({ title, why }) => (
              <li key={title}>
                {title} <span class="small soft why">{why}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
};
