import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { record } from '../../adapters/chain.ts';
import type { RecordPacket } from '../../adapters/record-packet.ts';
import { sealOf } from '../../adapters/record-packet.ts';
import type { RecordedEvent } from '../../adapters/store.ts';
import { verdictOn } from '../../adapters/verify-record.ts';
import { PLAN, recordedEvents, sealedRecord } from '../support/sealed-record.ts';

const packet = sealedRecord();
const text = JSON.stringify(packet);
const bytes = (of: unknown): Uint8Array => Buffer.from(typeof of === 'string' ? of : JSON.stringify(of));
const verdict = (of: unknown, head?: string) => verdictOn(bytes(of), head);
const GONE = '\nNothing from there on can be relied on.';

/** The packet with other events in it, and nothing else changed. */
const having = (events: unknown[]): RecordPacket => ({ ...packet, events: events as RecordedEvent[] });
/** What somebody makes of it who has this software and covers every trace inside the file. */
const resealed = (of: RecordPacket): RecordPacket => {
  const head = of.events.at(-1)?.hash as string;
  const forged = { ...of, head, manifest: { ...of.manifest, events: of.events.length } };
  return { ...forged, manifest: { ...forged.manifest, seal: sealOf(forged) } };
};

test('a record as it was exported is unbroken', () => {
  expect(verdict(text)).toEqual({ exit: 0, text: `5 events, unbroken, head ${packet.head}.` });
});

test('spacing, a byte-order mark and the order of names say nothing, so they may differ', () => {
  const reordered = Object.fromEntries(Object.entries(packet).reverse());
  expect(verdict(`\uFEFF${JSON.stringify(reordered, null, 2)}\n`).exit).toBe(0);
});

test('an altered word is found, and the event named', () => {
  expect(verdict(text.replace('A second letter', 'A secund letter'))).toEqual({
    exit: 1,
    text: `BROKEN at event 4 (NoteAdded, 2026-12-04T15:00:00Z): it does not say what was recorded.${GONE}`,
  });
});

test('an event that is altered and hashed anew breaks with the one after it', () => {
  const events = recordedEvents();
  const { hash: _, prev, ...second } = events[1] as RecordedEvent;
  events[1] = record({ ...second, at: '2026-12-01T15:00:00Z' }, prev);
  expect(verdict(having(events))).toEqual({
    exit: 1,
    text: `BROKEN at event 3 (NoteAdded, 2026-12-03T15:00:00Z): it does not follow from the event before it.${GONE}`,
  });
});

test.each([
  ['removed', (events: unknown[]) => events.toSpliced(2, 1), 'event 4', 'it stands where event 3 belongs'],
  [
    'put elsewhere',
    (e: unknown[]) => e.with(2, e[3]).with(3, e[2]),
    'event 4',
    'it stands where event 3 belongs',
  ],
  ['put in twice', (e: unknown[]) => e.toSpliced(1, 0, e[1]), 'event 2', 'it stands where event 3 belongs'],
])('an event that was %s is found', (_, change, event, why) => {
  const said = verdict(having(change(recordedEvents())));
  expect(said.exit).toBe(1);
  expect(said.text).toContain(`BROKEN at ${event} (`);
  expect(said.text).toContain(why);
});

test('events taken off the end are missed', () => {
  expect(verdict(having(recordedEvents().slice(0, 3)))).toEqual({
    exit: 1,
    text: 'BROKEN: 5 events were sealed; event 4 is not there.',
  });
});

test('an event added at the end is named, however well it fits', () => {
  const added = record(
    {
      type: 'NoteAdded',
      text: 'x',
      late: true,
      v: 1,
      seq: 6,
      at: '2027-01-01T00:00:00Z',
      actor: { kind: 'principal', id: 'x' },
    },
    packet.head,
  );
  expect(verdict(having([...recordedEvents(), added]))).toEqual({
    exit: 1,
    text: `BROKEN at event 6 (NoteAdded, 2027-01-01T00:00:00Z): it came after the record was sealed.${GONE}`,
  });
});

test('the record of another plan does not pass for this one', () => {
  const said = verdict({ ...packet, planId: PLAN.replace('abc', 'xyz') });
  expect(said.text).toContain('BROKEN at event 1 (PlanDrafted, 2026-12-01T15:00:00Z)');
});

test('what stands beside the events is sealed too', () => {
  const why = 'BROKEN: something beside the events was altered: pack, mails, dates or manifest.';
  expect(verdict({ ...packet, exportedAt: '2028-01-01T00:00:00Z' }).text).toBe(why);
  expect(verdict(text.replace(packet.pack.text.title, 'Gentler rules')).text).toBe(why);
  expect(verdict(resealed({ ...packet, pack: { ...packet.pack, ref: 'general@1' } })).text).toBe(why);
});

