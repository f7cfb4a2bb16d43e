import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fillTemplate, readTemplates } from './template.ts';

const sentences = {
  'layanan.besok': 'Besok {{ mulai | pukul }}: {{ judul }}.\nDi {{ tempat }}, kata {{ daerah.nama }}\n',
};
const good = { name: 'besok', language: 'id', category: 'utility', sentence: 'layanan.besok' } as const;
const body = 'Besok {{1}}: {{2}}.\nDi {{3}}, kata Kabupaten Contoh';

function codesOf(changed: object): readonly string[] {
  const read = readTemplates({ templat: [{ ...good, body, ...changed }] }, sentences);
  return 'faults' in read ? read.faults.map(({ code }) => code) : [];
}

test.each([
  ['as it is said', {}, []],
  [
    'with a word that never changes where the sentence has an expression',
    { body: 'Besok jam 9: {{1}}.\nDi {{2}}, kata kami' },
    [],
  ],
  ['another wording', { body: 'Besok {{1}}: {{2}}.\nDi {{3}}, ujar Kabupaten Contoh' }, ['templat_beda']],
  ['a line less', { body: 'Besok {{1}}: {{2}}.' }, ['templat_beda']],
  ['numbers out of order', { body: 'Besok {{2}}: {{1}}.\nDi {{3}}, kata kami' }, ['templat_beda']],
  ['a gap with a name', { body: 'Besok {{jam}}: {{1}}.\nDi {{2}}, kata kami' }, ['templat_beda']],
  ['an expression at the end', { body: 'Besok {{1}}: {{2}}.\nDi {{3}}, kata {{4}}' }, ['templat_bentuk']],
  ['an unknown sentence', { sentence: 'layanan.lusa' }, ['templat_tanpa_kalimat']],
  ['an unknown kind', { category: 'authentication' }, ['templat_bentuk']],
])('a template is checked against its sentence: %s', (_name, changed, codes) => {
  expect(codesOf(changed)).toEqual(codes);
});

const templates = [{ ...good, body }];

test('a text is said by the template whose instance it is, and by no other', () => {
  const text = 'Besok 09.00: Mengetik (dasar).\nDi Balai Desa, kata Kabupaten Contoh';
  expect(fillTemplate(templates, text)).toEqual({
    name: 'besok',
    language: 'id',
    category: good.category,
    values: ['09.00', 'Mengetik (dasar)', 'Balai Desa'],
  });
  expect(fillTemplate(templates, `${text}!`)).toBeNull();
  expect(fillTemplate(templates, text.replace('Mengetik', 'Mengetik\ndan'))).toBeNull();
  expect(fillTemplate(templates, text.replace('Mengetik', 'Mengetik     lagi'))).toBeNull();
  expect(fillTemplate([], text)).toBeNull();
});

test('what is filled in says the very same text, whatever stands in it', () => {
  const word = fc.stringMatching(/^[^\n\t]{1,20}$/u).filter((text) => !text.includes('     '));
  fc.assert(
    fc.property(word, word, word, (when, title, where) => {
      const text = `Besok ${when}: ${title}.\nDi ${where}, kata Kabupaten Contoh`;
      const filled = fillTemplate(templates, text);
      const said = body.replaceAll(/\{\{(\d)\}\}/gu, (_, place: string) => filled?.values[Number(place) - 1] ?? '');
      expect(said).toBe(text);
    }),
  );
});
