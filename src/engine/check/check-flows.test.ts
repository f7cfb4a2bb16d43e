import { describe, expect, it } from 'vitest';

import type { Catalogue } from '../catalogue.ts';
import type { Issue } from '../issue.ts';
import { readFlowFile } from '../reading/read-flow-file.ts';
import { checkFlows } from './check-flows.ts';
import { didYouMean } from './did-you-mean.ts';
import { GRAMMAR } from './grammar.ts';
import { mergeIssues } from './merge-issues.ts';

const catalogue: Catalogue = {
  deeds: { catat: { args: { umur: 'boleh' }, results: { tercatat: { nomor: 'teks' }, penuh: { nomor: 'teks' } } } },
  looks: {},
  sources: {},
  events: {},
  scopes: { kontak: {}, daerah: {}, petugas: {}, saluran: {} },
  records: {},
  rights: [],
};

/** The codes of what is told about flows given by name and steps; the first head applies to all. */
function told(flows: Readonly<Record<string, string>>, head = 'dasar: tugas_publik'): readonly string[] {
  const read = Object.entries(flows).map(([name, steps]) => {
    const text = `alur: ${name}\njudul: Uji\n${head}\nlangkah:\n${steps.trimEnd()}\n`;
    return { name, file: readFlowFile(`${name}.yaml`, text) };
  });
  const broken = read.flatMap(({ file }) => file.issues.map(({ code }) => code));
  return [
    ...broken,
    ...checkFlows(read, catalogue, GRAMMAR).issues.map(({ code, params }) =>
      `${code} ${String(params['nama'] ?? '')}`.trim(),
    ),
  ];
}

const PEKERJAAN = `
  - tanya: pekerjaan
    teks: Pekerjaannya?
    jenis: pilihan
    pilihan: { asn: ASN, tani: Petani, lain: Lainnya }`;
const INSTANSI = `
  - tanya: instansi
    hanya_jika: pekerjaan = asn
    teks: Instansi mana?`;
const MUNGKIN_KOSONG = ['mungkin_kosong instansi'];

describe('a text may use an answer', () => {
  it.each<[string, string]>([
    ['that everybody was asked', `${PEKERJAAN}\n  - kirim: Baik, {{ pekerjaan }}.`],
    [
      'under the condition under which it was asked',
      `${PEKERJAAN}${INSTANSI}\n  - kirim: Di {{ instansi }}.\n    hanya_jika: pekerjaan =  asn`,
    ],
    [
      'under that condition and another',
      `${PEKERJAAN}${INSTANSI}\n  - jika: pekerjaan = asn dan hari_ini > 2026-01-01\n    maka:\n      - kirim: Di {{ instansi }}.`,
    ],
    [
      'in the branch of the answer under which it was asked',
      `${PEKERJAAN}
    lalu:
      asn:
        - tanya: instansi
          teks: Instansi mana?
        - kirim: Di {{ instansi }}.
  - kirim: Di {{ instansi }}.
    hanya_jika: pekerjaan = asn`,
    ],
    ['when it is there', `${PEKERJAAN}${INSTANSI}\n  - kirim: Di {{ instansi }}.\n    hanya_jika: instansi ada`],
    ['with a substitute', `${PEKERJAAN}${INSTANSI}\n  - kirim: Di {{ instansi | jika_kosong("rumah") }}.`],
    [
      'when everybody without it has left',
      `${PEKERJAAN}${INSTANSI}\n  - jika: instansi kosong\n    maka: selesai\n  - kirim: Di {{ instansi }}.`,
    ],
    [
      'when the other branch gives it, too',
      `${PEKERJAAN}
  - jika: pekerjaan = asn
    maka:
      - tanya: instansi
        teks: Instansi mana?
    jika_tidak:
      - atur: { instansi: '"rumah"' }
  - kirim: Di {{ instansi }}.`,
    ],
    [
      'of every result',
      `
  - lakukan: catat
    sebagai: catatan
    hasil:
      tercatat:
        - kirim: Nomor {{ nomor }}.
      penuh: lanjut
  - kirim: Nomor {{ catatan.nomor }}.`,
    ],
  ])('%s', (_, steps) => expect(told({ alur_uji: steps })).toEqual([]));

  it.each<[string, string]>([
    ['asked only of some', `${PEKERJAAN}${INSTANSI}\n  - kirim: Di {{ instansi }}.`],
    [
      'asked under two conditions of which only one holds',
      `${PEKERJAAN}
  - jika: pekerjaan = asn
    maka:
      - tanya: instansi
        hanya_jika: hari_ini > 2026-01-01
        teks: Instansi mana?
  - kirim: Di {{ instansi }}.
    hanya_jika: pekerjaan = asn`,
    ],
    [
      'asked under another condition',
      `${PEKERJAAN}${INSTANSI}\n  - kirim: Di {{ instansi }}.\n    hanya_jika: pekerjaan = tani`,
    ],
    [
      'asked before the condition was answered anew',
      `${PEKERJAAN}${INSTANSI}\n  - atur: { pekerjaan: '"asn"' }\n  - kirim: Di {{ instansi }}.\n    hanya_jika: pekerjaan = asn`,
    ],
    [
      'that may be skipped',
      `
  - tanya: instansi
    teks: Instansi mana?
    wajib: tidak
  - kirim: Di {{ instansi }}.`,
    ],
    [
      'that was given up',
      `
  - tanya: instansi
    teks: Instansi mana?
    jika_habis: lewati
  - kirim: Di {{ instansi }}.`,
    ],
    [
      'worked out from what may be unset',
      `
  - tanya: asal
    teks: Dari mana?
    wajib: tidak
  - atur: { instansi: asal }
  - kirim: Di {{ instansi }}.`,
    ],
    [
      'only set in one branch',
      `${PEKERJAAN}
  - jika: pekerjaan = asn
    maka:
      - atur: { instansi: '"kantor"' }
  - kirim: Di {{ instansi }}.`,
    ],
  ])('but not one %s', (_, steps) => expect(told({ alur_uji: steps })).toEqual(MUNGKIN_KOSONG));
});

