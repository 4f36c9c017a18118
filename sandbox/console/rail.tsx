import { PEOPLE, roleInWords } from '../sign-in/people.ts';
import { actAs, at } from './address.ts';
import { mayManage, type Person } from './people.ts';
import { counted, plain } from './words.ts';

export interface RailProps {
  people: readonly Person[];
  /** Whether the app has an admin site to act on. */
  hasAdmin: boolean;
  /** Whose mail is shown, in lower case. */
  reading: string;
}

/** More people than these are looked for by name. */
const SHOWN = 40;

const Reader = ({ person, reading }: { person: Person; reading: string }) => (
  <li>
    <a
      href={at(['mail'], { to: person.email })}
      aria-current={person.email.toLowerCase() === reading ? 'page' : undefined}
    >
      <span class="who">{person.name}</span>
      {person.unread > 0 ? (
        <span class="unread">
          {person.unread}
          <span class="unseen"> unread</span>
        </span>
      ) : null}
      <span class="role">{person.roles.map(plain).join(', ') || 'takes part in no plan'}</span>
    </a>
  </li>
);

const landing = (role: string | undefined): string =>
  role === 'operator' ? '/admin/executions' : '/admin/plans';

const Staff = ({ people }: { people: readonly Person[] }) => (
  <section aria-labelledby="staff-title">
    <h2 id="staff-title">Admin site</h2>
    <p class="small soft">One click signs you in.</p>
    <ul class="people">
      {PEOPLE.map((person) => (
        <li key={person.key}>
          <a href={actAs(person.key, landing(person.role))} target="_blank" rel="noreferrer">
            <span class="who">{person.name}</span>
            <span class="role">{roleInWords(person)}</span>
          </a>
        </li>
      ))}
      {people
        .filter(mayManage)
        .slice(0, SHOWN)
        .map(({ email, name }) => (
          <li key={email}>
            <a href={actAs(email, '/admin/plans')} target="_blank" rel="noreferrer">
              <span class="who">{name}</span>
              <span class="role">manager, own plans</span>
            </a>
          </li>
        ))}
    </ul>
  </section>
);

/** Everybody one can act as: people of plans by their mail, staff by the admin site. */
export const Rail = ({ people, hasAdmin, reading }: RailProps) => (
  <aside class="rail" aria-label="People">
    <section aria-labelledby="people-title">
      <h2 id="people-title">People</h2>
      {people.length === 0 ? (
        <p class="small soft">Nobody yet. Everybody in a plan appears here, with their mail.</p>
      ) : (
        <ul class="people">
          {people.slice(0, SHOWN).map((person) => (
            <Reader key={person.email} person={person} reading={reading} />
          ))}
        </ul>
      )}
      {people.length > SHOWN ? (
        <p class="small">
          <a href={at(['people'])}>{counted(people.length - SHOWN, 'other person', 'other people')}</a>
        </p>
      ) : null}
    </section>
    {hasAdmin ? <Staff people={people} /> : null}
  </aside>
);
