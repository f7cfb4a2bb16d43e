import type { FlowFile } from '../../src/engine/loading/load-flows.ts';

/** A flow as large as they get: 200 steps with a loop at their end, and sub-flows six deep at their start. */

const KINDS = [
  ['nama', 'jenis: nama', 'siti aminah'],
  ['lahir', 'jenis: tanggal', '17 agustus 1995'],
  ['kelamin', 'jenis: jenis_kelamin', 'perempuan'],
  ['telepon', 'jenis: telepon', '0812 3456 7890'],
  ['kerja', 'jenis: pilihan\n    pilihan: { pelajar: Pelajar, usaha: Wirausaha, asn: ASN }', '2'],
  ['bantuan', 'jenis: ya_tidak', 'tidak'],
  ['jumlah', 'jenis: angka', 'dua puluh'],
  ['tujuan', 'jenis: teks', 'ingin membuka usaha kecil'],
] as const;

const DEEPEST = 6;

export const STEPS = 200;

/** Besides them there are the first sub-flow, the section, the last question and the way back. */
const QUESTIONS = STEPS - 4;

/** True for the turn that goes round. */
export function goesRound(turn: number): boolean {
  return turn > DEEPEST && (turn - DEEPEST) % (QUESTIONS + 1) === QUESTIONS;
}

/** Answers in turn: those of the six flows below, then one for each question of the large one, over and over. */
export function answerAt(turn: number): string {
  if (turn === 0) return 'besar';
  if (turn < DEEPEST) return 'ya';
  const at = (turn - DEEPEST) % (QUESTIONS + 1);
  return at === QUESTIONS ? 'ya' : (KINDS[at % KINDS.length]?.[2] ?? '');
}

function below(depth: number): FlowFile {
  const next = depth === DEEPEST ? [] : [`  - jalankan: dalam_${depth + 1}`];
  const text = [
    `alur: dalam_${depth}`,
    `judul: Sedalam ${depth}`,
    'dasar: tugas_publik',
    'langkah:',
    ...next,
    `  - tanya: lanjut_${depth}`,
    `    teks: Sedalam ${depth}, lanjut?`,
    '    jenis: ya_tidak',
  ];
  return { name: `dalam_${depth}`, text: `${text.join('\n')}\n` };
}

function large(): FlowFile {
  const questions = Array.from({ length: QUESTIONS }, (_empty, at) => {
    const [name, kind] = KINDS[at % KINDS.length] ?? KINDS[0];
    return `  - tanya: ${name}_${at}\n    teks: Pertanyaan ke-${at + 1}?\n    ${kind}\n`;
  });
  const head = 'alur: besar\njudul: Alur besar\ndasar: tugas_publik\ndimulai_oleh: { kata_kunci: [besar] }\nlangkah:\n';
  return {
    name: 'besar',
    text: `${head}  - jalankan: dalam_2\n  - bagian: awal\n${questions.join('')}${AGAIN}`,
  };
}

const AGAIN = `  - tanya: sekali_lagi
    teks: Sekali lagi?
    jenis: ya_tidak
    lalu:
      ya: { lanjut_ke: awal }
`;

export const stressFiles: readonly FlowFile[] = [
  large(),
  ...Array.from({ length: DEEPEST - 1 }, (_empty, at) => below(at + 2)),
];
