import { readdirSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { catalogue } from '../../src/domain/catalogue.ts';
import { tellIssue } from '../../src/engine/check/write-issue.ts';
import { compileCondition, compileExpression, compileTemplate } from '../../src/engine/expression/compile.ts';
import { ANYTHING } from '../../src/engine/expression/kind.ts';
import { MOST_TOLD } from '../../src/engine/issue.ts';
import { loadFlows } from '../../src/engine/loading/load-flows.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import type { Facts } from '../../src/engine/turn.ts';

const folder = new URL('../../flows/', import.meta.url);
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.uji.yaml'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

const HEAD = 'alur: a\njudul: A\ndasar: tugas_publik\ndimulai_oleh: { kata_kunci: [uji a] }\nlangkah:\n';
const UMUR = '  - tanya: umur\n    teks: Berapa umurnya?\n    jenis: angka\n';
const letters = Array.from('bcdefghij');

/** A line to copy is no longer than this. */
const LONGEST_CURE = 1000;

/** The faults of one file, how many are told, and whether somebody can read them. */
function told(text: string): { readonly codes: readonly string[]; readonly count: number; readonly isShort: boolean } {
  const { issues } = loadFlows([{ name: 'a.yaml', text }], catalogue, {});
  const isShort = issues.every((issue) => (tellIssue(issue, {}).cure ?? '').length <= LONGEST_CURE);
  return { codes: [...new Set(issues.map(({ code }) => code))], count: issues.length, isShort };
}

describe('a file that is meant to do harm', () => {
  it.each<[string, string, string]>([
    ['a megabyte', `${HEAD}  - kirim: |\n${`      ${'x'.repeat(90)}\n`.repeat(11_000)}`, 'berkas_terlalu_besar'],
    ['aliases of aliases', letters.map((one) => `${one}: &${one} [${`*${one},`.repeat(9)}]`).join('\n'), 'awal_khusus'],
    ['a tag', `${HEAD}  - kirim: !!js/function "x"\n`, 'awal_khusus'],
    ['a merge', `${HEAD}  - <<: dasar\n`, 'kunci_gabung'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'yaml_tidak_terbaca'],
    ['braces in braces', '{a: '.repeat(20_000), 'yaml_tidak_terbaca'],
    ['dashes behind dashes', '- '.repeat(50_000), 'yaml_tidak_terbaca'],
    ['steps without end', HEAD + '  - selesai\n'.repeat(5000), 'langkah_terlalu_banyak'],
    ['a key again and again', 'kunci: isi\n'.repeat(5000), 'kunci_ganda'],
    [
      'keys that nobody knows',
      `${Array.from({ length: 3000 }, (_one, at) => `k${at}: 1\n`).join('')}${HEAD}${UMUR}`,
      'kunci_asing',
    ],
    [
      'choices without end',
      `${HEAD}  - tanya: p\n    teks: P?\n    jenis: pilihan\n    pilihan: [${Array.from({ length: 3000 }, (_one, at) => `Nomor ${at}`).join(', ')}]\n`,
      'pilihan_terlalu_banyak',
    ],
    [
      'a condition of nots',
      `${HEAD}${UMUR}  - kirim: Halo.\n    hanya_jika: ${'bukan '.repeat(80)}umur > 1\n`,
      'syarat_terlalu_dalam',
    ],
    ['braces without end', `${HEAD}  - kirim: "${'{'.repeat(50_000)}"\n`, 'kurung_kurawal_terbuka'],
    ['a flow that runs itself', `${HEAD}${UMUR}  - jalankan: a\n`, 'alur_melingkar'],
    ['brackets and colons', `${HEAD}  - kirim: [${'a: '.repeat(20_000)}\n`, 'terlalu_dalam'],
    ['two hundred thousand spaces', `${HEAD}  - kirim: a${' '.repeat(200_000)}#b\n`, 'terpotong_pagar'],
    ['as many in a key', `a${' '.repeat(200_000)}b: c\n`, 'yaml_tidak_terbaca'],
    ['a sentence that is turned around', `${HEAD}  - kirim: "Halo \u202e dunia"\n`, 'tanda_kendali'],
    ['a line that ends within its line', `${HEAD}  - kirim: "Halo\u2028  - selesai"\n`, 'tanda_kendali'],
    ['a title without end', HEAD.replace('judul: A', `judul: ${'A'.repeat(50_000)}`) + UMUR, 'isi_keliru'],
    ['commas without end', `${HEAD}  - kirim: [${','.repeat(200_000)}]\n`, 'yaml_tidak_terbaca'],
    [
      'the same name in two spellings of Unicode',
      `${HEAD}  - tanya: na\u0301ma\n    teks: A?\n  - kirim: "{{ n\u00e1ma }}"\n`,
      'nama_tidak_rapi',
    ],
    ['a name with a letter of another script', `${HEAD}${UMUR}  - kirim: "{{ umu\u0433 }}"\n`, 'nama_tidak_dikenal'],
    ['braces that are wider', `${HEAD}${UMUR}  - kirim: "{{ umur\uff5cangka }}"\n`, 'tanda_asing'],
    ['a mark within braces', `${HEAD}${UMUR}  - kirim: "{{ \u200dumur }}"\n`, 'tanda_asing'],
    ['ten thousand marks on one letter', `${HEAD}  - kirim: "a${'\u0301'.repeat(10_000)}"\n`, 'teks_terlalu_panjang'],
    [
      'a number of four hundred digits',
      `${HEAD}${UMUR}  - kirim: x\n    hanya_jika: umur > ${'9'.repeat(400)}\n`,
      'angka_terlalu_besar',
    ],
    ['a wait beyond all time', `${HEAD}  - tunggu: 99999999999999999999 hari\n`, 'angka_terlalu_besar'],
    ['as many attempts', `${HEAD}${UMUR}    kesempatan: 99999999999999999999\n`, 'isi_keliru'],
    [
      'conditions upon conditions',
      `${HEAD}${Array.from({ length: 30 }, (_one, at) => `  - tanya: v${at}\n    teks: V?\n    jenis: ya_tidak\n`).join('')}${Array.from({ length: 300 }, (_one, at) => `  - jika: v${at % 30}\n    maka: { kirim: "Ya ${at}." }\n`).join('')}`,
      'jalan_terlalu_banyak',
    ],
    ['a NUL', `${HEAD}  - kirim: a\u0000b\n`, 'tanda_kendali'],
    [
      'a text made of functions',
      `${HEAD}${UMUR}  - kirim: "{{ umur${' | angka'.repeat(80)} }}"\n`,
      'syarat_terlalu_panjang',
    ],
  ])('%s: is refused with its reason', (_what, text, code) => {
    const { codes, count, isShort } = told(text);
    expect(codes).toContain(code);
    expect(isShort).toBe(true);
    expect(count).toBeLessThanOrEqual(MOST_TOLD + 1);
  });

  it('three flows that run each other in a circle: each is told', () => {
    const circle = ['a', 'b', 'c'].map((name, at) => ({
      name,
      text: `alur: ${name}\njudul: A\ndasar: tugas_publik\nlangkah:\n  - jalankan: ${'bca'.charAt(at)}\n`,
    }));
    const { issues } = loadFlows(circle, catalogue, {});
    expect(new Set(issues.map(({ code, file }) => `${file} ${code}`))).toEqual(
      new Set(circle.map(({ name }) => `${name}.yaml alur_melingkar`)),
    );
  });

  it.each(['\uFEFF', ''])('but a mark in front (%j) and the line ends of Windows do no harm', (mark) => {
    expect(told(mark + (HEAD + UMUR).replaceAll('\n', '\r\n')).count).toBe(0);
  });
});

const OF_EVERY_OBJECT = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

describe.each(OF_EVERY_OBJECT)('%s, which every object has', (name) => {
  it('is a name like any other: unknown where nobody gave it', () => {
    for (const source of [name, `kontak.${name}`, `umur.${name}`, `umur | ${name}`, `${name}(umur)`]) {
      expect(
        compileExpression(source, (path) => (path[0] === 'umur' && path.length === 1 ? { kind: 'angka' } : undefined))
          .ok,
      ).toBe(false);
    }
  });

  it('anywhere in a flow gives faults and never an exception', () => {
    const places = [
      `${HEAD}  - tanya: ${name}\n    teks: Apa?\n  - kirim: "{{ ${name} }}"\n`,
      `${HEAD}  - tanya: p\n    teks: P?\n    jenis: pilihan\n    pilihan: { ${name}: Satu, dua: Dua }\n    lalu: { ${name}: selesai }\n`,
      `${HEAD}  - lakukan: ${name}\n    hasil: { ${name}: lanjut }\n`,
      `${HEAD}  - periksa: ${name}\n    sebagai: ${name}\n    hasil: { ${name}: lanjut }\n`,
      `${HEAD}  - jalankan: ${name}\n    dengan: { ${name}: ${name} }\n    hasil: { ${name}: lanjut }\n`,
      `${HEAD}  - tunggu: ${name}\n    hasil: { ${name}: lanjut }\n`,
      `${HEAD}  - bagian: ${name}\n  - atur: { ${name}: 1 }\n  - lanjut_ke: ${name}\n`,
      `${HEAD}  - tanya: p\n    teks: P?\n    jenis: ${name}\n  - ${name}: x\n`,
      `${HEAD}  - tanya: p\n    teks: P?\n    jenis: pilihan\n    dari: ${name}\n    label: "{{ ${name} }}"\n`,
      `alur: a\njudul: A\n${name}: x\nterima: { ${name}: ${name} }\ndimulai_oleh: { kata_kunci: [${name}], tautan: ${name}, peristiwa: ${name} }\nlangkah:\n  - selesai: ${name}\n`,
    ];
    for (const text of places) expect(() => told(text)).not.toThrow();
  });
});

const anyText = fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 }));
const words = fc.constantFrom(
  ...'alur judul langkah tanya kirim teks jika maka lalu hasil - : | > { } [ ] " \' # & * ! % @ ` ya selesai'.split(
    ' ',
  ),
  '\n',
  '\n  ',
  '\n  - ',
  '\n    ',
  '\t',
);

