import { z } from 'zod';

import { NEXT } from '../flow.ts';
import { keepMemo } from '../hearing/parked.ts';
import { onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { codeOf } from '../value.ts';
import { buildReminder, reminderTime } from '../waiting/set-reminder.ts';
import { scopeHere, sentence, tell, top } from '../walk.ts';

/**
 * Says something later, at a time that a sentence names, and goes on at once. Set again for the same thing (`tentang`),
 * it takes the place of the one before. What must be heard in any case belongs to the domain, not to a flow.
 */
export const ingatkan = stepKind({
  word: 'ingatkan',
  schema: z.strictObject({ ingatkan: text, teks: text, tentang: text.optional(), ...onlyIf }),
  key: () => '*',
  build(block, build, { place }) {
    const reminder = buildReminder(block.ingatkan, build, [...place, 'ingatkan'], null);
    const words = build.template(block.teks, [...place, 'teks']);
    const about = block.tentang === undefined ? null : build.expression(block.tentang, [...place, 'tentang']);
    return {
      arrive(walk, step) {
        const scope = scopeHere(walk);
        const time = reminder === null ? null : reminderTime(reminder, walk, null);
        if (time === null || time <= walk.facts.now) return NEXT;
        const subject = about === null ? '' : (codeOf(about.evaluate(scope)) ?? '');
        const isKept = keepMemo(walk, words.render(scope), [top(walk).flow.name, step.key, subject].join('/'), time);
        if (!isKept) tell(walk, sentence(walk, 'pengingat_penuh'));
        return NEXT;
      },
    };
  },
  example: `
alur: contoh
judul: Contoh ingatkan
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: hari
    teks: Hari apa datang ke kantor?
    jenis: tanggal
  - ingatkan: 1 hari sebelum hari pukul 10.00
    teks: Besok kami tunggu di kantor.
  - kirim: Baik, sampai jumpa {{ hari | tanggal }}.
uji:
  - nama: diingatkan sehari sebelumnya
    misalkan: { hari_ini: 2026-12-01 }
    percakapan:
      - warga: contoh
      - warga: 4 desember 2026
      - bot: sampai jumpa
      - waktu: +48 jam
      - bot_tidak: Besok kami tunggu
      - waktu: +2 jam
      - bot: Besok kami tunggu di kantor
`,
});
