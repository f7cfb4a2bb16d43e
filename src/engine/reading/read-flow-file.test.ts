import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readFlowFile } from './read-flow-file.ts';

const read = (text: string): ReturnType<typeof readFlowFile> => readFlowFile('uji.yaml', text);
const codesOf = (text: string): readonly string[] => read(text).issues.map(({ code }) => code);

describe('every scalar is text', () => {
  it.each([
    ['10.00', '10.00'],
    ['08123', '08123'],
    ['19.10', '19.10'],
    ['9171011501900001', '9171011501900001'],
    ['2026-12-03', '2026-12-03'],
    ['no', 'no'],
    ['null', 'null'],
    ['"{{ nama }}"', '{{ nama }}'],
    ["Jum'at", "Jum'at"],
    ['10-1000', '10-1000'],
    ['https://t.id/a#b', 'https://t.id/a#b'],
    ['Halo\u00A0Ibu', 'Halo Ibu'],
  ])('a: %s', (source, expected) => expect(read(`a: ${source}`)).toMatchObject({ data: { a: expected }, issues: [] }));

  it('a text below | keeps its lines and every sign in it', () => {
    const { data, issues } = read('teks: |\n  Contoh: 17 Agustus #12\n  - {{ nama }} *tebal* "kutip"\nb: c\n');
    expect(issues).toEqual([]);
    expect(data).toEqual({ teks: 'Contoh: 17 Agustus #12\n- {{ nama }} *tebal* "kutip"', b: 'c' });
  });

  it('comments are comments when they stand two spaces off, or behind something that is no sentence', () => {
    expect(
      read('# atas\nkirim: Halo  # catatan\njenis: teks # catatan\nlalu: # catatan\n  ya: selesai\n').issues,
    ).toEqual([]);
  });
});

describe('places', () => {
  const file = read(
    'alur: x\nlangkah:\n  - tanya: a\n    pilihan:\n      ya: Ya\n      2: Dua\n      1: Satu\n  - kirim: Halo\n',
  );
  it('a comment behind a key without a sentence may hold a colon', () => {
    expect(read('a:   # not b: c\n  - d')).toMatchObject({ data: { a: ['d'] }, issues: [] });
  });

  it('gives the line of a key, of a list item, and of the nearest one that exists', () => {
    expect(file.lineOf(['langkah', 0, 'pilihan', '2'])).toBe(6);
    expect(file.lineOf(['langkah', 1])).toBe(8);
    expect(file.lineOf(['langkah', 0, 'teks', 'x'])).toBe(3);
    expect(file.lineOf([])).toBe(1);
  });
  it('gives keys in the order of the file, numbers too', () => {
    expect(file.keysOf(['langkah', 0, 'pilihan'])).toEqual(['ya', '2', '1']);
    expect(file.keysOf(['tidak', 'ada'])).toEqual([]);
  });
});

