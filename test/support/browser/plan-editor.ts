import type { Locator, Page } from 'playwright-core';
import { press } from './site.ts';

export const group = (within: Page | Locator, name: string): Locator =>
  within.getByRole('group', { name, exact: true });

export const field = (within: Page | Locator, label: string): Locator =>
  within.getByLabel(label, { exact: true });

export const PEOPLE = [
  { name: 'Jordan Reyes', email: 'jordan.reyes@agency.example' },
  { name: 'Dana Whitfield', email: 'dana.whitfield@agency.example' },
  { name: 'Morgan Ellis', email: 'morgan.ellis@agency.example' },
  { name: 'Priya Raman', email: 'priya.raman@agency.example' },
] as const;

/** Writes who takes part: employee, supervisor, reviewer and HR, as a blank plan of the District's rules lists them. */
export async function writePeople(page: Page): Promise<void> {
  for (const [at, { name, email }] of PEOPLE.entries()) {
    const person = group(page, `Person ${at + 1}`);
    await field(person, 'Name').fill(name);
    await field(person, 'E-mail address').fill(email);
  }
}

/** Writes the one item of a blank plan: a goal of its own, from 62 up to 90 percent. */
export async function writeItem(page: Page): Promise<void> {
  await field(page, 'It is a').selectOption({ label: 'Goal of its own' });
  await field(page, 'Goal').fill('Complete 90 percent of reviews within 15 business days.');
  await page.getByLabel('Rated').fill('2');
  await field(page, 'What is wrong now').fill('Fewer than two thirds of reviews are done in time.');
  await field(page, 'What is wanted').fill('Nine of ten reviews are done within 15 business days.');
  await field(group(page, 'Action 1'), 'What').fill('Plan the week with the supervisor every Monday.');
  const measure = group(page, 'How it is measured');
  await field(measure, 'What is counted').fill('Reviews done in time, from the weekly report');
  await field(measure, 'Unit').fill('percent');
  await field(measure, 'Now').fill('62');
  await field(measure, 'Target').fill('90');
  await field(measure, 'Better is').selectOption({ label: 'More' });
}

/** Writes why there is a plan, and what is asked before one. */
export async function writeReason(page: Page): Promise<void> {
  await field(page, 'Reason in a few sentences').fill('Reviews were late in three consecutive quarters.');
  const talk = group(page, 'Talk 1');
  await field(talk, 'Day').fill('2026-10-19');
  await field(talk, 'What was said or seen').fill('Agreed to weekly case reviews for a month.');
  const evidence = group(page, 'Entry 1');
  await field(evidence, 'Day').fill('2026-11-16');
  await field(evidence, 'What was said or seen').fill('14 of 40 reviews in the quarter were late.');
  await page.getByLabel('In a probationary period?').selectOption({ label: 'No' });
  await field(page, 'What is it for?').selectOption({ label: 'Improvement' });
  for (const question of [
    'Were the expectations known before?',
    'Was help offered before?',
    'Did the manager do their part?',
  ]) {
    await field(page, question).selectOption({ label: 'Yes' });
  }
}

/** What stands below the label of a field: what is wrong with it, or what could be better. */
export const saidOf = (input: Locator, what: 'fault' | 'advice'): Promise<string> =>
  input.locator('xpath=..').locator(`.${what}`).innerText();

/** The button that Enter presses is hidden and says the same. */
export const save = (page: Page): Promise<void> => press(page, 'Save', page.locator('.save-bar'));

/** What stands beside the form. */
export const beside = (page: Page): Promise<string> => page.locator('#beside').innerText();
