import { describe, expect, test } from 'vitest';

import { saysNothing } from './nothing.ts';

const NOTHING =
  'ndak punya | ga ada kak | tidak | tdk punya email | belum punya | gak usah pak | - | ora duwe | nihil | tidak ada usulan | mboten gadhah | kosong | belum ada | dak ada';
const SOMETHING =
  'tidak jauh | ada | punya | siti | tidak ada waktu | tidak punya? | 1 | belum bekerja | sudah | kapan | tidak dapat izin kerja | 👍';

describe('nothing to answer', () => {
  test.each(NOTHING.split(' | '))('%s', (text) => expect(saysNothing(text)).toBe(true));
  test.each(SOMETHING.split(' | '))('not: %s', (text) => expect(saysNothing(text)).toBe(false));
});
