import { expect, test } from 'vitest';

import { hasWebLinks, toContent } from './compose.ts';

test.each(['/etc/passwd', 'file:///etc/passwd', 'data:,a', 'HTTPS://a/b.png', 'b.png'])('%s is no web link', (link) => {
  expect(hasWebLinks({ text: '', image: link })).toBe(false);
  expect(hasWebLinks({ text: '', document: link })).toBe(false);
});

test('web links and texts alone go out', () => {
  expect(hasWebLinks({ text: 'ya' })).toBe(true);
  expect(hasWebLinks({ text: '', image: 'https://a/b.png', document: 'http://a/b.pdf' })).toBe(true);
});

test('a stray % stays in the name of a file', () => {
  expect(toContent({ text: '', document: 'https://a/100%.pdf' })).toMatchObject({ fileName: '100%.pdf' });
  expect(toContent({ text: '', document: 'https://a/a%20b.pdf' })).toMatchObject({ fileName: 'a b.pdf' });
});
