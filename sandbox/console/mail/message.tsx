import type { Mail } from '../../inbox.ts';
import { at } from '../address.ts';
import { moment } from '../words.ts';
import { CheckView } from './check-view.tsx';
import { invitesIn } from './invite.ts';
import { InviteView } from './invite-view.tsx';
import { Links } from './links.tsx';
import { asked, type MailQuery, Marks } from './mail-list.tsx';

const VIEWS = ['html', 'text', 'source', 'headers', 'attachments', 'invite', 'check'] as const;
export type MailView = (typeof VIEWS)[number];

const NAMES: Readonly<Record<MailView, string>> = {
  html: 'HTML',
  text: 'Text',
  source: 'Source',
  headers: 'Headers',
  attachments: 'Attachments',
  invite: 'Invitation',
  check: 'Accessibility',
};

/** The view that is asked for, or the one a mail program would show first. */
export const viewOf = (wanted: string | null, mail: Mail): MailView =>
  VIEWS.find((view) => view === wanted) ?? (mail.html ? 'html' : 'text');

const Html = ({ mail }: { mail: Mail }) =>
  mail.html ? (
    <iframe
      title="The mail as HTML"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      src={at(['mail', mail.id, 'html'])}
    />
  ) : (
    <p>This mail has no HTML part.</p>
  );

const Headers = ({ mail }: { mail: Mail }) => (
  <div class="wide">
    <table class="narrow">
      <caption>Headers as they were sent, and the message tags of SES</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(mail.headers).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
        {Object.entries(mail.tags).map(([name, value]) => (
          <tr key={`tag ${name}`}>
            <th scope="row">tag {name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Attachments = ({ mail }: { mail: Mail }) =>
  mail.attachments.length === 0 ? (
    <p>Nothing is attached.</p>
  ) : (
    <ul>
      {mail.attachments.map(({ name, contentType, content }, index) => (
        <li key={index}>
          <a href={at(['mail', mail.id, 'files', String(index)])}>{name}</a>{' '}
          <span class="soft small">
            {contentType}, {Buffer.from(content, 'base64').length} bytes
          </span>
        </li>
      ))}
    </ul>
  );

const Source = ({ mail }: { mail: Mail }) => (
  <>
    <p class="small">
      <a href={at(['mail', mail.id, 'source.eml'])}>Download as .eml</a>
    </p>
    <pre>{mail.raw}</pre>
  </>
);

const View = ({ mail, view }: { mail: Mail; view: MailView }) => {
  switch (view) {
    case 'html':
      return <Html mail={mail} />;
    case 'text':
      return <pre>{mail.text || '(no text part)'}</pre>;
    case 'source':
      return <Source mail={mail} />;
    case 'headers':
      return <Headers mail={mail} />;
    case 'attachments':
      return <Attachments mail={mail} />;
    case 'invite':
      return <InviteView mail={mail} />;
    case 'check':
      return <CheckView mail={mail} />;
  }
};

interface MessageProps {
  mail: Mail;
  view: MailView;
  query: MailQuery;
  timeZone: string;
}

/** One mail, in the view that was chosen. */
export const Message = ({ mail, view, query, timeZone }: MessageProps) => {
  const hasInvite = invitesIn(mail).invites.length > 0;
  const views = VIEWS.filter(
    (each) => (each !== 'invite' || hasInvite) && (each !== 'attachments' || mail.attachments.length > 0),
  );
  return (
    <article class="card message" aria-labelledby="subject">
      <h2 id="subject">{mail.subject || '(no subject)'}</h2>
      <dl class="facts">
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>To</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>Accepted</dt>
        <dd>
          {moment(mail.at, timeZone)} <Marks mail={mail} />
        </dd>
        {mail.links.length > 0 ? (
          <>
            <dt>Links</dt>
            <dd>
              <Links links={mail.links} />
            </dd>
          </>
        ) : null}
      </dl>
      <nav class="tabs" aria-label="Views of this mail">
        {views.map((each) => (
          <a
            key={each}
            href={at(['mail', mail.id], { ...asked(query), view: each })}
            aria-current={each === view ? 'page' : undefined}
          >
            {NAMES[each]}
          </a>
        ))}
      </nav>
      <View mail={mail} view={view} />
    </article>
  );
};
