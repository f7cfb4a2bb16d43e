import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createChoiceList, readChoice } from './choice.ts';
import { readCode } from './code.ts';
import { readCommand } from './command.ts';
import { readDate } from './date.ts';
import { readEmail } from './email.ts';
import { isEmergency } from './emergency.ts';
import { readGender } from './gender.ts';
import { readGreeting } from './greeting.ts';
import { hidesNik, readNik, redactNiks } from './nik.ts';
import { MAX_TEXT } from './normal.ts';
import { readNumber } from './number.ts';
import { readName } from './person-name.ts';
import { readPhone } from './phone.ts';
import { isQuestion } from './question.ts';
import type { Reading } from './reading.ts';
import { createRegionIndex, readRegion } from './region.ts';
import { readTime } from './time.ts';
import { readYesNo } from './yes-no.ts';

const today = '2026-11-20';
const list = createChoiceList([
  { label: 'Konten kreator' },
  { label: 'Desain grafis (dasar/lanjutan)' },
  { label: '3-5 Desember 2026' },
]);
const index = createRegionIndex([
  { code: '19.03.01', name: 'Toboali', level: 'kecamatan', parent: '19.03' },
  { code: '19.03.06', name: 'Tukak Sadai', level: 'kecamatan', parent: '19.03' },
]);

const readers: Readonly<Record<string, (text: string) => Reading<unknown>>> = {
  yes_no: (text) => readYesNo(text, { label: { ya: 'Setuju', tidak: 'Tidak setuju' } }),
  command: readCommand,
  choice: (text) => readChoice(text, list, { most: 3 }),
  name: readName,
  nik: (text) => readNik(text, { today }),
  birth: (text) => readDate(text, { today, purpose: 'tanggal_lahir' }),
  event: (text) => readDate(text, { today, purpose: 'acara' }),
  time: readTime,
  phone: readPhone,
  email: readEmail,
  gender: readGender,
  number: readNumber,
  region: (text) => readRegion(text, index, { level: 'kecamatan' }),
  code: (text) => readCode(text, { length: 4, of: 'huruf atau angka' }),
};

/** A clear answer for each reader. */
const answers: readonly (readonly [string, string])[] = [
  ['yes_no', 'setuju'],
  ['yes_no', 'tidak bisa'],
  ['command', 'batal'],
  ['command', 'cek status'],
  ['choice', '2'],
  ['choice', 'desain grafis'],
  ['name', 'siti aminah'],
  ['nik', '1903011708959001'],
  ['birth', '17 agustus 1995'],
  ['event', 'besok'],
  ['event', '3 desember'],
  ['time', 'jam 9 pagi'],
  ['phone', '0812-3456-7890'],
  ['email', 'siti@example.com'],
  ['gender', 'perempuan'],
  ['number', '25 orang'],
  ['region', 'tukak sadai'],
  ['code', 'ab12'],
];

describe('a clear answer stays what it is', () => {
  it.each(answers)('%s "%s" in capitals, with spaces, with thanks', (kind, text) => {
    const read = readers[kind];
    const plain = read?.(text);
    expect(plain).toMatchObject({ type: 'value', sure: 'clear' });
    expect(read?.(text.toUpperCase())).toEqual(plain);
    expect(read?.(`  ${text.replaceAll(' ', '   ')}\n`)).toEqual(plain);
    expect(read?.(`${text} ya pak, makasih 🙏`)).toEqual(plain);
  });
});

/** What people add to an answer without changing it. */
const noise = fc.record({
  before: fc.constantFrom('', 'pak, ', 'bu ', 'kak, ', 'maaf ', 'mohon maaf pak, '),
  after: fc.constantFrom('', ' ya', ' pak', ' ya kak', ', makasih', ' ya pak, makasih 🙏', '. terima kasih bu', '!!'),
  isUpper: fc.boolean(),
  gap: fc.constantFrom(' ', '  ', '   '),
});

