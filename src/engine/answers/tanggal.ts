import { z } from 'zod';

import { localParts } from '../../language/calendar.ts';
import { readDate } from '../../language/date.ts';
import { dayOf } from '../expression/compare.ts';
import { printIn } from '../expression/print.ts';
import { text } from '../loading/block.ts';
import type { Value } from '../value.ts';
import type { Heard, Hearing } from './answer-kind.ts';
import { answerKind } from './answer-kind.ts';
import { limitsOf } from './limits.ts';
import { readWith } from './read-with.ts';

/** A day. One that must be past (`paling_akhir: hari_ini`) is read as a birth date is: with its year, never "besok". */
export const tanggal = answerKind({
  jenis: 'tanggal',
  schema: z.object({ paling_awal: text.optional(), paling_akhir: text.optional() }),
  build(block, build, { place }) {
    const limits = limitsOf(block, build, place, ['paling_awal', 'paling_akhir']);
    const purpose = block.paling_akhir?.trim() === 'hari_ini' ? { purpose: 'tanggal_lahir' } : {};
    return {
      kind: { kind: 'tanggal' },
      depends: limits.depends,
      hint: { key: 'contoh_tanggal' },
      show: (value, walk) => printIn(walk.flows.writing, value),
      adopt: (value) => (typeof value === 'object' && value !== null && 'date' in value ? value : null),
      read(said, hearing) {
        const heard = readWith(
          said,
          (typed) => readDate(typed, { today: todayOf(hearing), ...purpose }),
          (date) => ({ type: 'date', date }),
          hearing.walk.flows.writing,
        );
        return withinDays(heard, limits.least(hearing.scope), limits.most(hearing.scope));
      },
    };
  },
  example: `
alur: contoh
judul: Contoh tanggal
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: lahir
    teks: Tanggal lahir?
    jenis: tanggal
    paling_awal: 1906-01-01
    paling_akhir: hari_ini
  - kirim: "{{ lahir | tanggal }}, usia {{ lahir | usia }} tahun."
uji:
  - nama: dibaca seperti orang menulisnya
    misalkan: { hari_ini: 2026-12-01 }
    percakapan:
      - warga: contoh
      - warga: hehe
      - bot: belum terbaca
      - warga: 17 agt 1995
      - bot: 17 Agustus 1995, usia 31 tahun.
`,
});

function todayOf({ walk: { facts } }: Hearing): string {
  return localParts(facts.now, facts.zone).date;
}

function withinDays(heard: Heard, least: Value, most: Value): Heard {
  if (heard.type !== 'value') return heard;
  const day = dayOf(heard.value);
  const [first, last] = [dayOf(least), dayOf(most)];
  if (first !== null && day !== null && day < first) {
    return { type: 'none', say: { key: 'terlalu_awal', values: { batas: least } } };
  }
  if (last !== null && day !== null && day > last) {
    return { type: 'none', say: { key: 'terlalu_akhir', values: { batas: most } } };
  }
  return heard;
}
