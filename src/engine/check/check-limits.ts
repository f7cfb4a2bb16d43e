import { orderOf } from '../expression/compare.ts';
import { compileExpression } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import { isRawList, isRawMap } from '../loading/raw-data.ts';
import type { Value } from '../value.ts';
import type { RawStep } from './raw-step.ts';
import { textAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** Limits that no answer can keep to: the wrong way round, more than there is, no attempt at all. */
export const checkLimits: Check = (subject) => {
  for (const step of subject.every) {
    if (step.word !== 'tanya') continue;
    for (const key of RANGES) checkRange(subject, step, key);
    for (const pair of PAIRS) checkPair(subject, step, pair);
    if (Number(textAt(step.block, 'kesempatan') ?? 1) === 0)
      subject.report('kesempatan_nol', [...step.place, 'kesempatan']);
    checkCount(subject, step);
  }
};

/** Keys that hold `least-most`. */
const RANGES = ['panjang', 'banyak'];
/** Keys that hold the two ends. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['paling_awal', 'paling_akhir'],
  ['paling_sedikit', 'paling_banyak'],
];

function rangeAt({ block }: RawStep, key: string): readonly [number, number] | null {
  const [, least = '', most = least] = /^(\d+)(?:\s*-\s*(\d+))?$/u.exec(textAt(block, key) ?? '') ?? [];
  return least === '' ? null : [Number(least), Number(most)];
}

function checkRange({ report }: Subject, step: RawStep, key: string): void {
  const range = rangeAt(step, key);
  if (range !== null && range[0] > range[1])
    report('rentang_terbalik', [...step.place, key], { rentang: `${range[0]}-${range[1]}` });
}

function checkPair({ report }: Subject, { block, place }: RawStep, [least, most]: readonly [string, string]): void {
  const [from, to] = [textAt(block, least), textAt(block, most)];
  if (from === null || to === null) return;
  const order = orderOf(constantOf(from), constantOf(to));
  if (order !== null && order > 0) report('rentang_terbalik', [...place, most], { rentang: `${from} - ${to}` });
}

/** The value of an expression that looks at no name; null for every other. */
function constantOf(source: string): Value {
  const compiled = compileExpression(source, () => ANYTHING);
  return compiled.ok && compiled.value.mentions.length === 0 ? compiled.value.evaluate(() => null) : null;
}

function checkCount({ report }: Subject, step: RawStep): void {
  const { pilihan, dari, boleh_tulis_sendiri: ownWords } = step.block;
  const range = rangeAt(step, 'banyak');
  if (range === null || dari !== undefined || ownWords !== undefined) return;
  const ada = isRawList(pilihan) ? pilihan.length : isRawMap(pilihan) ? Object.keys(pilihan).length : 0;
  const [perlu] = range;
  if (ada > 0 && perlu > ada) report('pilihan_kurang', [...step.place, 'banyak'], { perlu, ada });
}
