import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

/** Which rooms a room may import, and which packages it may use: the plan of docs/architecture.md, checked. */
const house: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[]; pure?: true }>> = {
  language: { rooms: [], packages: [], pure: true },
  engine: { rooms: ['language'], packages: ['zod', 'yaml'], pure: true },
  domain: { rooms: ['language', 'engine'], packages: ['zod'], pure: true },
  config: { rooms: [], packages: ['zod'] },
  app: { rooms: ['domain', 'engine', 'language'], packages: [] },
  channels: { rooms: ['domain', 'engine'], packages: ['@whiskeysockets/baileys', 'telegraf', 'zod'] },
  store: { rooms: ['domain', 'engine'], packages: ['@photostructure/sqlite', 'mongoose', 'zod'] },
  queue: { rooms: ['domain'], packages: ['bullmq', 'ioredis', 'zod'] },
  web: { rooms: ['app', 'domain', 'engine', 'language'], packages: ['hono', '@hono/node-server', 'zod'] },
  cli: {
    rooms: ['app', 'domain', 'engine', 'language', 'config', 'wire'],
    packages: ['@hpcc-js/wasm-graphviz', 'qrcode', 'zod'],
  },
  wire: {
    rooms: ['language', 'engine', 'domain', 'config', 'app', 'channels', 'store', 'queue', 'web'],
    packages: [],
  },
  'main.ts': { rooms: ['cli', 'config', 'wire'], packages: [] },
};

/** What a pure room may not touch: time, chance, the environment, the network. */
const impure =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\bcrypto\b|\bperformance\b|\bsetTimeout\b/u;
const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/gu;
const source = resolve('src');

interface Breach {
  readonly file: string;
  readonly what: string;
}

/** The breaches of one file, given its path below src/ and its text. */
function breachesOf(file: string, text: string): Breach[] {
  const room = file.split('/')[0] ?? '';
  const rule = house[room];
  if (rule === undefined) return [{ file, what: `unknown room ${room}` }];
  const found: string[] = [];
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gmu, '');
  for (const match of code.matchAll(importPattern)) found.push(...breachOfImport(file, room, match[2] ?? ''));
  if (rule.pure === true && impure.test(code)) found.push(`not pure: ${impure.exec(code)?.[0] ?? ''}`);
  return found.map((what) => ({ file, what }));
}

function breachOfImport(file: string, room: string, target: string): string[] {
  const rule = house[room];
  if (target.startsWith('.')) {
    if (!target.endsWith('.ts')) return [`import without .ts: ${target}`];
    const path = relative(source, resolve(source, dirname(file), target));
    const to = path.split('/')[0] ?? '';
    if (to === room) return isOtherAdapter(file, path) ? [`adapters never import each other: ${target}`] : [];
    return rule?.rooms.includes(to) === true ? [] : [`${room} may not import ${to}`];
  }
  if (target.startsWith('node:')) return rule?.pure === true ? [`pure room imports ${target}`] : [];
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
  return rule?.packages.includes(name) === true ? [] : [`${room} may not use ${name}`];
}

/** channels/telegram and channels/simulator, store/sqlite and store/mongo, queue/inline and queue/bullmq are strangers. */
function isOtherAdapter(file: string, path: string): boolean {
  const [room, from] = file.split('/');
  const [, to] = path.split('/');
  return ['channels', 'store', 'queue'].includes(room ?? '') && isFolder(from) && isFolder(to) && from !== to;
}

function isFolder(name: string | undefined): boolean {
  return name !== undefined && !name.endsWith('.ts');
}

describe('the rooms of the house', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );

  it('are all read', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it('import only what the plan allows, and the pure ones are pure', () => {
    expect(files.flatMap((file) => breachesOf(file, readFileSync(join(source, file), 'utf8')))).toEqual([]);
  });

  it.each([
    ['language/date.ts', `import { a } from '../engine/turn.ts';`],
    ['engine/turn.ts', `import { z } from 'left-pad';`],
    ['engine/turn.ts', `import fs from 'node:fs';`],
    ['domain/batch.ts', `const now = Date.now();`],
    ['app/deliver.ts', `import { openSqlite } from '../store/sqlite/open-store.ts';`],
    ['channels/telegram/read.ts', `import { chat } from '../simulator/client.ts';`],
    ['store/sqlite/inbox.ts', `import x from './open-store';`],
    ['lain/x.ts', ''],
  ])('a breach in %s is found: %s', (file, text) => {
    expect(breachesOf(file, text)).toHaveLength(1);
  });
});
