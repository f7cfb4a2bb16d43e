import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { readGender } from './gender.ts';

describe('laki-laki or perempuan', () => {
  it.each(
    eachText<string | null>([
      [
        'laki_laki',
        'laki laki | Laki-Laki | laki | L | l | lk | pria | cowok | cowo | saya pria | jenis kelamin laki-laki | laki-laki kak | lelaki | laki2 | L pak | lanang | man | laki-laki ya pak, makasih 🙏 | cowo kak | bapak',
      ],
      [
        'perempuan',
        'perempuan | P | p | pr | prempuan | wanita | cewek | saya perempuan | cewe kak | perempuan ya pak, makasih 🙏 | ibu-ibu | wadon | female | ibu',
      ],
      [null, '? | laki-laki atau perempuan | tidak tahu | siti | L/P | bukan laki-laki | x | 3'],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(valueOf(readGender(text))).toBe(want);
  });
});
