import { expect, test } from 'vitest';

import { isTap } from './is-tap.ts';

const phone =
  'Mozilla/5.0 (Linux; Android 10; SM-A107F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36';
const inWhatsapp =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

test.each([
  ['GET', { 'user-agent': phone }, true],
  ['GET', { 'user-agent': inWhatsapp }, true],
  ['GET', { 'user-agent': 'Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 20) Chrome/120.0 Mobile Safari/537.36' }, true],
  ['HEAD', { 'user-agent': phone }, false],
  ['GET', { 'user-agent': 'TelegramBot (like TwitterBot)' }, false],
  ['GET', { 'user-agent': 'WhatsApp/2.23.20.0' }, false],
  ['GET', { 'user-agent': 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)' }, false],
  ['GET', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, false],
  ['GET', { 'user-agent': 'SkypeUriPreview Preview/0.5' }, false],
  ['GET', {}, false],
  ['GET', { 'user-agent': phone, 'sec-purpose': 'prefetch;prerender' }, false],
  ['GET', { 'user-agent': phone, purpose: 'prefetch' }, false],
] as const)('%s %o', (method, headers: Readonly<Record<string, string>>, counted) => {
  expect(isTap(method, (name) => headers[name] ?? '')).toBe(counted);
});
