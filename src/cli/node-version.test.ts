import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { isTooOld, oldestNode } from './node-version.ts';

describe('the oldest Node', () => {
  it.each([
    ['18.20.8', true],
    ['20.9.0', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['22.1.0', false],
    ['100.0.0', false],
  ])('%s: too old is %s', (version, want) => {
    expect(isTooOld(version)).toBe(want);
  });

  it('is the one that package.json asks for', () => {
    const about = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    expect(about).toContain(`"node": ">=${oldestNode}"`);
  });
});
