import { type AdminFrame, adminPage } from '../layout.tsx';
import { ReasonField } from './confirm-page.tsx';
import { executionHref, withQuery } from './model.ts';

export interface MigrateModel {
  /** Of this page's running executions: those on an older version, each with what it waits for. */
  old: readonly { name: string; title: string }[];
  /** How many running executions this page has looked at. */
  looked: number;
  /** Where the next ones are. */
  next?: string;
  /** Over all pages so far. */
  moved: number;
  seen: number;
  reason: string;
  fault?: string;
  token: string;
  /** Whether all of them were looked at. */
  isEnd: boolean;
}

const PATH = '/admin/executions/migrate';

/** Moves all runs to the current version, a page of running executions at a time. */
export const migratePage = (frame: AdminFrame, model: MigrateModel): string => {
  const { old, looked, next, moved, seen, token, isEnd } = model;
  const goOn = next
    ? withQuery(PATH, {
        token: next,
        moved: String(moved),
        seen: String(seen + looked),
        reason: model.reason,
      })
    : '';
  return adminPage(
    frame,
    {
      title: 'Move runs to the current version',
      lead: 'A run goes on with the workflow it began with. Moved, a new run reads the record and goes on from there.',
      crumbs: [{ href: '/admin/executions', text: 'Executions' }],
    },
    <>
      <p role="status">
        {seen + looked} running {seen + looked === 1 ? 'execution' : 'executions'} looked at so far, {moved}{' '}
        moved
        {next ? '; there are more behind these.' : isEnd ? '.' : '; these are the last.'}
      </p>
      {old.length === 0 ? (
        <div class="empty">
          <p>
            <strong>
              {isEnd
                ? 'All running executions were looked at.'
                : looked === 0
                  ? 'Nothing runs here.'
                  : `All ${looked} of these run the current version.`}
            </strong>
          </p>
          {next ? (
            <p>
              <a class="button" href={goOn}>
                Look at the next
              </a>
            </p>
          ) : (
            <p>
              <a href={PATH}>Look through all of them once more</a>
            </p>
          )}
        </div>
      ) : (
        <form method="post" action={PATH}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="next" value={next ?? ''} />
          <input type="hidden" name="moved" value={moved} />
          <input type="hidden" name="seen" value={seen + looked} />
          <Effects />
          <table class="table">
            <caption>
              On an older version: {old.length} of these {looked}
            </caption>
            <thead>
              <tr>
                <th scope="col">Move</th>
                <th scope="col">Waits for</th>
                <th scope="col">Execution</th>
              </tr>
            </thead>
            <tbody>
              {old.map(({ name, title }) => (
                <tr key={name}>
                  <td data-label="Move">
                    <input type="checkbox" name="name" value={name} checked aria-label={`Move ${name}`} />
                  </td>
                  <th scope="row">
                    <a href={executionHref(name)}>{title}</a>
                  </th>
                  <td data-label="Execution" class="mono">
                    {name}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <ReasonField {...model} />
          <p class="actions">
            <button type="submit">Move those that are ticked{next ? ', then look at the next' : ''}</button>
            {next ? <a href={goOn}>Leave these, look at the next</a> : null}
          </p>
        </form>
      )}
    </>,
  );
};

const Effects = () => (
  <div class="calm">
    <ul>
      <li>Each of these executions is stopped, and a new run of the same plan starts.</li>
      <li>
        Nobody is asked again: open questions stay open, with the same links, and no mail is sent twice.
      </li>
      <li>Every plan's record says that it happened, why, and who did it.</li>
    </ul>
  </div>
);