describe('polite noise, capitals and spaces change no clear answer', () => {
  it.each(['yes_no', 'command', 'choice', 'birth', 'event', 'time', 'gender', 'number'])('of %s', (kind) => {
    const said = answers.filter(([name]) => name === kind).map(([, text]) => text);
    fc.assert(
      fc.property(fc.constantFrom(...said), noise, (text, { before, after, isUpper, gap }) => {
        const noisy = `${before}${text}${after}`.replaceAll(' ', gap);
        expect(readers[kind]?.(isUpper ? noisy.toUpperCase() : noisy)).toEqual(readers[kind]?.(text));
      }),
      { numRuns: 200 },
    );
  });

  it('nor do missing spaces after punctuation', () => {
    const pairs = [
      ['yes_no', 'ya, setuju'],
      ['yes_no', 'tidak, maaf'],
      ['choice', '1, 3'],
      ['birth', 'kamis, 17 agustus 1995'],
      ['region', 'desa x, kecamatan tukak sadai'],
    ] as const;
    for (const [kind, text] of pairs)
      expect(readers[kind]?.(text.replaceAll(', ', ','))).toEqual(readers[kind]?.(text));
  });
});

describe('words of the regional languages', () => {
  it.each([
    ['yes_no', 'teu tiasa', 'no'],
    ['yes_no', 'inggih, setuju', 'yes'],
    ['yes_no', 'durung pernah', 'no'],
    ['yes_no', 'ora opo opo', 'yes'],
    ['command', 'ora sido', 'batal'],
    ['number', 'telung puluh', 30],
    ['number', 'sarebu', 1000],
    ['number', 'sejuta setengah', 1_500_000],
    ['time', 'jam wolu esuk', '08:00'],
    ['gender', 'abdi lalaki', 'laki_laki'],
    ['name', 'jenengku agus setiawan', 'Agus Setiawan'],
    ['event', 'sesuk', '2026-11-21'],
  ])('%s "%s" is %s', (kind, text, want) => {
    expect(readers[kind]?.(text)).toMatchObject({ type: 'value', value: want });
  });
});

/** Pieces that readers look for, so that random texts get far into them. */
const piece = fc.oneof(
  fc
    .constantFrom(
      'ya tidak tapi kalau jadi pilih nomor tanggal jam setengah kurang bukan dan sampai agustus senin depan lagi juta koma nama saya pak desa kec maksudnya mati api'.split(
        ' ',
      ),
    )
    .chain((words) => fc.constantFrom(...words)),
  fc.constantFrom(
    '1',
    '17',
    '1995',
    '0812',
    '1903011708959001',
    '1,5',
    '3-5',
    '@',
    '.com',
    '?',
    '…',
    '\n',
    '🙏',
    "'",
    'constructor',
    '__proto__',
    'ﷺ',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

describe('no text breaks a reader', () => {
  it.each(Object.keys(readers))('%s always answers with a reading', (kind) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('', ' '), (pieces, between) => {
        expect(['value', 'several', 'none']).toContain(readers[kind]?.(pieces.join(between)).type);
      }),
      { numRuns: 300 },
    );
  });

  it('nor a detector', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join(' ');
        expect([typeof isEmergency(text), typeof isQuestion(text), typeof readGreeting(text)]).toEqual([
          'boolean',
          'boolean',
          'string',
        ]);
        const kept = redactNiks(text);
        expect(redactNiks(kept)).toBe(kept);
        expect(hidesNik(kept)).toBe(hidesNik(text));
      }),
    );
  });

  /** Each unit, repeated to the limit, is where a backtracking expression would not come to an end. */
  it.each([
    ' ',
    'a',
    '1',
    'ya ',
    '1 ',
    '1-',
    'a.',
    'bukan ',
    ', ',
    'tidak bisa ',
    '(',
    'a@',
    '.a',
    'jam ',
    'ke',
    'nama ',
    '1.',
    'ﷺ',
    '1,',
    '1/',
    '08',
    'Rp1.',
    'jl ',
    '@.',
    'a\u0301',
    '\u0301',
    "a'",
    'rt 1 rw 2 ',
    'kec. ',
    'kurang 5 jam ',
    'x*',
  ])('not even a message full of "%s"', (unit) => {
    const text = unit
      .repeat(MAX_TEXT / unit.length)
      .padEnd(MAX_TEXT, 'x')
      .slice(0, MAX_TEXT);
    for (const read of Object.values(readers)) expect(read(text).type).toBeDefined();
    expect([isEmergency(text), isQuestion(text)]).toEqual([false, false]);
  });

  it.each(Object.keys(readers))('%s looks at no more than one message', (kind) => {
    expect(readers[kind]?.('1'.repeat(MAX_TEXT + 1))).toEqual({ type: 'none', why: 'too_long' });
    expect(readers[kind]?.(' \n ')).toEqual({ type: 'none', why: 'empty' });
  });
});
