import type { Mail } from '../inbox.ts';
import { counted, moment } from './words.ts';
import type { PlanRow } from './world.ts';

const SHOWN = 4;

const addressOf = (link: string): URL | undefined => (URL.canParse(link) ? new URL(link) : undefined);

/** A link of the app opens here, whatever address the app is configured to have. */
const here = (link: string): string => {
  const url = addressOf(link);
  return url?.pathname.startsWith('/l/') ? `${url.pathname}${url.search}` : link;
};

/** Apart from where readers say that a mail was not meant for them. */
const isToRead = (link: string): boolean => !addressOf(link)?.pathname.endsWith('/wrong-person');

const labelOf = (link: string, index: number, links: string[]): string => {
  const url = addressOf(link);
  if (!url?.pathname.startsWith('/l/'))
    return `${url?.host ?? link}${url && url.pathname !== '/' ? url.pathname : ''}`;
  return links.length > 1 ? `See what they see (${index + 1})` : 'See what they see';
};

export const Links = ({ links }: { links: string[] }) => (
  <>
    {links.filter(isToRead).map((link, index, links) => (
      <span key={link}>
        {index > 0 ? ' · ' : ''}
        <a class="see" href={here(link)} rel="noreferrer">
          {labelOf(link, index, links)}
        </a>
      </span>
    ))}
  </>
);

const Line = ({ mail, timeZone }: { mail: Mail; timeZone: string }) => (
  <li>
    <div class="line">
      <a href={`/_sandbox/ui/mail/${encodeURIComponent(mail.id)}`}>{mail.subject || '(no subject)'}</a>
      <time class="soft small" datetime={mail.at}>
        {moment(mail.at, timeZone)}
      </time>
    </div>
    {mail.links.length > 0 || mail.bounced ? (
      <p class="small">
        {mail.bounced ? <span class="badge bad">bounced</span> : null} <Links links={mail.links} />
      </p>
    ) : null}
  </li>
);

interface Person {
  address: string;
  name: string;
  role: string;
  timeZone: string;
  /** Newest first. */
  mails: Mail[];
}

const people = (mails: Mail[], plans: PlanRow[]): Person[] => {
  const byAddress = new Map<string, Person>();
  for (const mail of mails.toReversed()) {
    for (const address of mail.to) {
      const key = address.toLowerCase();
      const plan = plans.find(({ participants }) =>
        participants.some(({ email }) => email.toLowerCase() === key),
      );
      const known = plan?.participants.find(({ email }) => email.toLowerCase() === key);
      const person = byAddress.get(key) ?? {
        address,
        name: known?.name ?? address,
        role: known?.role ?? '',
        timeZone: plan?.timeZone ?? 'UTC',
        mails: [],
      };
      person.mails.push(mail);
      byAddress.set(key, person);
    }
  }
  return [...byAddress.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
};

const Mailbox = ({ person: { name, role, address, mails, timeZone } }: { person: Person }) => (
  <details open>
    <summary>
      <strong>{name}</strong>{' '}
      <span class="soft small">
        {role ? `${role}, ` : ''}
        {name === address ? '' : `${address}, `}
        {counted(mails.length, 'mail')}
      </span>
    </summary>
    <ul class="mails">
      {mails.slice(0, SHOWN).map((mail) => (
        <Line key={mail.id} mail={mail} timeZone={timeZone} />
      ))}
    </ul>
    {mails.length > SHOWN ? (
      <details class="earlier">
        <summary>{counted(mails.length - SHOWN, 'earlier mail')}</summary>
        <ul class="mails">
          {mails.slice(SHOWN).map((mail) => (
            <Line key={mail.id} mail={mail} timeZone={timeZone} />
          ))}
        </ul>
      </details>
    ) : null}
  </details>
);

export const MailList = ({ mails, plans }: { mails: Mail[]; plans: PlanRow[] }) => (
  <section id="mail" aria-labelledby="mail-title">
    <h2 id="mail-title">
      Mail by person <span class="count">{mails.length > 0 ? counted(mails.length, 'mail') : ''}</span>
    </h2>
    {mails.length === 0 ? (
      <div class="card">
        <p>
          No mail yet. It arrives here when a plan is launched and whenever something comes due: move the
          clock with “Next event”.
        </p>
      </div>
    ) : (
      <div class="people">
        {people(mails, plans).map((person) => (
          <Mailbox key={person.address} person={person} />
        ))}
      </div>
    )}
  </section>
);
