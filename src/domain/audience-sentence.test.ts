import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Directory } from './audience-names.ts';
import { readAudienceSentence } from './audience-sentence.ts';
import type { Circle, Segment } from './audience.ts';
import { writeAudienceSentence } from './write-audience-sentence.ts';

const directory: Directory = {
  programmes: [
    {
      code: 'kk',
      name: 'Konten Kreator',
      batches: [
        { id: 'kk-1', number: 1 },
        { id: 'kk-2', number: 2 },
        { id: 'kk-3', number: 3 },
      ],
    },
    { code: 'pd', name: 'Pemasaran dan Penjualan (Daring)', batches: [{ id: 'pd-1', number: 1 }] },
    { code: 'pk', name: 'Pemasaran', batches: [{ id: 'pk-1', number: 1 }] },
    { code: 'yg', name: 'Usaha yang Tumbuh, Jilid 2', batches: [{ id: 'yg-7', number: 7 }] },
  ],
  tracks: [
    { code: 'desain', name: 'Desain grafis' },
    { code: 'konten', name: 'Konten' },
  ],
  groups: [
    { code: 'g-1', name: 'Warga Toboali' },
    { code: 'g-2', name: 'Info Koding' },
    { code: 'g-3', name: 'Warga dan Perantau' },
  ],
  districts: [
    { code: '19.03.01', name: 'Toboali' },
    { code: '19.03.03', name: 'Airgegas' },
    { code: '19.03.05', name: 'Tukak Sadai' },
  ],
  villages: [
    { code: '19.03.01.1001', name: 'Toboali' },
    { code: '19.03.03.2004', name: 'Sidoharjo' },
    { code: '19.03.05.2002', name: 'Sidoharjo' },
  ],
};

const read = (text: string) => readAudienceSentence(text, directory);

/** The normal form of what was understood, or the fault: its code, where, and what was offered. */
function understood(text: string): string {
  const reading = read(text);
  if (reading.type === 'audience') return writeAudienceSentence(reading.segments, directory);
  const { code, word, choices } = reading.fault;
  return `! ${[code, word, choices.join(' | ')].join(' / ')}`;
}

