import { parseArgs } from 'node:util';
import { ruleLibrary } from '../../adapters/packs.ts';
import { rows } from './witness/rows.ts';

const KEPT = '"kept" means: what people see or are refused is then another.';

const HELP = `Lists every rule of every rule pack with the settings it is behind, and tries each one out.

  npm run rules [-- PACK]

For each setting a plan is lived twice: as the pack says, and with the setting taken away or changed.
${KEPT} Exits 1 when a setting is looked at by
nothing or changes nothing.

  PACK    only this pack, such as us-dc-6b1410
  --help  this text`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});
const [only] = positionals;
if (values.help) {
  console.log(HELP);
} else if (only && !ruleLibrary().pack(only)) {
  console.error(`There is no rule pack "${only}". There are: ${ids().join(', ')}.`);
  process.exitCode = 2;
} else {
  list(only);
}

function list(only?: string): void {
  const all = rows(only);
  const width = Math.max(...all.map(({ rule }) => rule.length));
  console.log(`Each rule with its setting, lived as the pack says and with the setting taken away.\n${KEPT}`);
  let pack = '';
  for (const row of all) {
    if (row.pack !== pack) console.log(`\n${row.pack}`);
    pack = row.pack;
    const verdict = row.kept === undefined ? 'LOOKED AT BY NOTHING' : row.kept ? 'kept' : 'CHANGES NOTHING';
    console.log(`  ${row.rule.padEnd(width)}  ${row.setting.padEnd(38)} ${verdict}`);
  }
  const bad = all.filter(({ kept }) => !kept).length;
  console.log(`\n${all.length} settings, ${all.length - bad} kept, ${bad} not.`);
  if (bad > 0) process.exitCode = 1;
}

function ids(): string[] {
  return [
    ...new Set(
      ruleLibrary()
        .list()
        .map(({ id }) => id),
    ),
  ];
}
