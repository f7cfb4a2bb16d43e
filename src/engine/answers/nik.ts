import { z } from 'zod';

import { duration } from '../loading/block.ts';
import type { ChosenCode } from '../value.ts';
import { answerKind, OTHER_KIND } from './answer-kind.ts';

/** A link lives this long when the flow names no time: long enough to fetch the card, too short to be found later. */
const USUAL_MS = 30 * 60_000;

/** All that a conversation ever knows of a NIK. */
const FILLED: ChosenCode = { type: 'choice', code: 'terisi', label: 'terisi' };
const AT_THE_VENUE: ChosenCode = { type: 'choice', code: 'di_tempat', label: 'diperiksa di tempat' };

/**
 * The NIK, filled in on a page of our own behind a link for one use: it has no place in a chat (UU 27/2022 art. 35; the
 * rules of WhatsApp forbid it). LEWATI leaves it to the venue.
 */
export const nik = answerKind({
  jenis: 'nik',
  personal: true,
  schema: z.object({ diisi_di: z.literal('tautan').optional(), berlaku: duration.optional() }),
  build: ({ berlaku: lifeMs = USUAL_MS }) => ({
    kind: { kind: 'pilihan', codes: [FILLED.code, AT_THE_VENUE.code] },
    hint: { key: 'isian_belum_diterima' },
    elsewhere: { deed: 'minta_nik', look: 'keadaan_nik', lifeMs, filled: FILLED, without: AT_THE_VENUE },
    read: () => OTHER_KIND,
    answeredBy: ({ name, about }, { wait }) =>
      name === 'nik_terisi' && about !== null && about === wait?.about ? FILLED : null,
    show: (value) => (typeof value === 'object' && value !== null && 'label' in value ? value.label : ''),
  }),
  example: `
alur: contoh
judul: Contoh NIK
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: nik
    teks: Sertifikatnya memerlukan NIK. Demi keamanan, NIK tidak diketik di sini, tetapi di halaman berikut.
    jenis: nik
    diisi_di: tautan
    berlaku: 30 menit
    wajib: tidak
  - pastikan: [nik]
  - kirim: Terima kasih.
uji:
  - nama: diisi di halaman web
    percakapan:
      - warga: contoh
      - bot: https://contoh.id/nik/contoh
      - warga: "1903011708950001"
      - bot: mohon tidak mengirim NIK
      - warga: sudah
      - bot: belum kami terima
      - peristiwa: nik_terisi
      - bot: "1. Nik: terisi"
  - nama: tautan kedaluwarsa, yang baru diminta dengan satu kata
    percakapan:
      - warga: contoh
      - waktu: +31 menit
      - warga: sudah
      - bot: Balas TAUTAN
      - warga: tautan
      - bot: https://contoh.id/nik/contoh
      - peristiwa: nik_terisi
      - bot: terisi
  - nama: diperiksa di tempat
    percakapan:
      - warga: contoh
      - warga: lewati
      - bot: "1. Nik: diperiksa di tempat"
`,
});
