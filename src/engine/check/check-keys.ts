import type { Place } from '../loading/build.ts';
import { didYouMean, nearest } from './did-you-mean.ts';
import type { Keys } from './grammar.ts';
import type { RawStep } from './raw-step.ts';
import { textAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** Keys and kind words that the grammar does not know, each with the one that was probably meant; and missing keys. */
export const checkKeys: Check = (subject) => {
  const {
    head,
    world: { grammar },
    report,
  } = subject;
  for (const key of Object.keys(head)) {
    if (grammar.head.known.includes(key)) continue;
    if (keysInSteps(subject).has(key)) report('kunci_di_luar_langkah', [key], { kunci: key });
    else reportUnknown(subject, [key], key, grammar.head.known);
  }
  for (const key of grammar.head.needed) {
    if (head[key] === undefined) report('kunci_kurang', [], { kunci: key, di: 'alur' });
  }
  if (head['langkah'] !== undefined && !Array.isArray(head['langkah'])) report('langkah_bukan_daftar', ['langkah']);
  const name = textAt(head, 'alur');
  if (name !== null && name !== subject.name) report('nama_alur_beda', ['alur'], { nama: name, berkas: subject.name });
  for (const step of subject.every) checkStep(subject, step);
};

function checkStep(subject: Subject, step: RawStep): void {
  const { word, block, place } = step;
  const {
    world: { grammar },
    report,
  } = subject;
  if (word === null) {
    reportUnknownStep(subject, step);
    return;
  }
  const kind = word === 'tanya' ? (textAt(block, 'jenis') ?? 'teks') : null;
  if (kind !== null && !grammar.answers.has(kind)) {
    const kinds = [...grammar.answers.keys()];
    report('jenis_asing', [...place, 'jenis'], { jenis: kind, maksud: nearest(kind, kinds) });
    return;
  }
  const { known, needed } = keysFor(subject, word, kind);
  const second = Object.keys(block).find((key) => grammar.steps.has(key) && !known.includes(key));
  if (second !== undefined) {
    report('dua_langkah', [...place, second], { satu: word, dua: second });
    return;
  }
  for (const key of Object.keys(block)) {
    if (!known.includes(key)) reportUnknown(subject, [...place, key], key, known);
  }
  for (const key of needed) {
    if (block[key] === undefined) report('kunci_kurang', [...place, word], { kunci: key, di: word });
  }
}

function reportUnknownStep({ report, world: { grammar } }: Subject, { block, place }: RawStep): void {
  const words = [...grammar.steps.keys()];
  const [first = ''] = Object.keys(block);
  if (first === '') report('langkah_kosong', place);
  else if (block[first] === first)
    report('langkah_tanpa_kunci', place, { kalimat: first, betul: asStep(first, words) });
  else
    report('langkah_asing', [...place, first], {
      langkah: first,
      maksud: nearest(first, words),
    });
}

/** `kirim Halo` is a step without its colon; any other sentence is one to be sent. */
function asStep(sentence: string, words: readonly string[]): string {
  const [first = '', ...rest] = sentence.split(' ');
  return words.includes(first) ? `- ${first}: ${rest.join(' ') || '...'}` : `- kirim: ${sentence}`;
}

/** The keys of a step: those of its kind, and of its `jenis`. */
function keysFor({ world: { grammar } }: Subject, word: string, kind: string | null): Keys {
  const own = grammar.steps.get(word) ?? { known: [], needed: [] };
  const answer = kind === null ? undefined : grammar.answers.get(kind);
  if (answer === undefined) return own;
  return { known: [...own.known, ...answer.known], needed: [...own.needed, ...answer.needed] };
}

function keysInSteps({ world: { grammar } }: Subject): ReadonlySet<string> {
  const kinds = [...grammar.steps.values(), ...grammar.answers.values()];
  return new Set([...grammar.steps.keys(), ...kinds.flatMap(({ known }) => known)]);
}

function reportUnknown({ report }: Subject, place: Place, key: string, known: readonly string[]): void {
  const meant = didYouMean(key, known);
  if (meant === null) report('kunci_asing', place, { kunci: key, dikenal: known.join(', ') });
  else report('kunci_salah_tulis', place, { kunci: key, maksud: meant });
}
