import { readChoice } from '../../language/choice.ts';
import { nearest } from './did-you-mean.ts';
import { codesOf } from './path.ts';
import type { RawStep } from './raw-step.ts';
import { entriesAt, isBlock, textAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** Labels that cannot be told apart when typed, and consequences of answers that do not exist. */
export const checkChoices: Check = (subject) => {
  for (const step of subject.every) {
    if (step.word !== 'tanya') continue;
    checkLabels(subject, step);
    checkConsequences(subject, step);
  }
};

function checkLabels({ report }: Subject, { block, place }: RawStep): void {
  const { pilihan } = block;
  const labels = isBlock(pilihan)
    ? Object.values(pilihan).map((one) => (isBlock(one) ? (textAt(one, 'label') ?? '') : String(one)))
    : Array.isArray(pilihan)
      ? pilihan.filter((one) => typeof one === 'string')
      : [];
  if (labels.some((label) => label.includes('{{'))) return;
  const rows = labels.map((label) => ({ label }));
  for (const [at, label] of labels.entries()) {
    const reading = readChoice(label, rows);
    const taken = reading.type === 'value' ? reading.value[0] : undefined;
    if (taken === at) continue;
    const other =
      taken === undefined
        ? (labels.find((one, index) => index !== at && one.includes(label)) ?? '')
        : (labels[taken] ?? '');
    report('label_bertabrakan', [...place, 'pilihan'], { label, lain: other });
  }
}

function checkConsequences({ report, file }: Subject, step: RawStep): void {
  const codes = codesOf(step);
  if (codes === null) return;
  for (const [code] of entriesAt(step.block, 'lalu')) {
    if (codes.includes(code)) continue;
    const place = [...step.place, 'lalu', code];
    report('lalu_tidak_dikenal', place, {
      kode: code,
      nama: textAt(step.block, 'tanya') ?? '',
      maksud: nearest(code, codes),
    });
  }
  const twice = file.keysOf([...step.place, 'pilihan']).length === 1 && textAt(step.block, 'jenis') === 'pilihan';
  if (twice) report('satu_pilihan', [...step.place, 'pilihan'], {}, 'warning');
}
