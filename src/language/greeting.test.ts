import { describe, expect, it } from 'vitest';

import { eachText } from '../../test/each-text.ts';
import { readGreeting } from './greeting.ts';

describe('greetings', () => {
  it.each(
    eachText<string>([
      [
        'salam',
        "assalamualaikum | Assalamu'alaikum | assalamu alaikum wr. wb. | asalamualaikum | assalamualaikum pak | ass wr wb | askum | samlekum | assalamualaikum mau daftar | Assalamu’alaikum warahmatullah | aslmkm | asslmkm | ass.",
      ],
      [
        'umum',
        'halo | Halo kak | hai | hi min | hello | selamat pagi | Selamat siang pak | pagi kak | malam min | permisi | punten | p | P | tes | test | ping | pagi pak/bu | om swastiastu | shalom | kulonuwun | sugeng enjing | halo selamat pagi | halo admin | horas | salam | hallo | haloo ada orang? | permisi ada yang bisa bantu?',
      ],
      [
        'none',
        'saya | daftar | ada orang? | halo ada orang mati di sungai | halo ada pelatihan apa? | malam ini bisa | siang hari jam 2 | asam | asli bangka | ya | Halimah | selamat | salam dari saya untuk bapak bupati',
      ],
    ]),
  )('"%s" is %s', (text, want) => {
    expect(readGreeting(text)).toBe(want);
  });
});
