import { z } from 'zod';

import { rowSource } from '../answers/row-source.ts';
import type { RowSource } from '../answers/row-source.ts';
import type { Template } from '../expression/compile.ts';
import { hashText } from '../fingerprint.ts';
import type { Move, Step, Walk } from '../flow.ts';
import { NEED, NEXT } from '../flow.ts';
import { args, count, onlyIf, text, yes } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import type { Build, Here } from '../loading/build.ts';
import { mark, scopeHere, tell, tellAlone, top } from '../walk.ts';
import { attachmentKeys, attachments } from './attachments.ts';
import type { Attached } from './attachments.ts';

/** Rows of a list in one message: more are not read on a phone. */
const MOST_ROWS = 20;

const list = z.strictObject({
  dari: text,
  dengan: args.optional(),
  baris: text,
  jika_kosong: text.optional(),
  paling_banyak: count.optional(),
});

/** `daftar`, compiled: one line for each row. */
interface List {
  readonly source: RowSource;
  readonly empty: Template | null;
  readonly most: number;
}

/** Says something. When the flow is walked again it is said again only when its text changed. */
export const kirim = stepKind({
  word: 'kirim',
  schema: z.strictObject({
    kirim: text,
    ...attachmentKeys,
    terpisah: yes.optional(),
    daftar: list.optional(),
    ...onlyIf,
  }),
  key: () => 'k',
  build(block, build, here) {
    const words = build.template(block.kirim, [...here.place, 'kirim']);
    const attach = attachments(block, build, here);
    const rows = block.daftar === undefined ? null : listOf(block.daftar, build, here);
    return {
      arrive(walk, step) {
        const scope = scopeHere(walk);
        const lines = rows === null ? [] : linesOf(rows, walk);
        if (lines === null) return NEED;
        // A last line whose value is empty leaves no gap before what is said next.
        const said = [words.render(scope), ...lines].join('\n').trimEnd();
        return sayOnce(walk, step, said, attach(walk), block.terpisah === true);
      },
    };
  },
  example: `
alur: contoh
judul: Contoh kirim
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - kirim: "Pendaftaran Bapak/Ibu:"
    daftar:
      dari: pendaftaran_contoh
      baris: "{{ judul }}, {{ mulai | tanggal }}"
      jika_kosong: Belum ada.
  - kirim: Ketik MENU untuk melihat pilihan lain.
  - kirim: Kalau perlu, Bapak/Ibu dapat menelepon kantor.
    kontak: { nama: '"Kantor kecamatan"', telepon: '"0718 4123456"' }
uji:
  - nama: satu baris tiap isi
    misalkan:
      pendaftaran_contoh:
        - { judul: Konten Kreator, mulai: 2026-12-14 09:00 }
    percakapan:
      - warga: contoh
      - bot: Konten Kreator, 14 Desember 2026
      - bot: Ketik MENU
      - bot: menelepon kantor
  - nama: belum ada isi
    percakapan:
      - warga: contoh
      - bot: Belum ada.
`,
});

function listOf(block: z.infer<typeof list>, build: Build, { place }: Here): List {
  const inside = [...place, 'daftar'];
  return {
    source: rowSource({ dengan: block.dengan, label: block.baris }, block.dari, build, { place: inside }),
    empty: block.jika_kosong === undefined ? null : build.template(block.jika_kosong, [...inside, 'jika_kosong']),
    most: Math.min(block.paling_banyak ?? MOST_ROWS, MOST_ROWS),
  };
}

function linesOf({ source, empty, most }: List, walk: Walk): readonly string[] | null {
  const scope = scopeHere(walk);
  const rows = source.rows({ walk, scope });
  if (rows === null) return null;
  if (rows.length === 0) return empty === null ? [] : [empty.render(scope)];
  return rows.slice(0, most).map(({ label }) => label);
}

function sayOnce(
  walk: Walk,
  step: Step,
  said: string,
  [extra = {}, ...more]: readonly Attached[],
  alone: boolean,
): Move {
  const f = hashText(said);
  if (top(walk).before[step.key]?.f !== f) {
    const { note, ...shown } = extra;
    const whole = note === undefined ? said : `${said}\n\n${note}`;
    if (alone) tellAlone(walk, whole, shown);
    else tell(walk, whole, shown);
    for (const { note: words = '', ...rest } of more) tellAlone(walk, words, rest);
  }
  mark(walk, step.key, { f });
  return NEXT;
}
