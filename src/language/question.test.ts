import { describe, expect, it } from 'vitest';

import { eachText } from '../../test/each-text.ts';
import { isQuestion } from './question.ts';

describe('questions', () => {
  it.each(
    eachText<boolean>([
      [
        true,
        'apa | apa itu | kapan mulainya | berapa biayanya | di mana lokasinya | dimana ya | gimana caranya | kenapa harus nik | siapa ini | boleh gak | bisa gak ya | boleh tidak bawa anak | ada sertifikatnya gak | gratis ya? | apakah gratis | mau tanya | mau nanya dong | numpang tanya | jam berapa | yang mana | sampai kapan | ini resmi? | bolehkah | piro regane? | knp | brp',
      ],
      [
        false,
        'ya | tidak apa apa | apa saja boleh | kapan saja | di mana saja bisa | siapa saja | saya mau daftar | Siti Aminah | tidak bisa | sudah | 1 | gapapa | ga ada | apa adanya | bisa | boleh | jalan rusak di depan pasar',
      ],
    ]),
  )('"%s": %s', (text, want) => {
    expect(isQuestion(text)).toBe(want);
  });
});
