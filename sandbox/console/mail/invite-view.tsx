import type { Mail } from '../../inbox.ts';
import { type InvitePreview, invitesIn } from './invite.ts';

const WHAT: Readonly<Record<string, string>> = {
  REQUEST: 'REQUEST: invites, or moves what was invited to before',
  CANCEL: 'CANCEL: takes the entry out of the calendar',
};

const factsOf = (invite: InvitePreview): [string, string][] => [
  ['Method', WHAT[invite.method] ?? invite.method],
  ['What', invite.summary],
  ['Begins', invite.begins],
  ['Ends', invite.ends],
  ['From', invite.organizer],
  ['With', invite.attendees.join(', ')],
  ['Where', invite.location],
  ['Note', invite.description],
  ['Sequence', invite.sequence],
  ['Status', invite.status],
  ['Id', invite.uid],
];

/** What a calendar program makes of the mail. */
export const InviteView = ({ mail }: { mail: Mail }) => {
  const { invites, unreadable } = invitesIn(mail);
  return (
    <>
      {invites.length === 0 ? <p>This mail brings nothing for a calendar.</p> : null}
      {invites.map((invite, index) => (
        <dl class="facts invite" key={index}>
          {factsOf(invite)
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
        </dl>
      ))}
      {unreadable.map(({ name, why }) => (
        <p key={name}>
          {name} cannot be read as a calendar: {why}
        </p>
      ))}
    </>
  );
};
