import { describe, expect, test } from 'vitest';

import { addToLink, linksIn, mapLinks, mayShow } from './counted-link.ts';
import type { CountedLink } from './counted-link.ts';

const own = 'https://daerah.contoh.id/';

describe('links in a text', () => {
  test.each([
    ['Daftar di https://contoh.id/kelas.', ['https://contoh.id/kelas']],
    ['Lihat (https://contoh.id/a) ya', ['https://contoh.id/a']],
    ['https://contoh.id/w_(kota) bagus', ['https://contoh.id/w_(kota)']],
    ['*https://contoh.id/x*', ['https://contoh.id/x']],
    ['HTTPS://Contoh.id/Kelas?a=1&b=2#c!', ['HTTPS://Contoh.id/Kelas?a=1&b=2#c']],
    ['dua kali https://a.id dan https://a.id', ['https://a.id']],
    ['tanpa kunci http://a.id', []],
    ['bukan tautan: https:// saja', []],
    ['menyamar https://bank.id@jahat.id/x', []],
    ['mesin sendiri https://localhost/x', []],
    ['tautan hitungan https://daerah.contoh.id/t/AAAAAAAAAAAAAAAAAAAAAA', []],
    [
      Array.from({ length: 9 }, (_, n) => `https://a.id/${n}`).join(' '),
      [0, 1, 2, 3, 4].map((n) => `https://a.id/${n}`),
    ],
  ])('%s', (text, links) => {
    expect(linksIn(text, own)).toEqual(links);
  });

  test('are replaced whole: one that begins like another is another', () => {
    const text = 'https://a.id/x, https://a.id. https://a.id';
    expect(mapLinks(text, (url) => (url === 'https://a.id' ? 'SATU' : url))).toBe('https://a.id/x, SATU. SATU');
  });
});

const link: CountedLink = { announcement: 'a', url: 'https://a.id', until: 1, carried: 4, taps: 1, added: [] };

test('a sum is added once, however often it is told', () => {
  const once = addToLink(link, { id: 'p.1', carried: 1, taps: 2 });
  expect(once).toMatchObject({ carried: 5, taps: 3 });
  expect(
    addToLink(addToLink(once, { id: 'q.1', carried: 0, taps: 1 }), { id: 'p.1', carried: 1, taps: 2 }),
  ).toMatchObject({
    carried: 5,
    taps: 4,
  });
});

test('a count is shown of five people and more', () => {
  expect([4, 5].map((carried) => mayShow({ carried }))).toEqual([false, true]);
});
