const addressOf = (link: string): URL | undefined => (URL.canParse(link) ? new URL(link) : undefined);

/** A link of the app opens here, whatever address the app is configured to have. */
export const here = (link: string): string => {
  const url = addressOf(link);
  return url?.pathname.startsWith('/l/') ? `${url.pathname}${url.search}` : link;
};

/** Apart from where readers say that a mail was not meant for them. */
const isToRead = (link: string): boolean => !addressOf(link)?.pathname.endsWith('/wrong-person');

const labelOf = (link: string, index: number, links: string[]): string => {
  const url = addressOf(link);
  if (!url?.pathname.startsWith('/l/'))
    return `${url?.host ?? link}${url && url.pathname !== '/' ? url.pathname : ''}`;
  return links.length > 1 ? `Open what they see (${index + 1})` : 'Open what they see';
};

/** The ways on from a mail, each in a tab of its own. */
export const Links = ({ links }: { links: string[] }) => (
  <>
    {links.filter(isToRead).map((link, index, links) => (
      <span key={link}>
        {index > 0 ? ' · ' : ''}
        <a class="see" href={here(link)} rel="noreferrer" target="_blank">
          {labelOf(link, index, links)}
        </a>
      </span>
    ))}
  </>
);
