import { at } from './address.ts';
import type { Desk } from './desk.ts';
import { peopleOf } from './people.ts';
import type { Shown } from './shown.ts';
import { plain } from './words.ts';

/** Everybody of all plans, when there are more than the rail has room for. */
export const peoplePage = async (desk: Desk): Promise<Shown> => {
  const people = peopleOf(await desk.plans(), desk.options.inbox.list(), desk.opened);
  return {
    title: 'People',
    children: (
      <>
        <h1>People</h1>
        <div class="wide">
          <table>
            <caption>Everybody who takes part in a plan or got mail</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Role</th>
                <th scope="col">Address</th>
                <th scope="col">Mails</th>
                <th scope="col">Unread</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ email, name, roles, mails, unread }) => (
                <tr key={email}>
                  <td>
                    <a href={at(['mail'], { to: email })}>{name}</a>
                  </td>
                  <td>{roles.map(plain).join(', ')}</td>
                  <td>{email}</td>
                  <td>{mails}</td>
                  <td>{unread}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </>
    ),
  };
};
