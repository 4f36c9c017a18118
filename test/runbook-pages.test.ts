import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ALARMS, type AlarmNote, NOTICES } from '../infra/alarm-list.ts';
import { admin } from '../operate/admin/admin.ts';
import type { Terminal } from '../operate/common/command-line.ts';
import { deploy } from '../operate/deploy/deploy.ts';
import { doctor } from '../operate/doctor/doctor.ts';
import { smoke } from '../operate/smoke/smoke.ts';
import { deadLinks, firstOf, pages, textOf, typedOn } from './support/typed-commands.ts';

const notes: AlarmNote[] = [...ALARMS, ...NOTICES];
const runbooks = globSync('docs/runbooks/*.md');

describe('the runbooks', () => {
  test.each(notes)(
    'CDK-20: $id has a page, and it says what the alarm says',
    ({ id, title, means, felt, runbook }) => {
      expect(runbook).toBe(`docs/runbooks/${id}.md`);
      const page = textOf(runbook);
      expect(page.split('\n')[0]).toBe(`# ${title}`);
      expect(page).toContain(`\n**What it means.** ${means}\n`);
      expect(page).toContain(`\n**What people feel.** ${felt}\n`);
      expect([...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
        'What to press',
        'If that is not enough',
      ]);
    },
  );

  test('an alarm is called in its page as in CloudWatch, and a notice is said to be none', () => {
    for (const { id, each } of ALARMS as readonly AlarmNote[])
      expect(textOf(`docs/runbooks/${id}.md`)).toContain(
        `\nAlarm \`pip-follow-up-<stage>-${id}${each ? `-<${each}>` : ''}\`.\n`,
      );
    for (const { runbook } of NOTICES) expect(textOf(runbook)).toContain('no alarm stands behind it');
  });

  test('there is no page but theirs, and two for what somebody sets out to do', () => {
    const others = ['README', 'change-the-keys', 'restore-the-table'];
    expect(runbooks.map((page) => basename(page, '.md')).sort()).toEqual(
      [...notes.map(({ id }) => id), ...others].sort(),
    );
  });

  test('their list names every alarm and notice, in order, with its title', () => {
    const listed = [...textOf('docs/runbooks/README.md').matchAll(/^\| \[(.*)\]\((.*)\) \| (.*) \|$/gm)];
    expect(listed.map(([, id, page, title]) => ({ id, page, title }))).toEqual(
      notes.map(({ id, title }) => ({ id, page: `${id}.md`, title })),
    );
  });

  test.each(runbooks)('%s has something to press, which looks and changes nothing', (page) => {
    if (page.endsWith('README.md')) return;
    expect(firstOf(page)).toMatch(
      /^npm run admin -- (status|logs|mails|plans|executions|queue|sweep|keys list|restore)\b.* --stage prod$/,
    );
  });
});

test.each(pages().filter((page) => /^docs\/(runbooks|how-to)\//.test(page)))(
  '%s leads nowhere in vain',
  (page) => {
    expect(deadLinks(page)).toEqual([]);
  },
);

test('every page that a command or an alarm sends people to is there', () => {
  const named = globSync(['operate/**/*.ts', 'infra/**/*.ts']).flatMap((file) => [
    ...textOf(file).matchAll(/\bdocs\/[a-z/-]+\.md/g),
  ]);
  expect(named.length).toBeGreaterThan(5);
  expect([...new Set(named.map(([page]) => page))].filter((page) => !existsSync(page))).toEqual([]);
});

describe('what pages tell people to type', () => {
  type Runs = (words: readonly string[], print: Terminal) => Promise<number>;
  const programs: Record<string, Runs> = { admin, deploy, doctor, smoke };
  const scripts = Object.keys(
    (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts,
  );

  // Parsed for real, up to where it would be done.
  const action = Command.prototype.action;
  beforeAll(() => {
    vi.spyOn(Command.prototype, 'action').mockImplementation(function (this: Command) {
      return action.call(this, () => undefined);
    });
  });
  afterAll(() => vi.restoreAllMocks());

  const complaints = async (program: Runs, words: readonly string[]): Promise<string[]> => {
    const complained: string[] = [];
    const code = await program(words, { say: () => undefined, complain: (line) => complained.push(line) });
    return code === 0 ? [] : complained;
  };

  test('a word that no command has is noticed', async () => {
    expect(await complaints(admin, ['logs', '--error'])).not.toEqual([]);
    expect(await complaints(admin, ['log', 'mailer'])).not.toEqual([]);
    expect(await complaints(doctor, ['--stages', 'prod'])).not.toEqual([]);
    expect(await complaints(admin, ['logs', '--errors', '--stage', 'prod'])).toEqual([]);
  });

  test.each(pages())('%s names only commands and options there are', async (page) => {
    for (const { script, words, text } of typedOn(page)) {
      expect([...scripts, 'start', 'test'], text).toContain(script);
      const program = programs[script];
      if (program && words.length > 0) expect(await complaints(program, words), text).toEqual([]);
    }
  });

  test.each(runbooks)('%s shortens commands of admin to ones there are', async (page) => {
    const names = ['logs', 'queue', 'keys', 'redrive', 'restart', 'restore', 'executions', 'mails', 'plans'];
    const short = [...textOf(page).matchAll(/`([a-z-]+(?: [\w-]+)+)`/g)].map(([, code = '']) =>
      code.split(' '),
    );
    for (const words of short.filter(([name = '']) => names.includes(name)))
      expect(await complaints(admin, words), words.join(' ')).toEqual([]);
  });
});
