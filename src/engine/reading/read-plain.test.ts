import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findSlips } from './line-slip.ts';
import { readLines } from './lines.ts';
import type { ReadNode } from './read-node.ts';
import { readPlain } from './read-plain.ts';
import { readYaml } from './read-yaml.ts';

/** The tree as it is read without the YAML parser; null when the parser has to read it. */
function plain(text: string): ReadNode | null {
  const lines = readLines(text);
  return findSlips(lines).length === 0 ? readPlain(lines) : null;
}

/** True when both readers make the same of a text, or only the YAML parser makes anything of it. */
function agree(text: string): boolean {
  const here = plain(text);
  return here === null || isDeepStrictEqual(readYaml(text, readLines(text), []), { root: here, told: [] });
}

const written = ['flows', 'test/flows', 'locales'].flatMap((folder) => {
  const path = new URL(`../../../${folder}/`, import.meta.url);
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(new URL(name, path), 'utf8') }));
});

describe('a file that is written plainly', () => {
  it.each(written)('$name is read as the YAML parser reads it', ({ text }) => expect(agree(text)).toBe(true));

  it('is every file that ships', () => {
    const others = written.filter(({ text }) => plain(text) === null).map(({ name }) => name);
    expect(others.filter((name) => !name.startsWith('test/'))).toEqual([]);
  });

  it.each([
    ['a: b', { a: 'b' }],
    ['a: "b: \\"c\\" \\\\ # d"  # e', { a: 'b: "c" \\ # d' }],
    ["a: 'b'", { a: 'b' }],
    ['a: "b\\n\\nc\\\\n"', { a: 'b\n\nc\\n' }],
    ['a: b c   # d', { a: 'b c' }],
    ['# a\n\na:\n# b\n  - c\n\n  - d', { a: ['c', 'd'] }],
    ['a:\n- b: c\n  d:\n    e: f\n- g', { a: [{ b: 'c', d: { e: 'f' } }, 'g'] }],
    ['a: |\n\n  b\n    c: d\n\n  # e\n\nf: g', { a: '\nb\n  c: d\n\n# e', f: 'g' }],
    ['a: [b, "c, d", { e: 09:00, f: [] }]', { a: ['b', 'c, d', { e: '09:00', f: [] }] }],
    ['a: { b: "\\"c\\", d", e: ["f\\ng\\\\"] }', { a: { b: '"c", d', e: ['f\ng\\'] } }],
    ['a: b\r\nc: d\r\n', { a: 'b', c: 'd' }],
  ])('%j', (text, data) => {
    expect(plain(text)?.data).toEqual(data);
    expect(agree(text)).toBe(true);
  });
});

describe('anything else is left to the YAML parser', () => {
  it.each([
    'a: b\n  c',
    'a: >\n  b',
    'a: [b,\n  c]',
    'a: &b c',
    'a: - b',
    'a:\n  - - b',
    'a:\n  b: c\n d: e',
    'a:\nb: c',
    'a: b # c',
    'a: [b: c]',
    'a: "b\\t"',
    'a: "b"\u00a0',
    'a: b\nc: d\u2028e: f',
    '---\na: b',
    'a: b\na: c',
    '- a',
    'a:\n  |\n  b',
    'a: |\n    b\n  c',
  ])('%j', (text) => expect(plain(text)).toBeNull());
});

/** What the two readers may understand differently, put where it does most harm. */
const SCRAPS = [
  ...'#,:|>-?{}[]\'"\\%@`~ \n\t\u00a0\u2028\ufeff\u200b'.split(''),
  ...': | # |  # |\n  |\n- |\n  - |&a|*a|!a|\r\n|a: b|\na: b|\n\n|<<|__proto__|---|...|"a"|[a, b]|{ a: b }'.split('|'),
];

function toText([indent, dash, key, rest]: readonly [number, string, string, readonly string[]]): string {
  return `${' '.repeat(indent)}${dash}${key}${rest.join('')}`;
}

describe('both readers agree', () => {
  const line = fc.tuple(
    fc.nat(4),
    fc.constantFrom('', '- ', '-  ', '- - '),
    fc.constantFrom('a: ', 'b:', 'c d: ', 'e-f: ', ''),
    fc.array(fc.constantFrom(...SCRAPS), { maxLength: 4 }),
  );
  const lines = fc.array(line, { maxLength: 8 });

  it('about any text', () => {
    const holds = fc.property(lines, (all) => agree(all.map(toText).join('\n')));
    expect(fc.check(holds, { numRuns: 3000 }).counterexample).toBeNull();
  });

  it('about a flow in which something was changed', () => {
    const change = fc.tuple(fc.constantFrom(...written), fc.nat(), fc.nat(20), fc.constantFrom(...SCRAPS));
    const holds = fc.property(change, ([{ text }, where, gone, scrap]) => {
      const at = where % text.length;
      return agree(text.slice(0, at) + scrap + text.slice(at + gone));
    });
    expect(fc.check(holds, { numRuns: 200 }).counterexample).toBeNull();
  });
});
