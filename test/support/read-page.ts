/** What of an element's attributes is read to people. */
const READ = /\s(?:title|alt|aria-label|placeholder)="([^"]*)"/g;

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');

/** Every text of a page or mail that somebody reads or hears: text nodes, and attributes that are spoken. */
export function textsOn(html: string): string[] {
  const page = html.replaceAll(/<!--.*?-->|<(style|script)\b.*?<\/\1>/gs, '');
  const nodes = page.replaceAll(/<[^>]*>/g, '\uE002').split('\uE002');
  const spoken = [...page.matchAll(READ)].map((match) => match[1] ?? '');
  const buttons = [...page.matchAll(/<input\b[^>]*type="(?:submit|button)"[^>]*>/g)].flatMap(
    ([input]) => /\svalue="([^"]*)"/.exec(input)?.[1] ?? [],
  );
  return [...nodes, ...spoken, ...buttons].map((text) => decoded(text).trim()).filter((text) => text !== '');
}

/** The text without what stands between ⟦ and ⟧, however deep. */
export function outsideBrackets(text: string): string {
  let outside = '';
  let depth = 0;
  for (const letter of text) {
    if (letter === '⟦') depth += 1;
    else if (letter === '⟧') depth -= 1;
    else if (depth === 0) outside += letter;
  }
  return outside;
}
