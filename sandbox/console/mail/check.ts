import { type HTMLElement, parse } from 'node-html-parser';
import type { Mail } from '../../inbox.ts';
import { textsSeen } from './contrast.ts';

/** One thing that was looked at, and what was found wrong; nothing when `findings` is empty. */
export interface Check {
  what: string;
  looked: string;
  findings: string[];
}

type Look = (root: HTMLElement, mail: Mail) => string[];

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const named = (element: HTMLElement): string => `<${element.tagName.toLowerCase()}>`;

/** Names that say nothing of where a link leads. */
const EMPTY_NAMES = /^(click here|here|more|read more|link|this link)$/i;

const language: Look = (root) => {
  const lang = root.querySelector('html')?.getAttribute('lang') ?? '';
  return /^[a-z]{2,3}\b/i.test(lang) ? [] : ['<html> does not say in which language the mail is.'];
};

const title: Look = (root) => (root.querySelector('title')?.text.trim() ? [] : ['There is no <title>.']);

const headings: Look = (root) => {
  const levels = root.querySelectorAll('h1, h2, h3, h4, h5, h6').map((each) => ({
    level: Number(each.tagName.slice(1)),
    text: each.text.trim(),
  }));
  const findings = levels
    .filter(({ text }) => text === '')
    .map(({ level }) => `A heading of level ${level} is empty.`);
  if (levels.filter(({ level }) => level === 1).length !== 1) findings.push('There is not exactly one <h1>.');
  for (const [index, { level, text }] of levels.entries()) {
    const before = levels[index - 1]?.level ?? 0;
    if (level > before + 1)
      findings.push(`“${short(text)}” is of level ${level}, after one of level ${before}.`);
  }
  return findings;
};

const images: Look = (root) =>
  root
    .querySelectorAll('img')
    .filter((image) => image.getAttribute('alt') === undefined)
    .map((image) => `An image has no alternative text: ${short(image.getAttribute('src') ?? '')}`);

const links: Look = (root) =>
  root.querySelectorAll('a').flatMap((link) => {
    const name =
      link.text.trim() ||
      link.getAttribute('aria-label') ||
      link.querySelector('img')?.getAttribute('alt') ||
      '';
    const href = link.getAttribute('href') ?? '';
    return [
      ...(name === '' ? [`A link has no text: ${short(href)}`] : []),
      ...(EMPTY_NAMES.test(name) ? [`“${name}” does not say where it leads.`] : []),
      ...(/^(https?:|mailto:|tel:)/.test(href)
        ? []
        : [`“${short(name)}” leads nowhere outside the mail: ${short(href)}`]),
    ];
  });

const tables: Look = (root) =>
  root
    .querySelectorAll('table')
    .filter(
      (table) => table.getAttribute('role') !== 'presentation' && table.querySelectorAll('th').length === 0,
    )
    .map(
      () =>
        'A table has no header cells, and does not say that it is there for its looks (role="presentation").',
    );

const contrasts: Look = (root) =>
  textsSeen(root)
    .filter(({ ratio, needed }) => ratio < needed)
    .map(({ text, ratio, needed }) => `“${short(text)}” has a contrast of ${ratio}, and needs ${needed}.`);

const sizes: Look = (root) =>
  textsSeen(root)
    .filter(({ size }) => size < 12)
    .map(({ text, size }) => `“${short(text)}” is ${size} pixels high.`);

const active: Look = (root) => [
  ...root
    .querySelectorAll('script, form, iframe, object, embed, video, audio')
    .map((each) => `There is a ${named(each)}.`),
  ...root
    .querySelectorAll('*')
    .filter((each) => Object.keys(each.attributes).some((name) => /^on/i.test(name)))
    .map((each) => `${named(each)} has an event handler.`),
];

const plainText: Look = (_, mail) => (mail.text.trim() ? [] : ['There is no part in plain text.']);

const LOOKS: readonly { what: string; looked: string; look: Look }[] = [
  { what: 'Language', looked: 'the lang of <html>, which screen readers pronounce by', look: language },
  { what: 'Title', looked: 'the <title>', look: title },
  { what: 'Headings', looked: 'one <h1>, no empty heading, no level left out', look: headings },
  { what: 'Images', looked: 'an alt on every <img>', look: images },
  { what: 'Links', looked: 'a text that says where the link leads, and a whole address', look: links },
  { what: 'Tables', looked: 'header cells, or role="presentation" on those for looks', look: tables },
  {
    what: 'Contrast',
    looked: 'each text on its background: 4.5, or 3 for large text; inline styles in light colours',
    look: contrasts,
  },
  { what: 'Size', looked: 'no text smaller than 12 pixels', look: sizes },
  { what: 'Active content', looked: 'no scripts, forms, frames or event handlers', look: active },
  { what: 'Plain text', looked: 'a part for readers that show no HTML', look: plainText },
];

/** Looks a mail over as far as a program can; whether its words are understood is for people to say. */
export const checkMail = (mail: Mail): Check[] => {
  const root = parse(mail.html);
  return LOOKS.map(({ what, looked, look }) => ({ what, looked, findings: [...new Set(look(root, mail))] }));
};
