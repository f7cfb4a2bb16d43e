import { z } from 'zod';

import type { Expression } from '../expression/compile.ts';
import { printValue } from '../expression/print.ts';
import { branch, text } from '../loading/block.ts';
import { recordKind } from '../loading/names.ts';
import type { Value } from '../value.ts';
import { findRows } from '../walk.ts';
import type { Heard, Hearing, Row } from './answer-kind.ts';
import { answerKind, OTHER_KIND, textOf } from './answer-kind.ts';
import { readRows } from './read-rows.ts';

/** Short lists are shown to pick from; longer ones are asked for by name. */
const SHORT_LIST = 10;

/**
 * A region by its name. The app looks it up (`Need` of type `region`, see turn.ts), so that the engine holds no map:
 * one row is the answer, several are shown to pick from, none is a miss.
 */
export const wilayah = answerKind({
  jenis: 'wilayah',
  schema: z.object({ tingkat: text, di: text.optional(), jika_di_luar: branch.optional() }),
  build({ tingkat, di, jika_di_luar: outside }, build, { name, place }) {
    const within = di === undefined ? null : build.expression(di, [...place, 'di']);
    if (outside !== undefined) build.use(name, 'di_daerah_ini');
    const look = (hearing: Hearing, typed: string | null): readonly Value[] | null =>
      findRows(hearing.walk, { type: 'region', name: tingkat, args: regionArgs(typed, within, hearing) });
    return {
      kind: recordKind({ kode: 'teks', nama: 'teks', di_daerah_ini: 'ya_tidak', desa: 'teks' }),
      depends: [within],
      hint: { key: 'contoh_wilayah', values: { tingkat: build.words(tingkat, [...place, 'tingkat']) } },
      show: printValue,
      offer: (hearing) => {
        const all = look(hearing, null);
        if (all === null) return 'need';
        return all.length > SHORT_LIST ? { rows: [], keep: false } : { rows: all.map(toRow), keep: true };
      },
      adopt: (value, hearing) => {
        const isRecord = typeof value === 'object' && value !== null && 'fields' in value;
        if (isRecord && within === null) return value;
        const code = isRecord ? value.code : value;
        if (typeof code !== 'string' || code === '') return null;
        const rows = look(hearing, code);
        return rows === null ? undefined : (rows[0] ?? null);
      },
      read: (said, hearing) => {
        const typed = textOf(said);
        if (typed === null) return OTHER_KIND;
        if (hearing.rows.length > 0) {
          const heard = readRows(said, hearing.rows);
          if (heard.type !== 'none' || heard.why === 'question') return heard;
        }
        const rows = look(hearing, typed);
        return rows === null ? { type: 'need' } : fromRows(rows);
      },
    };
  },
  example: `
alur: contoh
judul: Contoh wilayah
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: kecamatan
    teks: Kecamatan mana?
    jenis: wilayah
    tingkat: kecamatan
    jika_di_luar:
      - kirim: Maaf, hanya untuk warga {{ daerah.nama }}.
      - selesai
  - tanya: desa
    teks: Desa atau kelurahan?
    jenis: wilayah
    tingkat: desa
    di: kecamatan
  - kirim: "{{ desa }}, {{ kecamatan }}"
uji:
  - nama: kecamatan lalu desanya
    percakapan:
      - warga: contoh
      - warga: toboali
      - warga: gadung
      - bot: Gadung, Toboali
`,
});

function regionArgs(typed: string | null, within: Expression | null, { scope }: Hearing): Record<string, Value> {
  return { teks: typed, di: within?.evaluate(scope) ?? null };
}

function fromRows(rows: readonly Value[]): Heard {
  const [first, second] = rows;
  if (first === undefined) return { type: 'none' };
  return second === undefined ? { type: 'value', value: first } : { type: 'several', rows: rows.map(toRow) };
}

function toRow(value: Value): Row {
  const code = typeof value === 'object' && value !== null && 'code' in value ? value.code : '';
  return { code, label: printValue(value), value };
}
