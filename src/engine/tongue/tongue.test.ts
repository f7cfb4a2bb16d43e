import { describe, expect, it } from 'vitest';

import { exampleCatalogue } from '../../../test/engine/example-catalogue.ts';
import { sentences } from '../../../test/engine/meet-person.ts';
import { mirrorOf, table } from '../../../test/engine/mirror-tongue.ts';
import { loadFlows } from '../loading/load-flows.ts';
import { readTongue } from './read-tongue.ts';
import { keyOf } from './tongue.ts';
import { writeSection } from './write-section.ts';
import { createWriting } from './writing-table.ts';

const flow = `
alur: contoh
judul: Contoh
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: umur
    teks: Berapa umurnya?
    jenis: angka
  - kirim: Umurnya {{ umur | angka }} tahun.
`;
const said = 'Umurnya {{ umur | angka }} tahun.';
const files = [{ name: 'contoh', text: flow }];
const { seen } = loadFlows(files, exampleCatalogue, sentences);

/** What the checker says when this is the translation of one text of the flow. */
function codesFor(translation: string): readonly string[] {
  const mirror = mirrorOf(seen, sentences);
  const texts = new Map(mirror.flows.get('contoh')).set(keyOf(said), { text: translation, line: 7 });
  const tongue = { ...mirror, flows: new Map([['contoh', texts]]) };
  const { issues } = loadFlows(files, exampleCatalogue, sentences, [], { tongues: [tongue], each: false });
  return issues.map(({ code, file, line }) => `${file}:${line} ${code}`);
}

describe('a translation', () => {
  it.each([
    ['the same names with another function', 'Age {{ umur }}.', []],
    ['a name is missing', 'An age.', ['locales/qq.yaml:7 terjemahan_beda']],
    ['a name of everybody is added', 'Age {{ umur }}, {{ kontak.nama }}.', ['locales/qq.yaml:7 terjemahan_beda']],
    ['a name that does not exist', 'Age {{ umurr }}.', ['locales/qq.yaml:7 nama_tidak_dikenal']],
    ['a prototype', 'Age {{ umur.constructor }}.', ['locales/qq.yaml:7 nama_tidak_dikenal']],
    ['code', 'Age {{ umur.toString() }}.', ['locales/qq.yaml:7 kata_tak_terduga']],
    ['a loop', '{% for a in b %}', ['locales/qq.yaml:7 kurung_kurawal_tunggal']],
    ['open braces', 'Age {{ umur', ['locales/qq.yaml:7 kurung_kurawal_terbuka']],
    ['a function for another kind', 'Age {{ umur | tanggal }}.', ['locales/qq.yaml:7 jenis_isian_fungsi']],
  ])('with %s', (_what, translation, expected) => {
    expect(codesFor(translation)).toEqual(expected);
  });
});

describe('the checker', () => {
  const mirror = mirrorOf(seen, sentences);
  const half = { ...mirror, flows: new Map([['contoh', new Map([['gone', { text: 'Gone', line: 3 }]])]]) };

  it('counts what is missing and stale, a line for each flow and language', () => {
    const { issues } = loadFlows(files, exampleCatalogue, sentences, [], { tongues: [half], each: false });
    expect(issues).toMatchObject([{ code: 'terjemahan_kurang', severity: 'warning', params: { belum: 4, basi: 1 } }]);
  });

  it('names each of them when asked', () => {
    const { issues } = loadFlows(files, exampleCatalogue, sentences, [], { tongues: [half], each: true });
    expect(issues.map(({ code }) => code).toSorted()).toEqual([
      'terjemahan_basi',
      ...Array.from({ length: 4 }, () => 'terjemahan_belum'),
    ]);
  });
});

describe('the section of flows in a locale file', () => {
  const before = 'bahasa:\n  nama: Mirror\n';
  const first = writeSection(before, seen);

  it('holds every text with the Indonesian above it, empty', () => {
    expect(first).toContain(`    # Berapa umurnya?\n    ${keyOf('Berapa umurnya?')}: ""\n`);
    expect(first.startsWith(before)).toBe(true);
  });

  it('does not change when nothing did', () => {
    expect(writeSection(first, seen)).toBe(first);
  });

  it('keeps what was translated, marks it stale when the text changed, and leaves other sections alone', () => {
    const done = `${first.replace(`${keyOf('Berapa umurnya?')}: ""`, `${keyOf('Berapa umurnya?')}: How old?`)}\nperiksa:\n  a: b\n`;
    const changed = seen.map((one) => ({
      ...one,
      texts: one.texts.map((text) => text.replace('umurnya?', 'usianya?')),
    }));
    const after = writeSection(done, changed);
    expect(after).toMatch(
      /# BASI:[^\n]*\n {4}# Berapa umurnya\?\n {4}\w+: How old\?\n {4}# Berapa usianya\?\n {4}\w+: ""/u,
    );
    expect(after.endsWith('\nperiksa:\n  a: b\n')).toBe(true);
    expect(writeSection(after, changed)).toBe(after);
  });
});

describe('how a language writes', () => {
  const writing = createWriting(table, (text) => text);
  it.each([
    [writing.day('2026-12-03'), 'm12/3/2026'],
    [writing.day('bukan tanggal'), 'bukan tanggal'],
    [writing.moment('2026-12-03', '09:00', 'Asia/Makassar'), 'd4 m12/3/2026 09:00h WITA'],
    [writing.clock('07:30'), '07:30h'],
    [writing.number(1_234_567.5), '1 234 567.5'],
    [writing.rupiah(-2000), '-Rp2 000'],
    [writing.list(['a', 'b', 'c']), 'a, b, & c'],
    [writing.length(1440), '1 day'],
    [writing.length(2880), '2 days'],
    [writing.length(90), '1 h 30 min'],
    [writing.greeting(20), 'g4'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});

describe('a locale file', () => {
  it('without a head is no language', () => {
    expect(readTongue('qq', 'percakapan:\n  ya: "Y"\n')).toEqual({ tongue: null, issues: [] });
  });

  it.each([
    ['nothing but a name', 'bahasa:\n  nama: Mirror\n', 'bahasa_tidak_lengkap'],
    [
      'a hostile pattern',
      `bahasa:\n  nama: Mirror\n  tulisan:\n    tanggal: "{{ constructor }}"\n`,
      'bahasa_tidak_lengkap',
    ],
    ['an anchor bomb', 'bahasa: &a\n  nama: *a\n', 'awal_khusus'],
    ['a broken sentence', 'percakapan:\n  ya: "{{ a"\n', 'kurung_kurawal_terbuka'],
  ])('with %s is refused with a clear sentence', (_what, text, code) => {
    const { tongue, issues } = readTongue('qq', text);
    expect(tongue).toBeNull();
    expect(issues.map((issue) => issue.code)).toContain(code);
    for (const issue of issues) expect(sentences[`periksa.${issue.code}`]).toBeDefined();
  });
});
