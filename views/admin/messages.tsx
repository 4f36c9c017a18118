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

/** What cannot stand on a page to be sent again: a file, or more than a form may hold. */
export type NotKept = 'file' | 'too long';

/**
 * When a form was sent and the session was over: all of it is on the page, to be sent again from there; where that cannot
 * be, the page says where it still is.
 *
 * @param path where it was sent to
 */
export const sessionOverPage = (
  path: string,
  sent: readonly (readonly [string, string])[] | NotKept,
): string =>
  plainPage(
    'Please sign in again',
    <>
      <p class="lead">
        You were signed in for too long, so nothing was done.
        {typeof sent === 'string' ? null : ' Nothing you typed is lost.'}
      </p>
      <ol>
        <li>
          <a href="/admin/sign-in?to=/admin/signed-in" target="_blank" rel="noopener">
            Sign in in a new tab
          </a>
          , and close it again.
        </li>
        <li>{typeof sent === 'string' ? GO_BACK[sent] : <SendAgain path={path} fields={sent} />}</li>
      </ol>
      {typeof sent === 'string' ? null : <Typed fields={sent} />}
    </>,
  );

const GO_BACK: Record<NotKept, string> = {
  file: 'Then go back in your browser to the page you came from, choose the file again, and send it.',
  'too long':
    'Then go back in your browser to the page you came from: what was sent is too long to be kept on this one. Most browsers still have what you typed there; copy it before you send it again.',
};

type Fields = readonly (readonly [string, string])[];

const SendAgain = ({ path, fields }: { path: string; fields: Fields }) => (
  <>
    Then send what you typed from here.
    <form method="post" action={path} class="actions">
      {fields.map(([name, value], at) => (
        <input key={at} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">Send again</button>
    </form>
  </>
);

const Typed = ({ fields }: { fields: Fields }) =>
  fields.length === 0 ? null : (
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
  );

/** What the tab shows in which somebody signed in again. */
export const signedInPage = (name: string): string =>
  plainPage(
    'You are signed in again',
    <p class="lead">You are signed in as {name}. Close this tab, and go on in the one you came from.</p>,
  );
