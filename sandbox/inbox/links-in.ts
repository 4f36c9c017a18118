const unescapeHtml = (html: string): string =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Every http(s) address in a mail's two forms, text first, once each. */
export const linksIn = (text: string, html: string): string[] => {
  const inText = [...text.matchAll(/https?:\/\/[^\s<>"'()[\]]+/g)].map(([url]) =>
    url.replace(/[.,;:!?]+$/, ''),
  );
  const inHtml = [...html.matchAll(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)]
    .map(([, double, single]) => unescapeHtml(double ?? single ?? ''))
    .filter((url) => /^https?:\/\//.test(url));
  return [...new Set([...inText, ...inHtml])];
};
