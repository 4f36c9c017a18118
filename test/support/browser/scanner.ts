import type { Page } from 'playwright-core';

const SOON = { waitUntil: 'domcontentloaded' } as const;

/** More than any link of ours leads to. */
const MOST_PAGES = 12;

interface Sights {
  links: string[];
  buttons: string[];
}

/** The ways on from a page: addresses of ours, and its buttons as `form action`, `name=value`. */
const sightsOf = (page: Page): Promise<Sights> =>
  page.evaluate(() => {
    const { document, location } = globalThis as unknown as Window;
    const links = [...document.links].filter(({ origin }) => origin === location.origin);
    return {
      links: links.map(({ href }) => href.replace(/#.*$/, '')),
      buttons: [...document.querySelectorAll('button')].map(
        ({ form, name, value }) => `${form?.action ?? ''} ${name}=${value}`,
      ),
    };
  });

/** A button by the last part of where its form goes, and by what it says there: `wrong-person`, `answer do=check`. */
const nameOf = (button: string): string => {
  const [action = '', says = ''] = button.split(' ');
  const [, , , below = 'answer'] = new URL(action).pathname.split('/');
  return says === '=' ? below : `${below} ${says}`;
};

/**
 * Opens a link as a mail scanner does that runs scripts: goes wherever our pages lead, opens what is folded, and presses
 * each button of each page with nothing typed, but for those with a `known` name. Answers the names of what it pressed.
 */
export async function scanWithBrowser(
  page: Page,
  link: string,
  known: ReadonlySet<string>,
): Promise<string[]> {
  const waiting = [link];
  const seen = new Set<string>();
  const pressed = new Set<string>();
  while (waiting.length > 0 && seen.size < MOST_PAGES) {
    const address = waiting.shift() ?? '';
    if (seen.has(address)) continue;
    seen.add(address);
    // What is downloaded, such as a calendar, shows no page.
    const arrived = await page.goto(address, SOON).catch(() => undefined);
    if (!arrived) continue;
    seen.add(page.url());
    const { links, buttons } = await sightsOf(page);
    waiting.push(...links.filter((each) => !seen.has(each)));
    for (const [at, button] of buttons.entries()) {
      if (pressed.has(button) || known.has(nameOf(button))) continue;
      pressed.add(button);
      await pressButton(page, address, at);
    }
  }
  return [...pressed].map(nameOf);
}

/** Presses a button of the page at an address, and then those of the page that comes of it that were not there before. */
async function pressButton(page: Page, address: string, at: number): Promise<void> {
  const known = await open(page, address);
  await press(page, at);
  const { buttons } = await sightsOf(page);
  for (const [next, button] of buttons.entries()) {
    if (known.includes(button)) continue;
    await open(page, address);
    await press(page, at);
    await press(page, next);
  }
}

async function open(page: Page, address: string): Promise<string[]> {
  await page.goto(address, SOON);
  return (await sightsOf(page)).buttons;
}

async function press(page: Page, nth: number): Promise<void> {
  const isGone = page.waitForNavigation({ ...SOON, timeout: 5000 }).catch(() => undefined);
  await page.evaluate((nth) => {
    const { document } = globalThis as unknown as Window;
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    document.querySelectorAll('button')[nth]?.click();
  }, nth);
  await isGone;
}
