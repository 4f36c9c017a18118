import { plainPage } from './layout.tsx';

/** Something that did not work, and what to do next. */
export interface Trouble {
  title: string;
  detail: string;
  wayOut: string;
  errors?: readonly { field: string; message: string }[];
  /** Whether signing in is what to do next. */
  signIn?: boolean;
  /** Where the browser goes from here by itself. */
  goTo?: string;
}

/** When a page cannot be shown, or a form not be taken. */
export const troublePage = ({ title, detail, wayOut, errors = [], signIn, goTo }: Trouble): string =>
  plainPage(
    title,
    <>
      <p class="lead">{detail}</p>
      {errors.length > 0 ? (
        <ul>
          {errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field ? <code>{field}</code> : null} {message}
            </li>
          ))}
        </ul>
      ) : null}
      <p>{wayOut}</p>
      <p class="actions">
        {signIn ? (
          <a class="button" href="/admin/sign-in">
            Sign in
          </a>
        ) : (
          <a href="/admin">To the first page</a>
        )}
      </p>
    </>,
    goTo,
  );

/**
 * When a form was sent and the session was over: all of it is on the page, to be sent again from there.
 *
 * @param path where it was sent to
 */
export const sessionOverPage = (path: string, fields: readonly (readonly [string, string])[]): string =>
  plainPage(
    'Please sign in again',
    <>
      <p class="lead">
        You were signed in for too long. Nothing was done yet, and nothing you typed is lost.
      </p>
      <ol>
        <li>
          <a href="/admin/sign-in?to=/admin/signed-in" target="_blank" rel="noopener">
            Sign in in a new tab
          </a>
          , and close it again.
        </li>
        <li>
          Then send what you typed from here.
          <form method="post" action={path} class="actions">
            {fields.map(([name, value], at) => (
              <input key={at} type="hidden" name={name} value={value} />
            ))}
            <button type="submit">Send again</button>
          </form>
        </li>
      </ol>
      {fields.length > 0 ? (
        <details>
          <summary>What you typed</summary>
          <dl class="facts">
            {fields
              .filter(([, value]) => value.trim() !== '')
              .map(([name, value], at) => (
                <div key={at}>
                  <dt>{name}</dt>
                  <dd class="kept">{value}</dd>
                </div>
              ))}
          </dl>
        </details>
      ) : null}
    </>,
  );

/** What the tab shows in which somebody signed in again. */
export const signedInPage = (name: string): string =>
  plainPage(
    'You are signed in again',
    <p class="lead">You are signed in as {name}. Close this tab, and go on in the one you came from.</p>,
  );
