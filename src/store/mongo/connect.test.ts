import { expect, test } from 'vitest';

import { isOlder } from './connect.ts';

test.each([
  ['4.4.29', true],
  ['3.6', true],
  ['5.0.31', true],
  ['6.3', true],
  ['7.0.0', false],
  ['7.0.14', false],
  ['8.1.0-rc0', false],
  ['10.0.1', false],
])('a server of version %s is too old: %s', (version, tooOld) => expect(isOlder(version)).toBe(tooOld));
