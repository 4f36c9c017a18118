import type { Mail } from '../../inbox.ts';
import { counted } from '../words.ts';
import { checkMail } from './check.ts';

/** What a program can say of how accessible a mail is. */
export const CheckView = ({ mail }: { mail: Mail }) => {
  if (!mail.html) return <p>This mail has no HTML part: plain text is read by everything.</p>;
  const checks = checkMail(mail);
  const count = checks.reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <>
      <p>
        <strong>{count === 0 ? 'Nothing was found.' : `${counted(count, 'finding')}.`}</strong> This is what a
        program can look at; whether the words are understood is for people to say.
      </p>
      <div class="wide">
        <table class="narrow">
          <caption>What was looked at in the mail’s HTML</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Looked for</th>
              <th scope="col">Found</th>
            </tr>
          </thead>
          <tbody>
            {checks.map(({ what, looked, findings }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{looked}</td>
                <td>
                  {findings.length === 0 ? (
                    <span class="badge">in order</span>
                  ) : (
                    <ul>
                      {findings.map((finding) => (
                        <li key={finding}>{finding}</li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
