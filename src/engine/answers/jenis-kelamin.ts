import { z } from 'zod';

import { readGender } from '../../language/gender.ts';
import type { Gender } from '../../language/gender.ts';
import { printIn } from '../expression/print.ts';
import type { Walk } from '../flow.ts';
import { codeOf } from '../value.ts';
import type { ChosenCode } from '../value.ts';
import { homeSentence, sentence } from '../walk.ts';
import type { Row } from './answer-kind.ts';
import { answerKind } from './answer-kind.ts';
import { readRows } from './read-rows.ts';
import { readWith } from './read-with.ts';

const CODES: readonly Gender[] = ['laki_laki', 'perempuan'];

/** Laki-laki or perempuan: L and P, and the many words people use. */
export const jenisKelamin = answerKind({
  jenis: 'jenis_kelamin',
  schema: z.object({}),
  personal: true,
  build: () => ({
    kind: { kind: 'pilihan', codes: CODES },
    hint: { key: 'contoh_jenis_kelamin' },
    offer: ({ walk }) => ({ rows: rowsOf(walk), keep: false }),
    show: (value, walk) => printIn(walk.flows.writing, value),
    adopt: (value, { walk }) => rowsOf(walk).find(({ code }) => code === codeOf(value))?.value ?? null,
    read: (said, { rows, walk }) => {
      const heard = readWith(said, readGender, (code) => chosen(walk, code));
      return heard.type === 'none' && heard.why === undefined ? readRows(said, rows) : heard;
    },
  }),
  example: `
alur: contoh
judul: Contoh jenis kelamin
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: kelamin
    teks: Jenis kelamin?
    jenis: jenis_kelamin
  - kirim: "{{ kelamin }}"
    hanya_jika: kelamin = perempuan
uji:
  - nama: P berarti perempuan
    percakapan:
      - warga: contoh
      - bot: 1 Laki-laki
      - warga: p
      - bot: Perempuan
`,
});

function rowsOf(walk: Walk): readonly Row[] {
  return CODES.map((code) => ({ code, label: sentence(walk, code), value: chosen(walk, code) }));
}

function chosen(walk: Walk, code: Gender): ChosenCode {
  return { type: 'choice', code, label: homeSentence(walk, code) };
}
