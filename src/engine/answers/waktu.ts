import { z } from 'zod';

import { readTime } from '../../language/time.ts';
import { text } from '../loading/block.ts';
import type { Value } from '../value.ts';
import type { Heard } from './answer-kind.ts';
import { answerKind } from './answer-kind.ts';
import { limitsOf } from './limits.ts';
import { readWith } from './read-with.ts';

/** A time of day; "jam 3" may be morning or afternoon, so the person is asked. */
export const waktu = answerKind({
  jenis: 'waktu',
  schema: z.object({ paling_awal: text.optional(), paling_akhir: text.optional() }),
  build(block, build, { place }) {
    const limits = limitsOf(block, build, place, ['paling_awal', 'paling_akhir']);
    return {
      kind: { kind: 'waktu' },
      depends: limits.depends,
      hint: { key: 'contoh_waktu' },
      show: (value, walk) => walk.flows.writing.clock(clockOf(value) ?? ''),
      adopt: (value) => (clockOf(value) === null ? null : value),
      read: (said, { scope, walk }) =>
        withinClock(
          readWith(said, readTime, (time) => ({ type: 'time', time }), walk.flows.writing),
          limits.least(scope),
          limits.most(scope),
        ),
    };
  },
  example: `
alur: contoh
judul: Contoh jam
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: jam
    teks: Jam berapa?
    jenis: waktu
    paling_awal: 07.00
    paling_akhir: 20.00
  - kirim: Baik, {{ jam | pukul }}.
uji:
  - nama: jam malam ditolak
    percakapan:
      - warga: contoh
      - warga: jam 10 malam
      - bot: paling akhir 20.00
      - warga: setengah 8 malam
      - bot: Baik, pukul 19.30.
`,
});

function withinClock(heard: Heard, least: Value, most: Value): Heard {
  const time = heard.type === 'value' ? clockOf(heard.value) : null;
  if (time === null) return heard;
  const [first, last] = [clockOf(least), clockOf(most)];
  if (first !== null && time < first) {
    return { type: 'none', say: { key: 'terlalu_awal', values: { batas: least } } };
  }
  if (last !== null && time > last) {
    return { type: 'none', say: { key: 'terlalu_akhir', values: { batas: most } } };
  }
  return heard;
}

function clockOf(value: Value): string | null {
  return typeof value === 'object' && value !== null && 'time' in value ? value.time : null;
}
