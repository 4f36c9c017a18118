/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/*
 * What runs inside a page. Each function is sent there as text, so that it can use nothing but what is in it.
 */

/** How far the content reaches past the window sideways, in CSS pixels. */
export function sidewaysScroll(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

/**
 * Texts that are cut off, reach out of the window, or lie on other texts. What is put far off the window on purpose,
 * until it is focused, is no finding.
 */
export function brokenTexts(): string[] {
  interface Piece {
    text: string;
    box: DOMRect;
    of: Element;
  }
  const found: string[] = [];
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const of = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!of || text === '' || of.closest('.skip, title')) continue;
    if (!of.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      const isOut = box.left < -1 || box.right > document.documentElement.clientWidth + 1;
      if (isOut) found.push(`out of the window: ${text.slice(0, 60)}`);
      pieces.push({ text, box, of });
    }
    for (let each: Element | null = of; each; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each);
      const isCut =
        (overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1) ||
        (overflowY !== 'visible' && each.scrollHeight > each.clientHeight + 1);
      if (isCut && each !== document.documentElement) found.push(`cut off: ${text.slice(0, 60)}`);
    }
  }
  pieces.sort((a, b) => a.box.top - b.box.top);
  for (const [at, one] of pieces.entries()) {
    for (let next = at + 1; next < pieces.length; next++) {
      const other = pieces[next] as Piece;
      if (other.box.top >= one.box.bottom) break;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      // A line box is higher than its letters.
      if (wide > 2 && high > Math.min(one.box.height, other.box.height) / 3) {
        found.push(`on each other: ${one.text.slice(0, 40)} / ${other.text.slice(0, 40)}`);
      }
    }
  }
  return [...new Set(found)];
}

/** What WCAG 1.4.12 lets people set, who need more room in a text. */
export const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }`;

interface Walked {
  /** What has the focus before any key is pressed: the summary of what went wrong, where there is one. */
  begins: string;
  /** Every control the Tab key should reach, in the order of the page. */
  expected: string[];
  /** Those it reached, in the order it did. */
  reached: string[];
  /** Those that did not show that they had the focus, or were out of the window with it. */
  unseen: string[];
}

declare global {
  interface Window {
    walked: Walked;
  }
}

/** Notes from now on what the Tab key reaches; answers how many times to press it, which is more often than needed. */
export function startWalking(): number {
  const nameOf = (each: Element): string =>
    `${each.tagName.toLowerCase()} ${each.getAttribute('name') ?? each.getAttribute('href') ?? ''} ${
      each.getAttribute('value') ?? each.textContent?.trim().slice(0, 30) ?? ''
    }`.trim();
  const isAsked = (each: HTMLElement): boolean => {
    if (!each.checkVisibility({ visibilityProperty: true })) return false;
    if (!(each instanceof HTMLInputElement)) return true;
    if (each.type === 'hidden' || each.disabled) return false;
    if (each.type !== 'radio') return true;
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio]`)].filter(
      ({ name, form }) => name === each.name && form === each.form,
    );
    return each === (group.find(({ checked }) => checked) ?? group[0]);
  };
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ].filter(isAsked);
  // After a mistake the summary has the focus, and the way on leads from there.
  const start = document.querySelector('[autofocus]');
  const isAhead = (each: Element): boolean =>
    !start || (start.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const begins = document.activeElement?.className ?? '';
  const walked: Walked = { begins, expected: controls.filter(isAhead).map(nameOf), reached: [], unseen: [] };
  window.walked = walked;
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || walked.reached.length >= walked.expected.length) return;
    const name = nameOf(target);
    walked.reached.push(name);
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const { top, bottom, left, right } = target.getBoundingClientRect();
    const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    const isInside = bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth;
    if (!isMarked || !isInside) walked.unseen.push(name);
  });
  // Month, day and year of a date are stops of their own, and so is its calendar.
  return controls.length + 4 * controls.filter((each) => each.matches('[type=date]')).length;
}

/** What of the page is printed that no paper can do: controls and ways to elsewhere. */
export function controlsOnPaper(): string[] {
  return [...document.querySelectorAll('button, .skip, .screen, .down, input[type=text], textarea')]
    .filter((each) => each.matches('button, .skip, .screen, .down') && each.checkVisibility())
    .map((each) => each.textContent?.trim() ?? '');
}
