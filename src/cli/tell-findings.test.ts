import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { createSay, readSentences } from '../engine/say.ts';
import { tellDatabase, tellHealth } from './tell-findings.ts';
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

test.each([
  [true, '! Indeks: belum ada, dibuat saat layanan pertama kali dijalankan'],
  [false, '✓ Indeks: lengkap'],
])('where nothing was begun (%s), no index is said to be whole', (isNew, line) => {
  const found = { host: 'db:27017', version: '8.0.1', standalone: false, isNew };
  expect(told((terminal) => tellDatabase(terminal, found)).at(-1)).toBe(line);
});
