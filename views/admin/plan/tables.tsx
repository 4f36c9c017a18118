import type { Waiting } from './model.ts';
import type { Person } from './people.ts';

/** Open questions: of whom, since when, until when. */
export function WaitingTable({ waiting, isBusy }: { waiting: readonly Waiting[]; isBusy: boolean }) {
  if (waiting.length === 0)
    return <p>{isBusy ? 'What is due is being done right now.' : 'Nobody is asked anything now.'}</p>;
  return (
    <table class="table wraps">
      <caption class="visually-hidden">Open questions</caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Waits for</th>
          <th scope="col">Asked</th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      <tbody>
        {waiting.map(({ what, who, since, due, isLate }) => (
          <tr key={`${what} ${since}`}>
            <th scope="row">{what}</th>
            <td data-label="Waits for">{who}</td>
            <td data-label="Asked">{since}</td>
            <td data-label="Due">
              {due} {isLate ? <span class="pill pill-bad">overdue</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Everybody in the plan, and whether mail reached them. */
export const PeopleTable = ({ people }: { people: readonly Person[] }) => (
  <table class="table wraps">
    <caption class="visually-hidden">People, their addresses, and mail to them</caption>
    <thead>
      <tr>
        <th scope="col">Who</th>
        <th scope="col">Address</th>
        <th scope="col">Language</th>
        <th scope="col">Mail</th>
      </tr>
    </thead>
    <tbody>
      {people.map(({ id, name, role, email, language, mail, troubles, former }) => (
        <tr key={id}>
          <th scope="row">
            <strong>{name}</strong>
            <br />
            <span class="soft small">{former ? `${role}, no longer in the plan` : role}</span>
          </th>
          <td data-label="Address">{email}</td>
          <td data-label="Language">{language}</td>
          <td data-label="Mail">
            {mail}
            {troubles.map((trouble) => (
              <span class="fault" key={trouble}>
                {trouble}
              </span>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
