import { expect, test } from 'vitest';

import { visible } from './visible.ts';

test.each([
  ['halo', 'halo'],
  ['baris satu\nbaris dua\tkolom', 'baris satu\nbaris dua\tkolom'],
  ['\u001B[31mmerah\u0007', '[31mmerah'],
  ['nomor \u202E321', 'nomor 321'],
  ['si\u200Bti', 'siti'],
  ['baris\r\nWindows', 'baris\nWindows'],
  ['keluarga 👨\u200D👩\u200D👧', 'keluarga 👨\u200D👩\u200D👧'],
])('%j is seen as %j', (text, seen) => {
  expect(visible(text)).toBe(seen);
});
