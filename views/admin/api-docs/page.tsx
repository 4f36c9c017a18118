import { type AdminFrame, adminPage } from '../layout.tsx';
import type { ApiDocs, ShownExample, ShownOperation } from './model.ts';

/** The reference of the API as a page: what the OpenAPI document says, for people. */
export const apiDocsPage = (frame: AdminFrame, docs: ApiDocs): string =>
  adminPage(
    frame,
    {
      title: 'The API',
      lead: 'Every route, made of the same shapes that requests are checked with.',
      wide: true,
    },
    <div class="api-docs">
      {docs.paragraphs.map((text) => (
        <p key={text}>
          <Prose text={text} />
        </p>
      ))}
      <p>
        For tools, the same is an <a href="/api/openapi.json">OpenAPI 3.1 document</a>; it needs a token like
        any call.
      </p>
      <nav aria-labelledby="contents">
        <h2 id="contents">Contents</h2>
        <ul>
          {docs.groups.map(({ tag, operations }) => (
            <li key={tag}>
              {tag}
              <ul>
                {operations.map(({ id, method, path, summary }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{summary}</a>{' '}
                    <code>
                      {method} {path}
                    </code>
                  </li>
                ))}
              </ul>
            </li>
          ))}
          <li>
            <a href="#shapes">Shapes</a>
          </li>
        </ul>
      </nav>
      {docs.groups.map(({ tag, operations }) => (
        <section key={tag} aria-label={tag}>
          <h2>{tag}</h2>
          {operations.map((operation) => (
            <Operation key={operation.id} {...operation} />
          ))}
        </section>
      ))}
      <h2 id="shapes">Shapes</h2>
      {docs.schemas.map(({ name, text }) => (
        <details key={name} id={`shape-${name}`}>
          <summary>{name}</summary>
          <Text label={`JSON Schema of ${name}`} text={text} />
        </details>
      ))}
    </div>,
  );

const Operation = ({
  id,
  method,
  path,
  summary,
  paragraphs,
  roles,
  parameters,
  sent,
  answers,
  examples,
}: ShownOperation) => (
  <article class="card" aria-labelledby={id}>
    <h3 id={id}>{summary}</h3>
    <p>
      <code class="route">
        {method} {path}
      </code>{' '}
      {roles.map((role) => (
        <span key={role} class="pill">
          {role}
        </span>
      ))}
    </p>
    {paragraphs.map((text) => (
      <p key={text}>
        <Prose text={text} />
      </p>
    ))}
    {parameters.length > 0 ? (
      <table class="table">
        <caption>Parameters</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">In</th>
            <th scope="col">Is</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, where, says }) => (
            <tr key={`${where} ${name}`}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td data-label="In">{where}</td>
              <td>
                <Prose text={says} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    ) : null}
    {sent ? (
      <details>
        <summary>What is sent</summary>
        <Text label={`JSON Schema of what is sent to ${summary}`} text={sent} />
      </details>
    ) : null}
    <table class="table">
      <caption>Answers</caption>
      <thead>
        <tr>
          <th scope="col">Status</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {answers.map(({ status, says, schema }) => (
          <tr key={status}>
            <th scope="row">{status}</th>
            <td>
              {says.map((text) => (
                <p key={text}>
                  <Prose text={text} />
                </p>
              ))}
              {schema ? (
                <p>
                  Shape: <a href={`#shape-${schema}`}>{schema}</a>
                </p>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {examples.map((example) => (
      <ExampleBlock key={example.name} {...example} operation={summary} />
    ))}
  </article>
);

const ExampleBlock = ({
  name,
  says,
  curl,
  answer,
  status,
  operation,
}: ShownExample & { operation: string }) => (
  <details>
    <summary>
      Example, {status}: <Prose text={says} />
    </summary>
    <Text label={`${operation}: request ${name}`} text={curl} />
    {answer ? <Text label={`${operation}: answer to ${name}`} text={answer} /> : null}
  </details>
);

/** What stands between backticks is code. */
const Prose = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part))}</>
);

/** Long lines are scrolled to within their box, by keyboard as well. */
const Text = ({ label, text }: { label: string; text: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable without a mouse
  <section class="code" tabIndex={0} aria-label={label}>
    <pre>{text}</pre>
  </section>
);
