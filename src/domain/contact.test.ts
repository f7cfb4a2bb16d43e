import { describe, expect, test } from 'vitest';

import { aimOf, segmentsOf } from './audience.ts';
import type { Audience } from './audience.ts';
import {
  agreesTo,
  createContact,
  currentConsents,
  keptUntil,
  pushAddress,
  recordConsent,
  seenFrom,
} from './contact.ts';
import type { Consent, Contact } from './contact.ts';
import { createTally } from './survey.ts';
import type { Response } from './survey.ts';

const fresh = createContact('c1', 'daerah', '2026-12-01');

function answer(purpose: string, agreed: boolean, at: number): Consent {
  return { id: `${purpose}.${at}`, purpose, version: '1', text: 'Setuju?', words: 'ya', agreed, at, address: 'x.1' };
}

const given = (...answers: Consent[]): Contact => answers.reduce(recordConsent, fresh);

describe('consent', () => {
  test('the last word about a purpose holds, and every word is kept as proof', () => {
    const contact = given(answer('kabar', true, 1), answer('pelatihan', true, 2), answer('kabar', false, 3));
    expect(currentConsents(contact).map(({ purpose }) => purpose)).toEqual(['pelatihan']);
    expect(contact.consents).toHaveLength(3);
    expect(agreesTo(contact, 'kabar')).toBe(false);
  });

  test('the same deed again changes nothing', () => {
    const once = given(answer('kabar', true, 1));
    expect(recordConsent(once, answer('kabar', true, 1))).toBe(once);
  });

  test('a no to a kind of push mutes it, a yes ends that, and addresses see a newer version each time', () => {
    const no = given(answer('pengingat', false, 5));
    expect(no).toMatchObject({ muted: ['pengingat'], refusalVersion: 5 });
    expect(recordConsent(no, answer('pengingat', true, 4))).toMatchObject({ muted: [], refusalVersion: 6 });
    expect(given(answer('pelatihan', false, 5)).refusalVersion).toBe(0);
  });
});

const aim = (audience: Audience, contact: Contact) =>
  aimOf(segmentsOf(audience), contact, {
    isIn: (circle) => circle.type === 'gelombang' && circle.batches.includes('kk-1'),
    today: '2026-12-05',
  });

describe('who is meant by an announcement', () => {
  const kabar = { ...given(answer('kabar', true, 1)), themes: ['konten'] };
  const inToboali = { ...kabar, profile: { district: { code: '19.03.01', name: 'Toboali' } } };
  const toboali = { type: 'kecamatan', district: { code: '19.03.01', name: 'Toboali' } } as const;

  test('of news: nobody who did not agree to any', () => {
    expect([fresh, kabar].map((one) => agreesTo(one, 'kabar'))).toEqual([false, true]);
    expect(aim({ type: 'semua' }, kabar)).toBe('news');
  });

  test('by kecamatan and by theme', () => {
    expect([kabar, inToboali].map((contact) => aim(toboali, contact))).toEqual([null, 'news']);
    expect(aim({ type: 'tema', track: 'konten' }, kabar)).toBe('news');
    expect(aim({ type: 'tema', track: 'desain' }, kabar)).toBe(null);
  });

  test('in a class and elsewhere: as news of the class', () => {
    const everybody = { circle: { type: 'semua' }, places: [], age: null, gender: null } as const;
    const circle = { type: 'gelombang', batches: ['kk-1'], status: 'semua' } as const;
    const both: Audience = { type: 'kalimat', segments: [everybody, { ...everybody, circle }] };
    expect(aim(both, kabar)).toBe('class');
    expect(aim({ type: 'gelombang', batch: 'kk-2', status: 'semua' }, kabar)).toBe(null);
  });

  test.each([
    ['2009-12-05', { from: 17, to: 25 }, 'news'],
    ['2009-12-06', { from: 17, to: 25 }, null],
    ['2000-12-06', { from: 17, to: 25 }, 'news'],
    ['2000-12-05', { from: 17, to: 25 }, null],
    ['2000-12-05', { from: null, to: 26 }, 'news'],
    [undefined, { from: 0, to: null }, null],
  ])('born %s, aged %o', (birth, age, expected) => {
    const contact = { ...kabar, profile: birth === undefined ? {} : { birth } };
    const segment = { circle: { type: 'semua' }, places: [], age, gender: null } as const;
    expect(aim({ type: 'kalimat', segments: [segment] }, contact)).toBe(expected);
  });

  test('by village and gender, never by what they did not say', () => {
    const village = { code: '19.03.01.1001', name: 'Toboali' };
    const segment = { circle: { type: 'semua' }, places: [village], age: null, gender: 'perempuan' } as const;
    const audience: Audience = { type: 'kalimat', segments: [segment] };
    const profile = { village, gender: { code: 'perempuan', name: 'Perempuan' } };
    expect(aim(audience, { ...kabar, profile })).toBe('news');
    expect(aim(audience, { ...kabar, profile: { village } })).toBe(null);
    expect(aim(audience, inToboali)).toBe(null);
  });
});

test('pushes go to the address used last', () => {
  const contact = ['a', 'b', 'a'].reduce(
    (one, address) => seenFrom(one, { address, account: 'telegram:1' }, '2026-12-05'),
    fresh,
  );
  expect(contact.addresses.map(({ address }) => address)).toEqual(['b', 'a']);
  expect(pushAddress(contact)?.address).toBe('a');
  expect(contact.activeOn).toBe('2026-12-05');
});

test('data are kept for whole years after the last use, over a leap day too', () => {
  expect(keptUntil(fresh, 2)).toBe('2028-12-01');
  expect(keptUntil({ ...fresh, activeOn: '2028-02-29' }, 2)).toBe('2030-03-01');
  expect(keptUntil({ ...fresh, activeOn: '2028-02-29' }, 4)).toBe('2032-02-29');
});

function response(tracks: string[], district: Response['district']): Response {
  return { survey: 'minat', by: '', replaced: false, day: '2026-12-01', tracks, district, answers: {} };
}

test('interest is counted by theme and kecamatan, and groups below five stay hidden', () => {
  const toboali = { code: '19.03.01', name: 'Toboali' };
  const lepar = { code: '19.03.02', name: 'Lepar' };
  const tally = createTally();
  for (let index = 0; index < 5; index += 1) tally.add(response(['konten', 'desain'], toboali));
  for (let index = 0; index < 4; index += 1) tally.add(response(['konten'], index === 0 ? null : lepar));
  expect(tally.result()).toEqual([
    { track: 'konten', district: null, people: null },
    { track: 'konten', district: lepar, people: null },
    { track: 'konten', district: toboali, people: 5 },
    { track: 'desain', district: toboali, people: 5 },
  ]);
});