describe('consent', () => {
  const ask =
    '  - tanya: telepon\n    teks: Nomor HP?\n    jenis: telepon\n  - kirim: Terima kasih.\n    hanya_jika: telepon ada';
  const consent =
    '  - tanya: setuju\n    teks: Setuju?\n    jenis: setuju\n    keperluan: pelatihan\n    versi: 1\n    lalu:\n      tidak: selesai';
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['asked before', { satu: `${consent}\n${ask}` }, []],
    ['asked after', { satu: `${ask}\n${consent}` }, ['pribadi_sebelum_setuju telepon']],
    ['asked by the prerequisite', { satu: `  - prasyarat: izin\n${ask}`, izin: consent }, []],
    ['given before the flow is run', { satu: `${consent}\n  - jalankan: dua`, dua: ask }, []],
    [
      'not given by one of those who run the flow',
      { satu: `${consent}\n  - jalankan: dua`, tiga: '  - jalankan: dua', dua: ask },
      ['pribadi_sebelum_setuju telepon'],
    ],
    [
      'refused, and asked all the same',
      { satu: `${consent.replace('tidak: selesai', 'tidak: lanjut')}\n${ask}` },
      ['pribadi_sebelum_setuju telepon'],
    ],
  ])('%s', (_, flows, expected) => expect(told(flows, 'dasar: persetujuan')).toEqual(expected));

  it('does not help a flow that promises to know no names', () => {
    expect(told({ satu: ask }, 'tanpa_nama: ya')).toEqual(['pribadi_tanpa_nama telepon']);
  });

  it('is not needed for a task of public office', () => expect(told({ satu: ask })).toEqual([]));
});

describe('ways through a flow', () => {
  const umur = '  - tanya: umur\n    teks: Umurnya?\n    jenis: angka';
  it.each<[string, string, readonly string[]]>([
    [
      'a section behind the end, when something leads there',
      `${umur}\n  - jika: umur > 3\n    maka: { lanjut_ke: dua }\n  - selesai\n  - bagian: dua\n    judul: Dua\n  - kirim: Halo.`,
      [],
    ],
    [
      'nothing leads there',
      `${umur}\n  - selesai\n  - bagian: dua\n    judul: Dua\n  - kirim: Halo.`,
      ['langkah_tak_tercapai'],
    ],
    [
      'both branches end',
      `${umur}\n  - jika: umur > 3\n    maka: selesai\n    jika_tidak: selesai\n  - kirim: Halo.`,
      ['langkah_tak_tercapai'],
    ],
    ['one branch ends', `${umur}\n  - jika: umur > 3\n    maka: selesai\n  - kirim: Halo.`, []],
    ['a circle that asks', `${umur}\n  - lanjut_ke: umur\n    hanya_jika: umur > 3`, []],
    ['a circle that nobody can leave', `${umur}\n  - lanjut_ke: umur`, ['tanpa_jalan_keluar']],
    [
      'a circle that asks only some',
      `  - bagian: awal\n    judul: Awal\n  - tanya: umur\n    hanya_jika: hari_ini > 2026-01-01\n    teks: Umurnya?\n    jenis: angka\n  - lanjut_ke: awal`,
      ['putaran_tanpa_pertanyaan'],
    ],
  ])('%s', (_, steps, expected) => expect(told({ alur_uji: steps })).toEqual(expected));
});

function issue(code: string, line: number, file = 'a.yaml'): Issue {
  return { code, line, file, params: {}, severity: 'fault' };
}

describe('hints', () => {
  it.each([
    ['percobaan', 'kesempatan'],
    ['kesempatn', 'kesempatan'],
    ['Teks', 'teks'],
    ['jika habis', 'jika_habis'],
    ['xyz', null],
    ['te', null],
  ])('%s: %s', (word, expected) =>
    expect(didYouMean(word, ['teks', 'kesempatan', 'jika_habis', 'tolak'])).toBe(expected),
  );

  it('one mistake is told once', () => {
    expect(
      mergeIssues([issue('x', 3), issue('y', 9), issue('z', 1, 'b.yaml')], [issue('w', 3)]).map(({ code }) => code),
    ).toEqual(['w', 'y', 'z']);
  });
});
