import { z } from 'zod';

import type { Expression } from '../expression/compile.ts';
import { NEXT } from '../flow.ts';
import { onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import type { Build } from '../loading/build.ts';
import { keepValue, mark, scopeHere, top } from '../walk.ts';

/** Sets a question's own answer to one of its codes: `atur: { kategori: lainnya }`. */
function codeFor(name: string, source: string, build: Build): Pick<Expression, 'kind' | 'evaluate'> | null {
  const kind = build.kindOf([name]);
  const code = source.trim();
  const isCode = (kind?.kind === 'pilihan' || kind?.kind === 'catatan') && /^[a-z_][\p{L}\p{N}_]*$/u.test(code);
  if (kind === undefined || !isCode || build.kindOf([code]) !== undefined) return null;
  return { kind, evaluate: () => ({ type: 'choice', code, label: code }) };
}

/** Gives names a value; also a question's own name, which then counts as answered by the flow. */
export const atur = stepKind({
  word: 'atur',
  schema: z.strictObject({ atur: z.record(text, text), ...onlyIf }),
  key: () => ':',
  build(block, build, { place }) {
    const values = Object.entries(block.atur).map(([name, source]) => {
      const expression = codeFor(name, source, build) ?? build.expression(source, [...place, 'atur', name]);
      const [root, ...rest] = source.trim().split('.');
      if (root !== undefined && rest.length === 0) build.pass(name, { flow: null, name: root });
      if (build.kindOf([name]) === undefined || expression.kind.kind !== 'apa_saja')
        build.declare(name, expression.kind);
      return { name, expression };
    });
    return {
      arrive(walk) {
        for (const { name, expression } of values) {
          const value = expression.evaluate(scopeHere(walk));
          delete top(walk).path[name];
          if (value !== null) mark(walk, name, { v: keepValue(walk, name, value), auto: 1 });
        }
        return NEXT;
      },
    };
  },
  example: `
alur: contoh
judul: Contoh atur
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: lahir
    teks: Tanggal lahir?
    jenis: tanggal
    paling_akhir: hari_ini
  - atur: { umur: usia(lahir) }
  - kirim: Umur Bapak/Ibu {{ umur | angka }} tahun.
uji:
  - nama: dihitung dari jawaban
    misalkan: { hari_ini: 2026-12-01 }
    percakapan:
      - warga: contoh
      - warga: 17-08-1995
      - bot: 31 tahun
`,
});
