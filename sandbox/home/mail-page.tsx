import type { Mail } from '../inbox.ts';
import { Links } from './mail-list.tsx';
import { moment } from './words.ts';

/** A link in a mail opens in a tab of its own: the frame may neither run scripts nor leave its place. */
const framed = (html: string): string => `<base target="_blank">${html}`;

export const MailPage = ({ mail }: { mail: Mail }) => (
  <>
    <p class="back">
      <a href="/_sandbox/ui#mail">All mail</a>
    </p>
    <h1>{mail.subject || '(no subject)'}</h1>
    <section class="card" aria-label="About this mail">
      <dl class="facts">
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>To</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>Accepted</dt>
        <dd>
          {moment(mail.at)} UTC {mail.bounced ? <span class="badge bad">bounced</span> : null}
        </dd>
        {mail.links.length > 0 ? (
          <>
            <dt>Links</dt>
            <dd>
              <Links links={mail.links} />
            </dd>
          </>
        ) : null}
        {mail.attachments.length > 0 ? (
          <>
            <dt>Attached</dt>
            <dd>{mail.attachments.map(({ name, contentType }) => `${name} (${contentType})`).join(', ')}</dd>
          </>
        ) : null}
      </dl>
    </section>
    {mail.html ? (
      <section aria-labelledby="html">
        <h2 id="html">As HTML</h2>
        <iframe
          title="The mail as HTML"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcdoc={framed(mail.html)}
        />
      </section>
    ) : null}
    <section aria-labelledby="text">
      <h2 id="text">As text</h2>
      <pre>{mail.text || '(no text part)'}</pre>
    </section>
    <section aria-labelledby="source">
      <h2 id="source">Source</h2>
      <details class="card fold">
        <summary>Show the message as it was sent</summary>
        <div>
          <pre>{mail.raw}</pre>
        </div>
      </details>
    </section>
  </>
);
