import type { StepKind } from '../loading/build.ts';
import { atur } from './atur.ts';
import { bagian } from './bagian.ts';
import { formulir } from './formulir.ts';
import { ingatkan } from './ingatkan.ts';
import { jalankan } from './jalankan.ts';
import { jika } from './jika.ts';
import { kirim } from './kirim.ts';
import { lakukan } from './lakukan.ts';
import { lanjutKe } from './lanjut-ke.ts';
import { pastikan } from './pastikan.ts';
import { periksa } from './periksa.ts';
import { prasyarat } from './prasyarat.ts';
import { selesai } from './selesai.ts';
import { serahkan } from './serahkan.ts';
import { tanyaLagi } from './tanya-lagi.ts';
import { tanya } from './tanya.ts';
import { tunggu } from './tunggu.ts';

/** Every word of the flow language, in the order of the manual. A new one is a file and a line here. */
export const STEP_KINDS: readonly StepKind[] = [
  kirim,
  tanya,
  pastikan,
  jika,
  atur,
  periksa,
  lakukan,
  jalankan,
  prasyarat,
  formulir,
  bagian,
  lanjutKe,
  tanyaLagi,
  tunggu,
  ingatkan,
  serahkan,
  selesai,
];

/** The same by their words. */
export const STEP_BY_WORD: ReadonlyMap<string, StepKind> = new Map(STEP_KINDS.map((kind) => [kind.word, kind]));
