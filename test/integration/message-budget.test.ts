import { expect, it } from 'vitest';

import { readFlowFiles } from '../../src/app/opening/load-flows.ts';
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { catalogue } from '../../src/domain/catalogue.ts';
import { loadFlows } from '../../src/engine/loading/load-flows.ts';
import type { Session } from '../../src/engine/session.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { transcriptSchema } from '../../src/engine/transcript/read-transcript.ts';
import { suppose } from '../../src/engine/transcript/suppose.ts';
import type { Facts, Input, Out } from '../../src/engine/turn.ts';

/** Plain chat, so that ten thousand registrations stay within two hundred thousand messages (F0). */
const MOST_MESSAGES = 20;
/** What is read at one go on a small phone. Lists may be longer, and the text that the law asks for before consent. */
const LONGEST_TEXT = 400;

const { flows } = loadFlows(await readFlowFiles(), catalogue, await loadSentences());

const batch = {
  kode: 'KK-1',
  judul: 'Konten Kreator',
  gelombang: '1',
  mulai: '2026-12-14 09:00',
  tempat: 'Balai Desa Gadung',
  sisa: '12',
  antrean: '0',
  keadaan: '12 kursi lagi',
  usia_minimal: '18',
  terima_luar_daerah: 'tidak',
  isian: ['pekerjaan'],
  jumlah_pertemuan: '2',
};
const full = {
  sisa: '0',
  antrean: '4',
  keadaan: 'penuh, 4 antre',
  isian: ['email', 'pendidikan', 'pekerjaan', 'tujuan'],
};
const unknown = { persetujuan: [] };
const known = {
  persetujuan: ['pelatihan', 'pengingat', 'kabar'],
  nama: 'Budi Santoso',
  tanggal_lahir: '1990-01-02',
  jenis_kelamin: 'laki_laki',
  kecamatan: '19.03.01',
  desa: '19.03.01.1001',
  telepon: '+6281234560123',
};
const person = ['17 agustus 1975', 'siti aminah', 'p', 'toboali', 'gadung', '0812 3456 0123'];

const cases: readonly (readonly [string, Record<string, unknown>, readonly string[], number])[] = [
  [
    'somebody new who answers every question there is, and waits for a seat',
    {
      kontak: unknown,
      pelatihan_dibuka: [{ ...batch, ...full }],
      hasil: done({ antre: { nomor: 'PD-1', urutan: '5', waktu_jawab: '24 jam' } }),
    },
    [
      'daftar',
      '1',
      'ya',
      'ya',
      'setuju',
      ...person,
      'siti@contoh.id',
      'sma',
      'perangkat desa',
      'Kantor Desa',
      'usaha',
      'tidak perlu',
      'kirim',
      'boleh',
      'boleh',
    ],
    MOST_MESSAGES,
  ],
  [
    'somebody new in a usual training',
    { kontak: unknown, pelatihan_dibuka: [batch], hasil: done({ diterima: { nomor: 'PD-1' } }) },
    ['daftar', '1', 'ya', 'setuju', ...person, 'wirausaha', 'tidak perlu', 'kirim', 'boleh', 'boleh'],
    15,
  ],
  [
    'somebody who registered before',
    { kontak: known, pelatihan_dibuka: [{ ...batch, isian: [] }], hasil: done({ diterima: { nomor: 'PD-1' } }) },
    ['daftar', '1', 'ya', 'ya', 'tidak perlu', 'kirim'],
    6,
  ],
];

it.each(cases)('a registration of %s keeps to its messages', (_who, given, lines, most) => {
  const out = talk(given, lines);
  expect(out.at(-1)?.choices).toBeUndefined();
  expect(out.length).toBeLessThanOrEqual(most);
  const long = out.filter(({ text }) => text.length > LONGEST_TEXT && !/^1\. |Apakah Bapak\/Ibu setuju/mu.test(text));
  expect(long.map(({ text }) => text)).toEqual([]);
});

function done(outcome: Readonly<Record<string, Record<string, unknown>>>): Record<string, unknown> {
  return { sudah_terdaftar: { belum: {} }, daftarkan: outcome };
}

/** Everything the service says while a person writes these lines, in a world as `misalkan` describes it. */
function talk(misalkan: Record<string, unknown>, lines: readonly string[]): readonly Out[] {
  const { misalkan: given = {} } = transcriptSchema.parse({ nama: '', misalkan, percakapan: [] });
  const world = suppose(given, catalogue);
  const said: Out[] = [];
  let session: Session | null = null;
  let turns = 0;
  const queue: Input[] = [];
  for (const text of lines) {
    queue.push({ type: 'text', text });
    for (let input = queue.shift(); input !== undefined; input = queue.shift()) {
      turns += 1;
      let found: Facts['found'] = {};
      let turn = takeTurn(flows, session, input, { ...world.facts(turns), found });
      while (turn.type === 'need') {
        found = { ...found, ...Object.fromEntries(turn.needs.map((need) => [need.key, world.answer(need)])) };
        turn = takeTurn(flows, session, input, { ...world.facts(turns), found });
      }
      session = turn.session;
      said.push(...turn.out);
      const outcome = turn.deed === null ? null : world.do(turn.deed);
      if (turn.deed !== null && outcome !== null) queue.push({ type: 'result', id: turn.deed.id, ...outcome });
    }
  }
  return said;
}
