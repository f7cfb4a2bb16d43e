import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';

import type { Catalogue } from '../src/engine/catalogue.ts';
import type { FlowSet } from '../src/engine/flow.ts';
import { loadFlows } from '../src/engine/loading/load-flows.ts';
import type { FlowFile } from '../src/engine/loading/load-flows.ts';
import { readSentences } from '../src/engine/say.ts';
import type { Session } from '../src/engine/session.ts';
import { takeTurn } from '../src/engine/take-turn.ts';
import type { Facts, Input } from '../src/engine/turn.ts';
import { exampleCatalogue } from '../test/engine/example-catalogue.ts';
import { answerAt, stressFiles } from '../test/flows/stress-flow.ts';

/**
 * Turns a second of one core, each with the session going through JSON both ways, in two talks that go round their
 * questions. What a turn costs follows from what is remembered, not from how long one has talked: each place is measured
 * again some rounds later, where as many answers are remembered.
 *
 * Fair in this: real readers, real limits, JSON as a store keeps it, CPU time with the threads that compile and collect,
 * all of it warm. Fairer than a service in this: two talks of well-typed answers, one session at a time, so that its
 * code and data stay in the processor's caches; and neither the store nor the channel is in it (`bench/service.ts`).
 * At a turn with 37 answers about half of the time is JSON, for two names and two values of each answer.
 */

const MEASURED_TURNS = 20_000;

/**
 * Turns at each place of a talk before any of them is measured. A service runs for days, and the threads in which Node
 * compiles count as CPU time here: what a turn costs falls until about the 60,000th (216 us in the first 8,000, 80 then).
 */
const WARM_UP_TURNS = 24_000;

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

/** The same questions again and again, in one flow that starts again when it is through, for who wants no help. */
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
    `  - lanjut_ke: awal\n    hanya_jika: bukan bantuan_${rounds - 1}\n`,
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

/** Flows, and what is said to them in each turn. */
interface Talk {
  readonly flows: FlowSet;
  readonly answerAt: (turn: number) => string;
}

/** The session before a turn, as the store holds it. */
function sessionAt(talk: Talk, turn: number): string {
  let session: string = 'null';
  for (let at = 0; at < turn; at += 1) session = step(talk, session, at);
  return session;
}

function step({ flows, answerAt: text }: Talk, stored: string, at: number): string {
  const input: Input = { type: 'text', text: text(at) };
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
function measure(talk: Talk, from: number, turns: number): Measured {
  const stored = sessionAt(talk, from);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  for (let done = 0; done < turns; done += QUESTIONS.length) {
    let session = stored;
    for (let at = 0; at < QUESTIONS.length; at += 1) session = step(talk, session, from + at);
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    perCoreSecond: Math.round((turns / (user + system)) * 1_000_000),
    perSecond: Math.round((turns / (performance.now() - start)) * 1000),
    bytes: Buffer.byteLength(stored),
  };
}

const ROUNDS = 6;

/** What one core has to carry. */
const GOAL = 20_000;

function load(files: readonly FlowFile[]): FlowSet {
  const { flows, issues } = loadFlows(files, catalogue, sentences);
  for (const issue of issues) process.stdout.write(`${issue.code} ${issue.line}\n`);
  return flows;
}

const ordinary: Talk = {
  flows: load([{ name: 'ukur', text: flowText(ROUNDS) }]),
  answerAt: (turn) => (turn === 0 ? 'ukur' : (QUESTIONS[(turn - 1) % QUESTIONS.length]?.[2] ?? '')),
};
const stress: Talk = { flows: load(stressFiles), answerAt };

process.stdout.write(
  `Engine, one of ${availableParallelism()} cores, node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)}, session through JSON both ways\n`,
);
for (const [name, talk, turns] of [
  ['registration', ordinary, [5, 38, 485, 518]],
  ['200 steps, six deep', stress, [14, 54, 448, 500]],
] as const) {
  process.stdout.write(`${name}\n`);
  for (const turn of turns) measure(talk, turn, WARM_UP_TURNS);
  for (const turn of turns) {
    const { perCoreSecond, perSecond, bytes } = measure(talk, turn, MEASURED_TURNS);
    const figures = `${perCoreSecond.toLocaleString('en')} turns per second of a core (${perSecond.toLocaleString('en')}/s on the wall)`;
    const ratio = (perCoreSecond / GOAL).toFixed(2);
    process.stdout.write(
      `turn ${String(turn).padStart(3)}: ${figures}, ${ratio} of ${GOAL.toLocaleString('en')}, session ${bytes} bytes\n`,
    );
  }
}
