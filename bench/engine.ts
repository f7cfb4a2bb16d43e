import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';

import type { Catalogue } from '../src/engine/catalogue.ts';
import type { FlowSet } from '../src/engine/flow.ts';
import { loadFlows } from '../src/engine/load-flows.ts';
import { readSentences } from '../src/engine/say.ts';
import type { Session } from '../src/engine/session.ts';
import { takeTurn } from '../src/engine/take-turn.ts';
import type { Facts, Input } from '../src/engine/turn.ts';
import { exampleCatalogue } from '../test/engine/example-catalogue.ts';

/**
 * Turns a second of one core, each with the session going through JSON both ways: a registration-like talk that goes
 * round its questions, measured at its 5th and at its 200th turn. `npm run bench:engine`.
 */

const MEASURED_TURNS = 40_000;
const catalogue: Catalogue = exampleCatalogue;
const { sentences } = readSentences('id.yaml', readFileSync(new URL('../locales/id.yaml', import.meta.url), 'utf8'));

const QUESTIONS = [
  ['nama', 'jenis: nama', 'siti aminah'],
  ['lahir', 'jenis: tanggal\n    paling_akhir: hari_ini', '17 agustus 1995'],
  ['kelamin', 'jenis: jenis_kelamin', 'perempuan'],
  ['telepon', 'jenis: telepon', '0812 3456 7890'],
  ['pekerjaan', 'jenis: pilihan\n    pilihan: { pelajar: Pelajar, usaha: Wirausaha, asn: ASN }', '2'],
  ['bantuan', 'jenis: ya_tidak', 'tidak'],
  ['jumlah', 'jenis: angka', 'dua puluh'],
  ['tujuan', 'jenis: teks', 'ingin membuka usaha kecil di rumah'],
] as const;

/** Every question eight times over in one flow that starts again when it is through. */
function flowText(rounds: number): string {
  const blocks = Array.from({ length: rounds }, (_round, round) =>
    QUESTIONS.map(
      ([name, kind]) =>
        `  - tanya: ${name}_${round}\n    teks: Pertanyaan ${name} yang ke-{{ ${round === 0 ? 'daerah.nama' : `nama_${round - 1}`} }}?\n    ${kind}\n`,
    ).join(''),
  );
  return [
    'alur: ukur\njudul: Pengukuran\ndasar: tugas_publik\ndimulai_oleh: { kata_kunci: [ukur] }\nlangkah:\n',
    '  - bagian: awal\n',
    ...blocks,
    '  - lanjut_ke: awal\n',
  ].join('');
}

function facts(turn: number): Facts {
  const now = 1_796_000_000_000 + turn * 1000;
  const contact = { persetujuan: ['pelatihan'] };
  return {
    turnId: `a.${turn}`,
    now,
    zone: 'Asia/Jakarta',
    contact,
    tenant: { nama: 'Bangka Selatan' },
    officer: null,
    channel: {},
    found: {},
  };
}

/** The session before a turn, as the store holds it. */
function sessionAt(flows: FlowSet, turn: number): string {
  let session: string = 'null';
  for (let at = 0; at < turn; at += 1) session = step(flows, session, at);
  return session;
}

function step(flows: FlowSet, stored: string, at: number): string {
  const text = at === 0 ? 'ukur' : (QUESTIONS[(at - 1) % QUESTIONS.length]?.[2] ?? '');
  const input: Input = { type: 'text', text };
  const turn = takeTurn(flows, JSON.parse(stored) as Session | null, input, facts(at));
  return JSON.stringify(turn.type === 'turn' ? turn.session : null);
}

interface Measured {
  /** Turns for each second that the process had a core. */
  readonly perCoreSecond: number;
  /** Turns for each second on the wall: lower while other programs use the machine. */
  readonly perSecond: number;
  readonly bytes: number;
}

/** One round of all questions after another, from a turn on. */
function measure(flows: FlowSet, from: number, turns: number): Measured {
  const stored = sessionAt(flows, from);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  for (let done = 0; done < turns; done += QUESTIONS.length) {
    let session = stored;
    for (let at = 0; at < QUESTIONS.length; at += 1) session = step(flows, session, from + at);
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    perCoreSecond: Math.round((turns / (user + system)) * 1_000_000),
    perSecond: Math.round((turns / (performance.now() - start)) * 1000),
    bytes: Buffer.byteLength(stored),
  };
}

const ROUNDS = 6;
const { flows, issues } = loadFlows([{ name: 'ukur', text: flowText(ROUNDS) }], catalogue, sentences);
for (const issue of issues) process.stdout.write(`${issue.code} ${issue.line}\n`);
process.stdout.write(
  `Engine, one of ${availableParallelism()} cores, node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)}, session through JSON both ways\n`,
);
measure(flows, 1, MEASURED_TURNS);
for (const turn of [5, 50, 200]) {
  const { perCoreSecond, perSecond, bytes } = measure(flows, turn, MEASURED_TURNS);
  const figures = `${perCoreSecond.toLocaleString('en')} turns per second of a core (${perSecond.toLocaleString('en')}/s on the wall)`;
  process.stdout.write(`turn ${String(turn).padStart(3)}: ${figures}, session ${bytes} bytes\n`);
}