describe('a sentence about an audience', () => {
  test.each([
    [
      'peserta Pelatihan?',
      '! program / pelatihan / Konten Kreator | Pemasaran dan Penjualan (Daring) | Pemasaran | Usaha yang Tumbuh, Jilid 2',
    ],
    [
      'peserta Konten Kreator gelombang 2 yang tinggal di kecamatan Toboali dan berumur 17 sampai 25',
      'peserta Konten Kreator gelombang 2 yang tinggal di kecamatan Toboali dan berumur 17 sampai 25',
    ],
    ['grup warga toboali', 'grup Warga Toboali'],
    ['channel Info Koding dan grup Warga Toboali, info koding', 'grup Info Koding dan Warga Toboali'],
    ['Grup Warga dan Perantau, Warga Toboali', 'grup Warga dan Perantau dan Warga Toboali'],
    [
      'peserta Konten Kreator yang antre dan grup Warga Toboali',
      'peserta Konten Kreator yang antre ditambah grup Warga Toboali',
    ],
    ['grup Info Koding; semua warga', 'grup Info Koding ditambah semua warga'],
    ['grup Warga Tobali', '! grup / warga tobali / Warga Toboali'],
    ['grup', '! grup /  / Warga Toboali | Info Koding | Warga dan Perantau'],
    ['grup Info Koding yang perempuan', '! grup_saja / yang / '],
    ['PESERTA konten kreator gelombang 3, 1 dan 2', 'peserta Konten Kreator gelombang 3, 1, dan 2'],
    ['peserta konten-kreator', 'peserta Konten Kreator'],
    ['peserta Pemasaran gelombang 1', 'peserta Pemasaran gelombang 1'],
    ['peserta pemasaran dan penjualan daring', 'peserta Pemasaran dan Penjualan (Daring)'],
    [
      'peserta usaha yang tumbuh jilid 2 gelombang 7 yang antre',
      'peserta Usaha yang Tumbuh, Jilid 2 gelombang 7 yang antre',
    ],
    ['peserta Konten Kreator yang berkursi, perempuan', 'peserta Konten Kreator yang punya kursi dan perempuan'],
    ['peserta Konten Kreator ditawari kursi', 'peserta Konten Kreator yang ditawari kursi'],
    ['warga kecamatan Toboali', 'semua warga yang tinggal di kecamatan Toboali'],
    ['semua yang bersedia dikabari', 'semua warga'],
    ['warga yang laki-laki dan berusia minimal 17 tahun', 'semua warga yang berumur minimal 17 dan laki-laki'],
    ['warga berumur di bawah 18', 'semua warga yang berumur maksimal 17'],
    ['warga berumur di atas 60', 'semua warga yang berumur minimal 61'],
    ['warga berumur 60 tahun ke atas', 'semua warga yang berumur minimal 60'],
    ['warga berumur paling banyak 25 tahun', 'semua warga yang berumur maksimal 25'],
    ['warga umur 17-25', 'semua warga yang berumur 17 sampai 25'],
    ['warga berumur 40', 'semua warga yang berumur 40'],
    [
      'peminat desain grafis di kecamatan Toboali, Airgegas atau tukak sadai dan perempuan',
      'peminat Desain grafis yang tinggal di kecamatan Toboali, kecamatan Airgegas, atau kecamatan Tukak Sadai dan perempuan',
    ],
    [
      'warga desa Sidoharjo kecamatan Airgegas atau kecamatan Toboali',
      'semua warga yang tinggal di desa Sidoharjo kecamatan Airgegas atau kecamatan Toboali',
    ],
    [
      'peserta Konten Kreator\npeminat Konten;; warga desa toboali.',
      'peserta Konten Kreator ditambah peminat Konten ditambah semua warga yang tinggal di desa Toboali kecamatan Toboali',
    ],
    ['', '! kosong /  / peserta | peminat | semua warga | grup'],
    ['petani di Toboali', '! siapa / petani / peserta | peminat | semua warga | grup'],
    ['peserta konten krator gelombang 1', '! program / konten krator / Konten Kreator'],
    ['peserta kreator yang antre', '! program / kreator / Konten Kreator'],
    ['peminat desain gravis', '! tema / desain gravis / Desain grafis'],
    ['peserta Konten Kreator gelombang 9', '! gelombang / 9 / 1 | 2 | 3'],
    ['peserta Konten Kreator gelombang dua', '! angka / dua / '],
    ['warga kecamatan Tobali', '! kecamatan / tobali / Toboali'],
    ['warga kecamatan Toboali atau Airgeges', '! kecamatan / airgeges / Airgegas'],
    ['warga desa Sidoharjo', '! nama_ganda / sidoharjo / '],
    ['warga desa Sidoharjo kecamatan Toboali', '! desa / sidoharjo / '],
    ['warga yang tinggal di Toboali', '! tempat / toboali / kecamatan | desa'],
    ['warga berumur 25 sampai 17', '! umur /  / '],
    ['warga berumur 200', '! umur / 200 / '],
    ['warga berumur 17 dan berumur 18', '! dua_kali / berumur / '],
    ['warga yang antre', '! tanpa_kelas / antre / '],
    [
      'warga yang ramah',
      '! kata / ramah / tinggal di | berumur | perempuan | laki-laki | punya kursi | antre | ditawari kursi',
    ],
    ['x'.repeat(1001), '! terlalu_panjang /  / '],
    ['warga;'.repeat(11), '! terlalu_banyak / ; / '],
  ])('%s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  const status = fc.constantFrom('semua', 'dikonfirmasi', 'belum', 'antre');
  const circle: fc.Arbitrary<Circle> = fc.oneof(
    fc.constant<Circle>({ type: 'semua' }),
    fc.constantFrom(...directory.tracks).map(({ code }): Circle => ({ type: 'tema', track: code })),
    fc
      .record({ one: fc.constantFrom(...directory.programmes), status })
      .map((made): Circle => ({ type: 'program', programme: made.one.code, status: made.status })),
    fc
      .record({ one: fc.constantFrom(...directory.programmes), status })
      .chain((made) =>
        fc
          .shuffledSubarray([...made.one.batches], { minLength: 1 })
          .map((some): Circle => ({ type: 'gelombang', batches: some.map(({ id }) => id), status: made.status })),
      ),
  );
  const age = fc
    .tuple(fc.option(fc.nat(60)), fc.option(fc.integer({ min: 60, max: 120 })))
    .map(([from, to]) => (from === null && to === null ? null : { from, to }));
  const people: fc.Arbitrary<Segment> = fc.record({
    circle,
    places: fc.shuffledSubarray([...directory.districts, ...directory.villages]),
    age,
    gender: fc.constantFrom(null, 'perempuan', 'laki_laki'),
  });
  const groups = fc
    .shuffledSubarray([...directory.groups], { minLength: 1 })
    .map((some): Circle => ({ type: 'grup', groups: some.map(({ code }) => code) }))
    .map((all): Segment => ({ circle: all, places: [], age: null, gender: null }));
  const segment = fc.oneof(people, groups);

  test('is the same again after it was printed', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 10 }), (segments) => {
        const text = writeAudienceSentence(segments, directory);
        fc.pre(text.length <= 1000);
        expect(read(text)).toEqual({ type: 'audience', segments });
      }),
    );
  });

  test('of any words is understood or has a fault', () => {
    const word = fc.constantFrom(
      ...'peserta peminat semua warga yang dan atau , ; di kecamatan desa Toboali berumur 17 sampai 25 paling ke - gelombang Konten Kreator grup Info Koding'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const reading = read(text);
          if (reading.type === 'fault') return;
          const again = read(writeAudienceSentence(reading.segments, directory));
          expect(again).toEqual(reading);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
