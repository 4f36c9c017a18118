import { HTMLElement, TextNode } from 'node-html-parser';

type Colour = readonly [red: number, green: number, blue: number];

const NAMED: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' };

/** A colour as `#rgb` or `#rrggbb`; undefined for what is written in another way. */
const colourIn = (text: string): Colour | undefined => {
  const hex = (NAMED[text] ?? text).match(/#([0-9a-f]{6}|[0-9a-f]{3})\b/i)?.[1];
  if (!hex) return undefined;
  const six = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const part = (from: number) => Number.parseInt(six.slice(from, from + 2), 16);
  return [part(0), part(2), part(4)];
};

const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast ratio of WCAG 2, from 1 to 21. */
export const contrast = (one: Colour, other: Colour): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

interface Look {
  ink: Colour;
  paper: Colour;
  /** CSS pixels. */
  size: number;
  bold: boolean;
}

const stylesOf = (element: HTMLElement): Record<string, string> =>
  Object.fromEntries(
    (element.getAttribute('style') ?? '').split(';').map((rule) => {
      const [name = '', ...value] = rule.split(':');
      return [name.trim().toLowerCase(), value.join(':').trim().toLowerCase()];
    }),
  );

const lookOf = (element: HTMLElement, around: Look): Look => {
  const styles = stylesOf(element);
  const size = /^([\d.]+)px/.exec(styles['font-size'] ?? '')?.[1];
  const weight = styles['font-weight'];
  return {
    ink: colourIn(styles.color ?? '') ?? around.ink,
    paper: colourIn(styles['background-color'] ?? styles.background ?? '') ?? around.paper,
    size: size ? Number(size) : around.size,
    bold: weight
      ? weight === 'bold' || Number(weight) >= 700
      : around.bold || /^(h\d|b|strong|th)$/i.test(element.tagName),
  };
};

export interface Seen {
  text: string;
  /** Rounded down, so that what is just below the limit does not look as if it met it. */
  ratio: number;
  needed: number;
  size: number;
}

const BROWSER: Look = { ink: [0, 0, 0], paper: [255, 255, 255], size: 16, bold: false };

/**
 * Every text that is shown, with its contrast as the inline styles have it. WCAG 1.4.3: large text (24 px, or 18.66 px
 * in bold) needs 3, all other text 4.5.
 */
export const textsSeen = (root: HTMLElement): Seen[] => {
  const seen: Seen[] = [];
  const walk = (element: HTMLElement, around: Look): void => {
    if (/^(head|style|script|title)$/i.test(element.tagName ?? '')) return;
    if (stylesOf(element).display === 'none') return;
    const look = lookOf(element, around);
    for (const child of element.childNodes) {
      if (child instanceof HTMLElement) walk(child, look);
      const text = child instanceof TextNode ? child.text.trim() : '';
      if (text === '') continue;
      const isLarge = look.size >= 24 || (look.bold && look.size >= 18.66);
      const ratio = Math.floor(contrast(look.ink, look.paper) * 10) / 10;
      seen.push({ text, ratio, needed: isLarge ? 3 : 4.5, size: look.size });
    }
  };
  walk(root, BROWSER);
  return seen;
};
