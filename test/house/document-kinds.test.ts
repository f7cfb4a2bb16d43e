import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { documentKinds } from '../../src/domain/document-kinds.ts';

/** Kinds that are made by a function of the rules, and stand in the list under the service's own. */
const listed = new Set(documentKinds.map(({ name }) => name));

test('every kind of document stands in the list that stores are prepared by and moved by', () => {
  const names = readdirSync('src/domain', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(`src/domain/${file}`, 'utf8');
      return [...text.matchAll(/DocumentKind<\w+> (?:= |\{\s+return )\{\s+name: '([\w-]+)'/gu)].map(([, name]) => name);
    });
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => name === undefined || !listed.has(name))).toEqual([]);
});
