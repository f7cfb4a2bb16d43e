import { describe, expect, test } from 'vitest';

import { load, meet } from '../../../test/engine/meet-person.ts';
import type { Person } from '../../../test/engine/meet-person.ts';
import { takeTurn } from '../take-turn.ts';
import type { Facts, Input } from '../turn.ts';

const flows = load(`
alur: coba
judul: Coba
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - tanya: ikut
    teks: Mau ikut?
    jenis: ya_tidak
  - tanya: kabar
    teks: Boleh kami kabari?
    jenis: setuju
    keperluan: kabar
    versi: 1
    label: { ya: Boleh, tidak: Jangan }
  - tanya: cerita
    teks: Ceritakan sedikit.
  - pastikan: [ikut, cerita]
    teks: Sudah benar semua?
  - tanya: yakin
    teks: Ketik HAPUS.
    jenis: ya_tidak
    harus_ketik: HAPUS
  - kirim: Terima kasih.
`);

const supposed = { hasil: { catat_persetujuan: { tercatat: {} } } };
const ahead = 'sebelum pertanyaan ini terbaca';

/** Ani, who stands at the question that follows these answers, each given when the one before it had been read. */
function standAfter(...answers: readonly string[]) {
  const ani = meet(flows, supposed);
  for (const text of ['coba', ...answers]) {
    ani.says(text);
    ani.world.now += 10_000;
  }
  return ani;
}

function factsOf({ world }: Person): Facts {
  return { ...world.facts(99), found: {} };
}

describe('an answer that came in before its question could be read', () => {
  /** What is said first, the answer that would be taken, and the question that is asked again instead. */
  const decisions: readonly (readonly [readonly string[], string, string])[] = [
    [[], 'ya', 'Mau ikut?'],
    [[], 'tidak', 'Mau ikut?'],
    [['ya'], 'ya', 'Boleh kami kabari?'],
    [['ya'], 'jangan', 'Boleh kami kabari?'],
    [['ya', 'ya', 'bagus'], 'kirim', 'Sudah benar semua?'],
    [['ya', 'ya', 'bagus'], 'sudah benar', 'Sudah benar semua?'],
    [['ya', 'ya', 'bagus', 'kirim'], 'hapus', 'Ketik HAPUS.'],
  ];
  test.each(decisions)('after %j, "%s" decides nothing: "%s" is asked again', (before, answer, question) => {
    const ani = standAfter(...before);
    const input: Input = { type: 'text', text: answer };
    const facts = factsOf(ani);
    const turn = takeTurn(flows, ani.talk.session(), input, { ...facts, unread: true });
    if (turn.type !== 'turn') throw new Error('a look was needed');
    expect(turn.deed).toBeNull();
    const said = turn.out.map(({ text }) => text).join('\n');
    expect(said).toContain(ahead);
    expect(said).toContain(question);
    const again = takeTurn(flows, turn.session, input, facts);
    expect(JSON.stringify(again)).not.toContain(ahead);
  });

  test('is taken where it says for itself what it answers', () => {
    const ani = standAfter('ya', 'ya');
    const facts = { ...factsOf(ani), unread: true } as const;
    const turn = takeTurn(flows, ani.talk.session(), { type: 'text', text: 'bagus sekali' }, facts);
    expect(JSON.stringify(turn)).toContain('Sudah benar semua?');
  });

  test('a button is taken, for it belongs to its question', () => {
    const ani = standAfter('ya');
    const choice = `${JSON.stringify(ani.talk.session()).match(/"ask":"(\w+)"/u)?.[1] ?? ''}.0`;
    const turn = takeTurn(flows, ani.talk.session(), { type: 'tap', choice }, { ...factsOf(ani), unread: true });
    expect(turn).toMatchObject({ deed: { name: 'catat_persetujuan' } });
  });
});
