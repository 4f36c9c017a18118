import type { ComponentChildren } from 'preact';
import type { Mail } from '../../inbox.ts';
import { at } from '../address.ts';
import type { Desk } from '../desk.ts';
import type { Shown } from '../shown.ts';
import { counted, placeOf } from '../words.ts';
import type { PlanRow } from '../world.ts';
import { asked, found, MailList, type MailQuery, queryOf } from './mail-list.tsx';
import { type MailView, Message, viewOf } from './message.tsx';

const Search = ({ query }: { query: MailQuery }) => (
  <form class="search" method="get" action={at(['mail'])}>
    {query.to ? <input type="hidden" name="to" value={query.to} /> : null}
    {query.plan ? <input type="hidden" name="plan" value={query.plan} /> : null}
    <label for="q" class="unseen">
      Search mail
    </label>
    <input id="q" type="search" name="q" value={query.q} placeholder="Search" />
    <span class="tick">
      <input id="unread" type="checkbox" name="unread" value="yes" checked={query.unread} />
      <label for="unread">unread only</label>
    </span>
    <button type="submit" class="plain">
      Search
    </button>
  </form>
);

const AllRead = ({ query, count }: { query: MailQuery; count: number }) =>
  count === 0 ? null : (
    <form method="post" action={at(['mail'])}>
      <input type="hidden" name="back" value={at(['mail'], asked(query))} />
      {query.to ? <input type="hidden" name="to" value={query.to} /> : null}
      <button type="submit" class="plain small">
        Mark {counted(count, 'mail')} as read
      </button>
    </form>
  );

const Nothing = ({ query, any }: { query: MailQuery; any: boolean }) => (
  <div class="card">
    {any && (query.q || query.unread) ? (
      <p>
        No mail matches. <a href={at(['mail'], { to: query.to })}>Show all of it</a>.
      </p>
    ) : any ? (
      <p>No mail yet for this address. It comes when they are asked something, or told something.</p>
    ) : (
      <p>
        No mail yet. It arrives here when a plan is launched and whenever something comes due: start a plan,
        then move the clock with “Next event”.
      </p>
    )}
  </div>
);

const readerOf = (plans: readonly PlanRow[], to: string) => {
  const plan = plans.find(({ participants }) =>
    participants.some(({ email }) => email.toLowerCase() === to.toLowerCase()),
  );
  const person = plan?.participants.find(({ email }) => email.toLowerCase() === to.toLowerCase());
  return { name: person?.name ?? to, timeZone: plan?.timeZone ?? 'UTC' };
};

const client = (
  desk: Desk,
  plans: PlanRow[],
  query: MailQuery,
  reading?: { mail: Mail; view: MailView },
): Shown => {
  const all = desk.options.inbox.list();
  const mails = found(all, query, desk.opened);
  const { name, timeZone } = readerOf(plans, query.to || reading?.mail.to[0] || '');
  const title = query.to ? `Mail to ${name}` : 'Mail';
  const nameOf = (address: string) => readerOf(plans, address).name;
  const unread = mails.filter(({ id }) => !desk.opened.has(id)).length;
  const list: ComponentChildren = (
    <section class="mailbox" aria-label="Messages">
      <Search query={query} />
      {mails.length === 0 ? (
        <Nothing query={query} any={all.length > 0} />
      ) : (
        <MailList
          {...{ mails, query, nameOf, timeZone }}
          opened={desk.opened}
          {...(reading ? { reading: reading.mail.id } : {})}
        />
      )}
      <AllRead query={query} count={unread} />
    </section>
  );
  return {
    title: reading ? reading.mail.subject || '(no subject)' : title,
    children: (
      <>
        <div class="title-line">
          <h1>{title}</h1>
          <p class="soft">
            {counted(mails.length, 'mail')}
            {unread > 0 ? `, ${unread} unread` : ''}. Times in {placeOf(timeZone)}.
            {query.to ? (
              <>
                {' '}
                <a href={at(['mail'])}>All mail</a>
              </>
            ) : null}
          </p>
        </div>
        <div class={reading ? 'client reading' : 'client'}>
          {list}
          {reading ? (
            <Message mail={reading.mail} view={reading.view} query={query} timeZone={timeZone} />
          ) : null}
        </div>
      </>
    ),
  };
};

/** The mail of one person, of a plan, or of everybody. */
export const mailsPage = async (desk: Desk, query: URLSearchParams): Promise<Shown> =>
  client(desk, await desk.plans().catch(() => []), queryOf(query));

/** One mail beside the list it was opened from. It counts as read from now on. */
export const mailPage = async (
  desk: Desk,
  id: string,
  query: URLSearchParams,
): Promise<Shown | undefined> => {
  const mail = desk.options.inbox.get(id);
  if (!mail) return undefined;
  desk.opened.add(id);
  return client(desk, await desk.plans().catch(() => []), queryOf(query), {
    mail,
    view: viewOf(query.get('view'), mail),
  });
};