describe('slips', () => {
  it.each<[string, string, string, string?]>([
    ['a text cut at #', 'kirim: Laporan #12 diterima', 'terpotong_pagar', '"Laporan #12 diterima"'],
    ['a text cut at # and a space', 'kirim: Laporan # 12', 'terpotong_pagar', '"Laporan # 12"'],
    ['a list item cut at #', 'a:\n  - Laporan #12', 'terpotong_pagar', '"Laporan #12"'],
    ['a second colon', 'teks: Contoh: 17 Agustus', 'titik_dua_kedua', 'teks: "Contoh: 17 Agustus"'],
    ['a second colon in a list', '- kirim: Contoh: 17', 'titik_dua_kedua', '- kirim: "Contoh: 17"'],
    ['a colon at the end', 'kirim: Pilih salah satu:', 'titik_dua_kedua', 'kirim: "Pilih salah satu:"'],
    ['braces at the start', 'kirim: {{ nama }}, selamat', 'kurung_tanpa_petik', 'kirim: "{{ nama }}, selamat"'],
    ['braces alone', 'teks: {{ nama }}', 'kurung_tanpa_petik', 'teks: "{{ nama }}"'],
    ['braces within braces', 'x: { kirim: {{ nama }} }', 'kurung_tanpa_petik', 'x: { kirim: "{{ nama }}" }'],
    ['too far right', 'l:\n  - tanya: nama\n     teks: a', 'lekuk_salah'],
    ['between two columns', 'l:\n  - tanya: nama\n   teks: a', 'lekuk_salah'],
    ['left of its siblings', 'a:\n  b: c\n d: e', 'lekuk_salah'],
    ['a tab', '- tanya: nama\n\tteks: a', 'tab'],
    ['a tab behind a dash', '-\ttanya: nama', 'tab'],
    ['no-break space before a key', '\u00A0 a: b', 'spasi_word', '  a: b'],
    ['no-break space behind a dash', '-\u00A0kirim: b', 'spasi_word', '- kirim: b'],
    ['no-break space behind a colon', 'kirim:\u00A0b', 'spasi_word', 'kirim: b'],
    ['a dash of a word processor', '– kirim: x', 'strip_word', '- kirim: x'],
    ['a dash without a space', '-kirim: Halo', 'strip_tanpa_spasi', '- kirim: Halo'],
    ['a colon without a space', '- kirim:Halo', 'titik_dua_tanpa_spasi', '- kirim: Halo'],
    ['a colon without a space in braces', 'p: {ya:7 hari}', 'titik_dua_tanpa_spasi', 'ya: 7 hari'],
    ['a comma in braces', 'p: { ya: Ya, saya setuju, tidak: T }', 'koma_dalam_kurung', 'ya: "Ya, saya setuju"'],
    ['an anchor', 'kirim: &Kata', 'awal_khusus', 'kirim: "&Kata"'],
    ['an alias', 'kirim: *Tebal* x', 'awal_khusus', 'kirim: "*Tebal* x"'],
    ['an alias in a list', 'k: [*a, b]', 'awal_khusus'],
    ['a tag', 'kirim: !Penting halo', 'awal_khusus', 'kirim: "!Penting halo"'],
    ['at', 'teks: @kominfo', 'awal_khusus', 'teks: "@kominfo"'],
    ['percent', 'teks: %x', 'awal_khusus', 'teks: "%x"'],
    ['greater than', 'teks: > 18 tahun', 'awal_khusus', 'teks: "> 18 tahun"'],
    ['brackets at the start', 'teks: [nama] halo', 'awal_khusus', 'teks: "[nama] halo"'],
    ['quotes at the start', 'teks: "Halo" kata', 'awal_khusus', 'teks: "\\"Halo\\" kata"'],
    ['quotes of a word processor', 'kirim: “Halo: x”', 'petik_word', 'kirim: "Halo: x"'],
    ['quotes never closed', 'teks: "Halo\njenis: x', 'petik_tidak_ditutup'],
    ['quotes closed too late', 'teks: "Halo\n  jenis: "', 'petik_tidak_ditutup'],
    ['a bracket never closed', 'a: [b, c', 'kurung_tidak_ditutup'],
    ['a bad escape', 'a: "C:\\hal"', 'garis_miring'],
    ['a key twice', 'a: 1\na: 2', 'kunci_ganda'],
    ['a merge', '<<: { a: b }', 'kunci_gabung'],
    ['a sentence that goes on with a colon', 'teks: Halo\n  Contoh: 17', 'sambungan_bertitik_dua'],
    ['nothing below a key', 'lalu:\nya: x', 'isi_kosong'],
    ['an empty item', 'a:\n  -\n  - b', 'butir_kosong'],
    ['two documents', 'a: 1\n---\nb: 2', 'beberapa_dokumen'],
    ['a list', '- a', 'bukan_alur'],
    ['nothing', '', 'bukan_alur'],
    ['a control character', 'a: b\u0007', 'tanda_kendali'],
    ['too deep', `${Array.from({ length: 26 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')} x`, 'terlalu_dalam'],
    ['too large', `a: ${'x'.repeat(300_000)}`, 'berkas_terlalu_besar'],
  ])('%s', (_, text, code, cure) => {
    const { data, issues } = read(text);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]?.params).toMatchObject(cure === undefined ? {} : { betul: cure });
    expect(data).toBeNull();
  });

  it('every line that is offered for copying is free of slips', () => {
    for (const line of [
      'teks: Contoh: 17',
      'kirim: {{ nama }}, x',
      '- kirim:Halo',
      'kirim: *T* "x"',
      'kirim: “Halo: x”',
      '-kirim: Halo',
    ]) {
      const cure = String(read(line).issues[0]?.params['betul']);
      expect({ cure, codes: codesOf(cure).filter((code) => code !== 'bukan_alur') }).toEqual({ cure, codes: [] });
    }
  });

  it('a sentence over two lines is a warning: the file is still read', () => {
    expect(read('teks: Halo\n  apa kabar')).toMatchObject({
      data: { teks: 'Halo apa kabar' },
      issues: [{ code: 'baris_digabung', severity: 'warning' }],
    });
  });

  it('each slip is told with its own line', () => {
    const { issues } = read('a: Contoh: 1\nb: c\nkirim: *x\n');
    expect(issues.map(({ code, line }) => [line, code])).toEqual([
      [1, 'titik_dua_kedua'],
      [3, 'awal_khusus'],
    ]);
  });
});

describe('totality', () => {
  const line = fc.constantFrom(
    'a: b',
    '- a: b',
    '  - c',
    '    d: e',
    'x: |',
    '  teks #1',
    'y: { a: b, c }',
    'z: [a, b',
    '"q',
    '\t',
    ': :',
    '? a',
    '--- ',
    '&a *b !c',
    '__proto__: x',
    'constructor:',
    '{{ }}',
    '%YAML 1.2',
  );
  const file = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
  );
  it('never throws, never returns data with a fault, and names a line of the file', () => {
    fc.assert(
      fc.property(file, (text) => {
        const { data, issues, lineOf, keysOf } = read(text);
        const faults = issues.filter(({ severity }) => severity === 'fault');
        expect(data === null).toBe(faults.length > 0);
        const lines = text.split('\n').length;
        for (const issue of issues) expect(issue.line >= 1 && issue.line <= lines + 1).toBe(true);
        expect(lineOf(['langkah', 0])).toBeGreaterThan(0);
        expect(Array.isArray(keysOf(['langkah', 0]))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
  it('no key reaches the prototype of an object', () => {
    const { data, issues } = read('__proto__: { jahat: ya }\n');
    expect([data, issues.map(({ code }) => code)]).toEqual([null, ['nama_tidak_rapi']]);
    expect(Object.hasOwn(Object.prototype, 'jahat')).toBe(false);
  });
});