/** What is known at a turn of the talk. */
function facts(turn: number): Facts {
  return {
    turnId: `a.${turn}`,
    now: 1_796_000_000_000 + turn * 1000,
    zone: 'Asia/Jakarta',
    contact: { persetujuan: ['pelatihan'] },
    tenant: { nama: 'Bangka Selatan' },
    officer: null,
    channel: {},
    found: {},
  };
}

describe('any text at all', () => {
  it('as a flow is refused or loaded, and never thrown at anybody', () => {
    const flow = fc.oneof(
      anyText,
      fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
      anyText.map((text) => HEAD + text),
    );
    const whole = fc.property(flow, (text) => {
      const lines = text.split('\n').length;
      return loadFlows([{ name: 'a', text }], catalogue, {}).issues.every(({ line }) => line >= 0 && line <= lines + 1);
    });
    expect(() => fc.assert(whole, { numRuns: 400 })).not.toThrow();
  });

  it('as a condition or inside of braces compiles or has a fault', () => {
    const whole = fc.property(anyText, (text) => {
      for (const compile of [compileExpression, compileCondition, compileTemplate]) {
        const compiled = compile(text, () => ANYTHING);
        if (!compiled.ok && compiled.code === '') return false;
      }
      return true;
    });
    expect(() => fc.assert(whole, { numRuns: 1000 })).not.toThrow();
  });

  const { flows } = loadFlows(shipped, catalogue, {});

  it('said by a person gets an answer', () => {
    const odd = fc.constantFrom(
      '\u200b'.repeat(50),
      '\u202eabc',
      '😀😀😀',
      'a\u0000b',
      '\ud800',
      'x'.repeat(10_000),
      '{{ kontak.nama }}',
      '__proto__',
      '1'.repeat(400),
    );
    const talk = fc.array(fc.oneof(anyText, odd), { maxLength: 6 });
    const whole = fc.property(talk, fc.constantFrom('daftar', 'menu', 'survei minat', 'data saya'), (said, first) => {
      let session: Parameters<typeof takeTurn>[1] = null;
      for (const [at, text] of [first, ...said].entries()) {
        const turn = takeTurn(flows, session, { type: 'text', text }, facts(at));
        if (turn.type === 'turn') session = JSON.parse(JSON.stringify(turn.session)) as typeof session;
      }
      return true;
    });
    expect(() => fc.assert(whole, { numRuns: 100 })).not.toThrow();
  });
});
