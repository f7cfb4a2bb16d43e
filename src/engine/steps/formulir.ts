import { z } from 'zod';

import { findForm } from '../find-flow.ts';
import { NEED, NEXT } from '../flow.ts';
import { onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { codeOf } from '../value.ts';
import { scopeHere } from '../walk.ts';

/**
 * Questions that come as data: `dari` names a form, the domain knows what it asks. It is run like a flow of its own, and
 * its answers together are the value of its name. Unset: nothing is asked.
 */
export const formulir = stepKind({
  word: 'formulir',
  schema: z.strictObject({ formulir: text, dari: text, ...onlyIf }),
  key: ({ formulir: name }) => String(name),
  build(block, build, { place }) {
    const from = build.expression(block.dari, [...place, 'dari']);
    build.declare(block.formulir, { kind: 'catatan' });
    return {
      arrive(walk) {
        const reference = codeOf(from.evaluate(scopeHere(walk))) ?? '';
        if (reference === '') return NEXT;
        const form = findForm(walk, reference);
        return form === undefined ? NEED : { type: 'fill', form };
      },
      resume: () => NEXT,
    };
  },
  example: `
alur: contoh
judul: Contoh formulir
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: pelatihan
    teks: Pelatihan mana?
    jenis: pilihan
    dari: pelatihan_contoh
    label: "{{ judul }}"
  - formulir: isian_program
    dari: pelatihan.formulir
  - pastikan: [pelatihan, isian_program]
  - lakukan: simpan_contoh
    dengan: [pelatihan, isian_program]
    hasil:
      tersimpan:
        - kirim: Terima kasih, sudah kami simpan.
uji:
  - nama: pertanyaan susulan hanya bila perlu, dan diperbaiki di ringkasan
    misalkan:
      pelatihan_contoh:
        - { kode: kk, judul: Konten Kreator, formulir: kk-2 }
      formulir:
        - { kode: alat, teks: Alat apa yang dipakai?, jenis: pilihan, sebutan: Alat, pilihan: [HP, Laptop] }
        - { kode: merek, teks: Mereknya apa?, sebutan: Merek, hanya_jika: alat = Laptop }
        - { kode: usaha, teks: Sudah punya usaha?, jenis: ya_tidak, sebutan: Punya usaha, wajib: tidak }
      hasil:
        simpan_contoh: { tersimpan: {} }
    percakapan:
      - warga: contoh
      - warga: konten
      - bot: Alat apa
      - warga: laptop
      - bot: Mereknya
      - warga: kembali
      - bot: Alat apa
      - warga: HP
      - bot: Sudah punya usaha
      - warga: lewati
      - bot: "2. Alat: HP"
      - bot_tidak: Merek
      - warga: ubah alat
      - warga: laptop
      - bot: Mereknya
      - warga: Zyrex
      - bot_tidak: Sudah punya usaha
      - bot: "3. Merek: Zyrex"
      - warga: kirim
      - lakukan: simpan_contoh
        dengan: { isian_program: { alat: Laptop, merek: Zyrex } }
      - bot: sudah kami simpan
  - nama: program tanpa formulir
    misalkan:
      pelatihan_contoh:
        - { kode: pd, judul: Pemasaran Digital }
      hasil:
        simpan_contoh: { tersimpan: {} }
    percakapan:
      - warga: contoh
      - warga: pemasaran
      - bot: "1. Pelatihan: Pemasaran Digital"
`,
});
