import { expect, test } from 'vitest';

import { load, meet } from '../../../test/engine/meet-person.ts';

const QUESTIONS = 80;

const flows = load(`
alur: coba
judul: Coba
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [coba] }
langkah:
${Array.from({ length: QUESTIONS }, (_one, at) => `  - tanya: cerita_${at}\n    teks: Cerita yang ke-${at}?\n`).join('')}`);

const STORY = 'lampu jalan di kampung kami mati '.repeat(30);
const HEAVIEST = 40_000;

test('a conversation of long stories takes no more of them, says so, and still goes on with short answers', () => {
  const siti = meet(flows);
  siti.says('coba');
  let refused = 0;
  for (let at = 0; at < 3 * QUESTIONS && siti.talk.session() !== null; at += 1) {
    const isRefused = siti.says(at % 2 === 0 || refused < 2 ? STORY : 'ya begitu').includes('terlalu panjang');
    refused += isRefused ? 1 : 0;
    expect(Buffer.byteLength(siti.talk.stored() ?? '')).toBeLessThan(HEAVIEST);
  }
  expect(refused).toBeGreaterThan(2);
  expect(siti.last.ended).toBe('selesai');
});

test('what is short fills it, too, and then nothing more is kept', () => {
  const ani = meet(flows);
  ani.says('coba');
  while (!ani.says(STORY).includes('terlalu panjang'));
  const { frames = [], ...rest } = ani.talk.session() ?? {};
  const [frame] = frames;
  const before = Object.fromEntries(Array.from({ length: 90 }, (_one, at) => [`lama_${at}`, { v: 'x'.repeat(100) }]));
  const full = JSON.stringify({ ...rest, frames: [{ ...frame, before }] });
  const again = meet(flows, {}, full);
  const heard = Array.from({ length: 20 }, () => again.says('ya begitu'));
  expect(heard.at(-1)).toContain('terlalu panjang');
  expect(again.says('batal')).toContain('berhenti di sini');
});

test('KEMBALI makes room: an earlier answer may be shorter', () => {
  const budi = meet(flows);
  budi.says('coba');
  while (!budi.says(STORY).includes('terlalu panjang'));
  expect(budi.says('kembali')).toContain('Cerita yang ke-');
  expect(budi.says('lampu mati')).toContain('Cerita yang ke-');
  expect(budi.says(STORY)).not.toContain('terlalu panjang');
});