test('a name put in twice is found: readers would see only one of the two', () => {
  const doubled = text.replace('"text":"A letter', '"text":"No letter came in.","text":"A letter');
  expect(JSON.parse(doubled)).toEqual(JSON.parse(text));
  expect(verdict(doubled).exit).toBe(1);
});

test('whoever can forge the whole file cannot forge the head that was noted elsewhere', () => {
  const events = recordedEvents().slice(0, 3);
  const forged = resealed(having(events));
  expect(verdict(forged).exit).toBe(0);
  expect(verdict(forged, packet.head)).toEqual({
    exit: 1,
    text: `BROKEN: its head is ${events[2]?.hash}, which is not the one that was noted.`,
  });
  expect(verdict(text, packet.head.toUpperCase()).exit).toBe(0);
});

test('no byte of the file can be another one', () => {
  const original = Buffer.from(text);
  fc.assert(
    fc.property(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), (place, by) => {
      const altered = Buffer.from(original);
      altered[place] = (original[place] as number) ^ by;
      return verdictOn(altered).exit !== 0 || sameButSpelling(altered, original);
    }),
    { numRuns: 2_000 },
  );
});

/** `\u000A` and `\u000a` are one character in two spellings: the one change of a byte that says the same. */
const sameButSpelling = (altered: Buffer, original: Buffer): boolean =>
  altered.toString().toLowerCase() === original.toString().toLowerCase() &&
  JSON.stringify(JSON.parse(altered.toString())) === text;

test.each([
  ['not JSON', 'PK\u0003\u0004', 'it is not JSON'],
  [
    'another file',
    '{"format":"something else"}',
    'it is not a sealed record: its "format" is not "pip-follow-up/record"',
  ],
  ['a list', '[]', 'it is not a sealed record: its "format" is not "pip-follow-up/record"'],
  [
    'a later version',
    { ...packet, version: 2 },
    'it is a record of another version than 1: use the software it came from',
  ],
  [
    'half a record',
    { ...packet, events: undefined },
    'it is not whole: "planId", "events", "mails" or "manifest" is missing',
  ],
])('%s is refused as unreadable', (_, of, why) => {
  expect(verdict(of)).toEqual({ exit: 2, text: `The file cannot be checked: ${why}.` });
});

test('bytes that are no text are refused as unreadable', () => {
  expect(verdictOn(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({
    exit: 2,
    text: 'The file cannot be checked: it is not text in UTF-8.',
  });
});

test.each([[[null]], [['text']], [[[]]], [[{}]], [[{ seq: 1 }]], [[]]])(
  '%j instead of events is broken',
  (events) => {
    expect(verdict(having(events)).exit).toBe(1);
  },
);

test('a file cannot make the terminal say something else', () => {
  const said = verdict(text.replace('"NoteAdded"', '"\\u001b[2J unbroken"'));
  expect(said.text).toContain('event 3 (unreadable, 2026-12-03T15:00:00Z)');
});

test('the command says by its exit code what it found, and explains itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  const file = join(folder, 'record.json');
  const bad = join(folder, 'bad.json');
  writeFileSync(file, text);
  writeFileSync(bad, text.replace('A letter', 'A lettre'));
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'adapters/verify-record.ts', ...args]).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error) => ({ code: error.code, said: `${error.stdout}${error.stderr}` }),
    );
  const [good, broken, absent, help, none, odd, several] = await Promise.all([
    run(file),
    run(bad),
    run(join(folder, 'absent.json')),
    run('--help'),
    run(),
    run(file, '--head', 'abc'),
    run(bad, file),
  ]);
  expect(good).toEqual({ code: 0, said: `5 events, unbroken, head ${packet.head}.\n` });
  expect(broken).toMatchObject({ code: 1, said: expect.stringContaining('BROKEN at event 3 (NoteAdded') });
  expect(absent).toMatchObject({ code: 2, said: expect.stringContaining('cannot be opened (ENOENT)') });
  expect(help).toMatchObject({ code: 0, said: expect.stringContaining('npm run verify -- FILE.json') });
  expect(none).toMatchObject({ code: 2, said: help.said });
  expect(odd).toMatchObject({ code: 2, said: expect.stringContaining('64 hexadecimal digits') });
  expect(several).toMatchObject({
    code: 1,
    said: expect.stringContaining(`1 of 2 are not as they should be: ${bad}`),
  });
  expect(several.said).toContain(`5 events, unbroken, head ${packet.head}.`);
}, 60_000);
