import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Fault } from '../faults.ts';
import type { HttpReply } from '../wire/endpoint.ts';
import { at, HOME } from './address.ts';
import { switchOf } from './chaos.ts';
import { ClockBar, type ClockBarProps } from './clock-bar.tsx';
import { Rail, type RailProps } from './rail.tsx';
import { counted } from './words.ts';
import type { Trouble } from './world.ts';

export interface Frame extends ClockBarProps, RailProps {
  title: string;
  /** Which part of the console this is: the first section of its address. */
  section: string;
  faults: readonly (Fault & { struck: number })[];
  /** Real seconds after which the page looks again by itself. */
  follow: number | undefined;
}

const PARTS: readonly [section: string, name: string][] = [
  ['', 'Plans'],
  ['mail', 'Mail'],
  ['executions', 'Executions'],
  ['table', 'Table'],
  ['logs', 'Logs'],
  ['meter', 'Meter'],
  ['chaos', 'Chaos'],
  ['scenario', 'Scenario'],
];

const Parts = ({ section }: { section: string }) => (
  <nav aria-label="Parts of the sandbox">
    {PARTS.map(([part, name]) => (
      <a
        key={part}
        href={part ? at([part]) : HOME}
        aria-current={part === section || (part === '' && section === 'plans') ? 'page' : undefined}
      >
        {name}
      </a>
    ))}
  </nav>
);

const Faults = ({ faults, here }: Pick<Frame, 'faults' | 'here'>) =>
  faults.length === 0 ? null : (
    <section class="faults" aria-label="Faults">
      <div class="width">
        <p>
          <strong>{counted(faults.length, 'fault')} on:</strong>{' '}
          {faults
            .map(({ name, struck }) => `${switchOf(name).title} (struck ${counted(struck, 'time')})`)
            .join(', ')}
          . <a href={at(['chaos'])}>Chaos switches</a>
        </p>
        <form method="post" action={at(['chaos'])}>
          <input type="hidden" name="back" value={here} />
          <button type="submit" class="plain" name="do" value="all-off">
            All off
          </button>
        </form>
      </div>
    </section>
  );

export const TroubleNotice = ({ trouble }: { trouble: Trouble }) => (
  <div class="notice bad" role="alert">
    <h2>{trouble.title}</h2>
    {trouble.detail ? <p>{trouble.detail}</p> : null}
    {trouble.points.length > 0 ? (
      <ul>
        {trouble.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    ) : null}
  </div>
);

const Page = ({ children, ...frame }: Frame & { children: ComponentChildren }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{`${frame.title} · PIP Follow-Up sandbox`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href={at(['style.css'])} />
      <script src={at(['script.js'])} defer />
    </head>
    <body data-follow={frame.follow}>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="band" id="band">
        <div class="width">
          <div class="brand">
            <strong>
              <a href={HOME}>PIP Follow-Up sandbox</a>
            </strong>
            <span>Nothing here leaves this machine.</span>
            <Parts section={frame.section} />
          </div>
          <ClockBar {...frame} />
        </div>
      </header>
      <div id="faults">
        <Faults {...frame} />
      </div>
      <div class="width desk">
        <div id="rail">
          <Rail {...frame} />
        </div>
        <main id="content">
          {frame.follow ? (
            <noscript>
              <p class="notice">
                Without scripts this page does not follow by itself. <a href={frame.here}>Look again</a>
              </p>
            </noscript>
          ) : null}
          {children}
        </main>
      </div>
    </body>
  </html>
);

/** Pages load their own stylesheet, script and frames, and nothing else. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A whole page. */
export const htmlReply = (frame: Frame, children: ComponentChildren, status = 200): HttpReply => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': POLICY,
  },
  body: `<!doctype html>${render(<Page {...frame}>{children}</Page>)}`,
});
