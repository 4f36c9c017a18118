import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { HttpReply } from '../wire/endpoint.ts';
import { moment, placeOf } from './words.ts';
import type { Trouble } from './world.ts';

export interface Frame {
  title: string;
  /** Epoch milliseconds. */
  now: number;
  live: boolean;
  /** Zones to show the time in besides UTC. */
  zones: string[];
  /** Path of this page, to come back to after a move of the clock. */
  here: string;
}

const Move = ({ here, children }: { here: string; children: ComponentChildren }) => (
  <form method="post" action="/_sandbox/ui/clock">
    <input type="hidden" name="back" value={here} />
    {children}
  </form>
);

const Clock = ({ now, live, zones, here }: Frame) => (
  <section class="clock" aria-label="Clock" id="clock">
    <div>
      <p class="now">
        <time datetime={new Date(now).toISOString()}>{moment(now)}</time> UTC
      </p>
      <p class="also">
        {zones.map((zone) => `${moment(now, zone)} in ${placeOf(zone)}. `)}
        {live ? 'The clock runs by itself.' : 'The clock stands still until you move it.'}
      </p>
    </div>
    <div class="moves">
      <Move here={here}>
        <button type="submit" name="move" value="next">
          Next event
        </button>
      </Move>
      <Move here={here}>
        <button type="submit" name="move" value="P1D">
          +1 day
        </button>
      </Move>
      <Move here={here}>
        <div>
          <label for="to">To a date and time in UTC</label>
          <input
            id="to"
            type="datetime-local"
            name="to"
            required
            value={new Date(now).toISOString().slice(0, 16)}
          />
        </div>
        <button type="submit" class="plain" name="move" value="to">
          Go
        </button>
      </Move>
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
      <link rel="stylesheet" href="/_sandbox/ui/style.css" />
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="band">
        <div class="width">
          <div class="brand">
            <strong>
              <a href="/_sandbox/ui">PIP Follow-Up sandbox</a>
            </strong>
            <span>Nothing here leaves this machine.</span>
            <nav aria-label="Parts of the sandbox">
              <a href="/_sandbox/ui#plans">Plans</a>
              <a href="/_sandbox/ui#mail">Mail</a>
              <a href="/_sandbox/ui#executions">Executions</a>
            </nav>
          </div>
          <Clock {...frame} />
        </div>
      </header>
      <main class="width" id="content">
        {children}
      </main>
    </body>
  </html>
);

/** A whole page. It may load its own stylesheet and nothing else; `inlineStyles` lets a mail keep its look. */
export const htmlReply = (
  frame: Frame,
  children: ComponentChildren,
  { status = 200, inlineStyles = false }: { status?: number; inlineStyles?: boolean } = {},
): HttpReply => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'self'${inlineStyles ? " 'unsafe-inline'" : ''}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  },
  body: `<!doctype html>${render(<Page {...frame}>{children}</Page>)}`,
});
