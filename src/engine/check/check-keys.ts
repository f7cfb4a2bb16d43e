import { didYouMean } from './did-you-mean.ts';
import { UNCONDITIONAL } from './grammar.ts';
import type { RawStep } from './raw-step.ts';
import { isBlock, textAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** Keys and kind words that the grammar does not know, each with the one that was probably meant. */
export const checkKeys: Check = (subject) => {
  for (const key of Object.keys(subject.head)) {
    if (subject.grammar.head.includes(key)) continue;
    const asStep = Object.hasOwn(subject.grammar.steps, key) || knownQuestionKeys(subject).has(key);
    if (asStep) subject.report('kunci_di_luar_langkah', [key], { kunci: key });
    else reportUnknown(subject, [key], key, subject.grammar.head, 'kepala alur');
  }
  for (const step of subject.every) checkStep(subject, step);
};

function checkStep(subject: Subject, step: RawStep): void {
  const { word, block, place } = step;
  const { steps } = subject.grammar;
  if (word === null) {
    const [first = ''] = Object.keys(block);
    reportUnknownStep(subject, step, first);
    return;
  }
  const second = Object.keys(block).find(
    (key) => key !== word && Object.hasOwn(steps, key) && !isKeyOf(subject, step, key),
  );
  if (second !== undefined) {
    subject.report('dua_langkah', [...place, second], { satu: word, dua: second });
    return;
  }
  for (const key of Object.keys(block)) {
    if (!isKeyOf(subject, step, key)) reportUnknown(subject, [...place, key], key, keysOf(subject, step), word);
  }
}

function reportUnknownStep({ report, grammar }: Subject, { block, place }: RawStep, first: string): void {
  const known = Object.keys(grammar.steps);
  if (first === '') report('langkah_kosong', place);
  else if (isBlock(block) && textAt(block, first) === first && !Object.hasOwn(grammar.steps, first)) {
    report('langkah_tanpa_kunci', place, {
      kalimat: first,
      maksud: didYouMean(first.split(' ')[0] ?? '', known) ?? 'kirim',
    });
  } else
    report('langkah_asing', [...place, first], {
      langkah: first,
      maksud: didYouMean(first, known) ?? known.join(', '),
    });
}

function isKeyOf(subject: Subject, step: RawStep, key: string): boolean {
  return keysOf(subject, step).includes(key);
}

/** The keys a step may have: those of its kind, of its `jenis`, and `hanya_jika`. */
function keysOf({ grammar }: Subject, { word, block }: RawStep): readonly string[] {
  const own = grammar.steps[word ?? ''] ?? [];
  const kind = word === 'tanya' ? (textAt(block, 'jenis') ?? 'teks') : '';
  const answer = Object.hasOwn(grammar.answers, kind) ? (grammar.answers[kind]?.keys ?? []) : [];
  return [word ?? '', ...own, ...answer, ...(UNCONDITIONAL.includes(word ?? '') ? [] : ['hanya_jika'])];
}

function knownQuestionKeys({ grammar }: Subject): ReadonlySet<string> {
  return new Set([
    ...Object.values(grammar.steps).flat(),
    ...Object.values(grammar.answers).flatMap(({ keys }) => keys),
  ]);
}

function reportUnknown(
  subject: Subject,
  place: readonly (string | number)[],
  key: string,
  known: readonly string[],
  where: string,
): void {
  const meant = didYouMean(key, known);
  if (meant === null) subject.report('kunci_asing', place, { kunci: key, di: where, dikenal: known.join(', ') });
  else subject.report('kunci_salah_tulis', place, { kunci: key, maksud: meant });
}
