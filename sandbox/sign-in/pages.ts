import { escapeXml } from '../wire/xml.ts';
import { PEOPLE, roleInWords, type SandboxPerson, type SandboxRole } from './people.ts';
import { PROVIDER_PATH } from './protocol.ts';

/** Where the stylesheet of these pages is. */
export const STYLE_PATH = `${PROVIDER_PATH}/style.css`;

const page = (title: string, main: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeXml(title)} · PIP Follow-Up sandbox</title>` +
  '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">' +
  `<link rel="stylesheet" href="${STYLE_PATH}"></head><body><main><p class="brand">PIP Follow-Up sandbox</p>` +
  `<div class="card">${main}</div></main></body></html>`;

const MAY: Readonly<Record<SandboxRole, string>> = {
  hr: 'Starts plans and steers them',
  manager: 'Sees the plans they supervise or review',
  auditor: 'Reads everything, changes nothing',
  operator: 'Watches executions; sees nobody’s name or answers',
};

const choice = (person: SandboxPerson): string =>
  `<li><button type="submit" name="person" value="${person.key}">Sign in as ${escapeXml(person.name)}, ${roleInWords(person)}` +
  `<small>${person.role ? MAY[person.role] : 'May nothing: see how somebody is refused'}</small></button></li>`;

const FAULT = 'Write an e-mail address, such as dana@agency.example.';

/**
 * Who to be. Nobody is asked for a password, and the page says why.
 *
 * @param refused what was typed before and is no e-mail address.
 */
export const choicePage = (refused?: string): string => {
  const typed = refused === undefined ? '' : ` value="${escapeXml(refused)}" aria-invalid="true" autofocus`;
  const fault = refused === undefined ? '' : `<p class="fault" id="fault">${FAULT}</p>`;
  return page(
    refused === undefined ? 'Sign in' : 'Not an e-mail address: sign in',
    '<h1>Who would you like to be?</h1>' +
      '<p class="soft">This is the sandbox: nobody has a password here. Deployed, your organisation’s own sign-in stands in this place.</p>' +
      `<form method="post"><ul class="people">${PEOPLE.map(choice).join('')}</ul></form>` +
      '<h2>Somebody in a plan</h2>' +
      '<p class="soft" id="hint">A supervisor or reviewer signs in as a manager, with the address that the plan gives them.</p>' +
      `<form method="post" novalidate>${fault}<label for="person">E-mail address</label><div class="row">` +
      `<input id="person" name="person" type="email" autocomplete="off" spellcheck="false" required aria-describedby="hint${fault ? ' fault' : ''}"${typed}>` +
      '<button type="submit">Sign in</button></div></form>',
  );
};

/** Something that ends here, and the way on. */
export const sorryPage = (title: string, detail: string): string =>
  page(
    title,
    `<h1>${escapeXml(title)}</h1><p>${escapeXml(detail)}</p><p><a class="button" href="/admin">To the admin site</a></p>`,
  );
