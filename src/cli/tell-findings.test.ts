import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { createSay, readSentences } from '../engine/say.ts';
import { tellChannels, tellDatabase, tellHealth } from './tell-findings.ts';
import type { Terminal } from './terminal.ts';

const { sentences } = readSentences('id.yaml', readFileSync('locales/id.yaml', 'utf8'));

function told(tell: (terminal: Terminal) => void): readonly string[] {
  const lines: string[] = [];
  tell({ say: createSay(sentences), sentences, print: (line: string) => lines.push(line) } as unknown as Terminal);
  return lines;
}

test('each part that does not move is named, with its reason', () => {
  const parts = {
    store: { ok: true },
    queue: { ok: false, note: 'queue_away' },
    lanes: { ok: true },
    sweep: { ok: false, note: '61000 ms' },
    telegram: { ok: false, note: 'token_refused' },
  };
  expect(told((terminal) => tellHealth(terminal, { ok: false, parts }))).toEqual([
    '✓ Menulis data: tersimpan di disk',
    '✗ Antrean: queue_away',
    '✗ Pemeriksaan berkala: 61000 ms',
  ]);
});

test('a process without lanes is not told of them, and a store that does not write is', () => {
  const parts = { store: { ok: false, note: 'disk_full' }, queue: { ok: true } };
  expect(told((terminal) => tellHealth(terminal, { ok: false, parts }))).toEqual(['✗ Menulis data: disk_full']);
});

test('each channel is told of, and that somebody must look at one; what does not run has tried none', () => {
  const parts = {
    telegram: { ok: false, note: 'token_refused' },
    whatsapp: { ok: true },
    tenant: { ok: false, note: 'start_again' },
    aside: { ok: false, note: '2' },
  };
  expect(told((terminal) => tellChannels(terminal, { ok: true, parts }, true))).toEqual([
    expect.stringMatching(/^! Telegram: token_refused\. Token akses ditolak/u),
    '✓ WhatsApp dengan perangkat tertaut: hidup',
    '✓ WhatsApp resmi: mati, WHATSAPP_CLOUD_TOKEN belum diisi',
    '! Daerah: diimpor sesudah layanan dimulai. Jalankan ulang layanannya.',
    '! Yang disisihkan: 2; lihat baris "set aside" di catatan layanan',
  ]);
  const stopped = told((terminal) => tellChannels(terminal, { ok: true, parts: { telegram: { ok: true } } }, false));
  expect(stopped[0]).toContain('terlihat ketika layanan berjalan');
});

test.each([
  [true, '! Indeks: belum ada, dibuat saat layanan pertama kali dijalankan'],
  [false, '✓ Indeks: lengkap'],
])('where nothing was begun (%s), no index is said to be whole', (isNew, line) => {
  const found = { host: 'db:27017', version: '8.0.1', standalone: false, isNew };
  expect(told((terminal) => tellDatabase(terminal, found)).at(-1)).toBe(line);
});
