import type { Mail } from '../../inbox.ts';
import { at } from '../address.ts';
import { counted, moment } from '../words.ts';

/** What the list of mails is narrowed down to; empty for all. */
export interface MailQuery {
  to: string;
  plan: string;
  q: string;
  unread: boolean;
}

export const queryOf = (query: URLSearchParams): MailQuery => ({
  to: query.get('to') ?? '',
  plan: query.get('plan') ?? '',
  q: query.get('q') ?? '',
  unread: query.get('unread') === 'yes',
});

/** The same as fields of an address. */
export const asked = ({ to, plan, q, unread }: MailQuery): Record<string, string | undefined> => ({
  to: to || undefined,
  plan: plan || undefined,
  q: q || undefined,
  unread: unread ? 'yes' : undefined,
});

/** The mails that are asked for, newest first. Words are looked for in subject, text and addresses. */
export const found = (
  mails: readonly Mail[],
  { to, plan, q, unread }: MailQuery,
  opened: ReadonlySet<string>,
): Mail[] => {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return mails
    .filter((mail) => {
      if (to && !mail.to.some((one) => one.toLowerCase() === to.toLowerCase())) return false;
      if (plan && mail.tags.plan !== plan) return false;
      if (unread && opened.has(mail.id)) return false;
      const text = [mail.subject, mail.text, mail.from, ...mail.to].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toReversed();
};

const SHOWN = 100;

export const Marks = ({ mail }: { mail: Mail }) => (
  <>
    {mail.bounced ? <span class="badge bad">bounced</span> : null}
    {mail.complained ? <span class="badge bad">called spam</span> : null}
  </>
);

export interface MailListProps {
  mails: readonly Mail[];
  query: MailQuery;
  opened: ReadonlySet<string>;
  /** Which one is shown beside the list. */
  reading?: string;
  nameOf: (address: string) => string;
  timeZone: string;
}

/** The list of a mail client. */
export const MailList = ({ mails, query, opened, reading, nameOf, timeZone }: MailListProps) => (
  <>
    <ul class="mails">
      {mails.slice(0, SHOWN).map((mail) => (
        <li key={mail.id} class={opened.has(mail.id) ? '' : 'new'}>
          <a
            href={at(['mail', mail.id], asked(query))}
            aria-current={mail.id === reading ? 'true' : undefined}
          >
            {opened.has(mail.id) ? null : <span class="unseen">Unread: </span>}
            <span class="subject">{mail.subject || '(no subject)'}</span>
            <span class="small soft">
              {query.to ? '' : `${mail.to.map(nameOf).join(', ')} · `}
              <time datetime={mail.at}>{moment(mail.at, timeZone)}</time>
            </span>
          </a>
          <Marks mail={mail} />
        </li>
      ))}
    </ul>
    {mails.length > SHOWN ? (
      <p class="small soft">
        {counted(mails.length - SHOWN, 'older mail')} not shown: search for words in them.
      </p>
    ) : null}
  </>
);
