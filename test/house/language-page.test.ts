import { readFile } from 'node:fs/promises';

import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { readRegionTable } from '../../src/wire/read-region-table.ts';

const PAGE = new URL('../../docs/language.md', import.meta.url);
const ROOT = new URL('../../', import.meta.url);

/** What a line of the page may use: what it imports, what it names with `const`, and the tables of regions. */
type Scope = Map<string, unknown>;

/** The page's examples are lines of three forms: an import, `const name = call(...)`, and `call(...); // what it gives`. */
const IMPORT = /^import \{ (?<names>[\w, ]+) \} from '(?<path>\.\/src\/language\/[\w-]+\.ts)';$/u;
const NAMED = /^const (?<name>\w+) = (?<call>\w+)\((?<args>.*)\);$/u;
const CALL = /^(?<call>\w+)\((?<args>.*)\); \/\/ (?<gives>.+)$/u;

const page = await readFile(PAGE, 'utf8');
const lines = [...page.matchAll(/```ts\n([\s\S]*?)```/gu)].flatMap(([, block = '']) =>
  block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('//')),
);

describe('the examples of docs/language.md', () => {
  const scope: Scope = new Map();

  beforeAll(async () => {
    for (const table of ['regencies', 'districts', 'villages'] as const)
      scope.set(table, (await readRegionTable(table)).toString());
    for (const line of lines) await define(line, scope);
  });

  it.each(lines.filter((line) => !IMPORT.test(line) && !NAMED.test(line)))('%s', (line) => {
    const { call = '', args = '', gives = '' } = CALL.exec(line)?.groups ?? {};
    expect(run(scope, call, args)).toEqual(parse(gives));
  });

  it('show every reader', () => {
    const called = new Set(lines.flatMap((line) => CALL.exec(line)?.groups?.['call'] ?? []));
    const shown = page.match(/^\| `\w+` \| `(\w+)\(/gmu)?.map((row) => row.split('`')[3]?.split('(')[0]) ?? [];
    expect(shown.length).toBeGreaterThanOrEqual(14);
    expect(shown.filter((reader) => !called.has(reader ?? ''))).toEqual([]);
  });
});

async function define(line: string, scope: Scope): Promise<void> {
  const imported = IMPORT.exec(line)?.groups;
  if (imported !== undefined) {
    const room = z.looseObject({}).parse(await import(new URL(imported['path'] ?? '', ROOT).href));
    for (const name of (imported['names'] ?? '').split(', ')) scope.set(name, room[name]);
  }
  const { name = '', call = '', args = '' } = NAMED.exec(line)?.groups ?? {};
  if (name !== '') scope.set(name, run(scope, call, args));
}

/** Arguments are literals, which YAML reads as JavaScript does, or names of the scope. */
function run(scope: Scope, call: string, args: string): unknown {
  const callee = scope.get(call);
  if (typeof callee !== 'function') throw new TypeError(`${call} is not imported`);
  const given = z.array(z.unknown()).parse(parse(`[${args}]`));
  return Reflect.apply(
    callee,
    undefined,
    given.map((value) => (typeof value === 'string' && scope.has(value) ? scope.get(value) : value)),
  );
}
