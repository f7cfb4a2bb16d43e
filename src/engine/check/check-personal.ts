import { compileExpression } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import { isPersonal } from './check-consent.ts';
import type { RawStep } from './raw-step.ts';
import { argumentsAt, entriesAt, textAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/**
 * Personal answers that nothing is done with in a flow that does something (UU 27/2022 article 16, paragraph 2: no more than what is needed), secret
 * ones that are said aloud, and identifiers that the platforms' rules forbid to ask for in a chat.
 */
export const checkPersonal: Check = (subject) => {
  const used = namesUsed(subject);
  const isKept = textAt(subject.head, 'tanpa_nama') !== 'ya' && subject.every.some(({ word }) => word === 'lakukan');
  for (const step of subject.every) {
    if (step.word !== 'tanya') continue;
    const name = textAt(step.block, 'tanya') ?? '';
    if (isKept && isPersonal(subject, step) && !used.has(name))
      subject.report('pribadi_tak_terpakai', [...step.place, 'tanya'], { nama: name });
    if (textAt(step.block, 'pribadi') === 'tidak' && isPersonal(subject, step))
      subject.report('pribadi_tetap', [...step.place, 'pribadi'], { nama: name });
    const secret = secretAskedFor(step);
    if (secret !== null) subject.report('rahasia_di_chat', [...step.place, 'teks'], { rahasia: secret });
  }
  checkShown(subject);
};

/** Names that go to a deed, a look or another flow, that a condition asks for, or that another name is made of. */
function namesUsed({ every }: Subject): ReadonlySet<string> {
  const used = new Set<string>();
  const add = (source: string | null): void => {
    const compiled = source === null ? null : compileExpression(source, () => ANYTHING);
    if (compiled?.ok === true) for (const [root = ''] of compiled.value.mentions) used.add(root);
  };
  for (const step of every) {
    const { block } = step;
    for (const [, source] of argumentsAt(block)) add(source);
    for (const key of ['atur', 'beri']) for (const [, source] of entriesAt(block, key)) add(String(source));
    for (const key of ['di', 'tentang', 'kepada']) add(textAt(block, key));
    for (const truth of [step.onlyIf, step.when])
      for (const [root = ''] of truth?.condition.mentions ?? []) used.add(root);
  }
  return used;
}

/** Things that are never asked for in a chat: WhatsApp Business Messaging Policy, Telegram Bot Developer Terms 4.2. */
const SECRETS = /\b(NIK|nomor (?:KTP|KK|rekening|kartu kredit|kartu debit)|kata sandi|password|kode OTP|OTP|PIN)\b/iu;
/** A sentence that says what is not asked for. */
const DENIAL = /\b(?:tidak|jangan|bukan|tanpa|selain)\b/iu;
/** Kinds whose answers are typed freely. */
const TYPED: ReadonlySet<string> = new Set(['teks', 'angka', 'kode']);

function secretAskedFor({ block }: RawStep): string | null {
  if (!TYPED.has(textAt(block, 'jenis') ?? 'teks')) return null;
  const text = textAt(block, 'teks') ?? '';
  if (!SECRETS.test(text)) return null;
  for (const sentence of text.split(/[.!\n]/u)) {
    const found = DENIAL.test(sentence) ? null : SECRETS.exec(sentence);
    if (found !== null) return found[1] ?? found[0];
  }
  return null;
}

/** A secret answer in a text that is said; masked it may be shown. */
function checkShown({ every, texts, report }: Subject): void {
  const secret = new Set(
    every.flatMap(({ word, block }) =>
      word === 'tanya' && textAt(block, 'pribadi') === 'rahasia' ? [textAt(block, 'tanya') ?? ''] : [],
    ),
  );
  if (secret.size === 0) return;
  for (const { place, template } of texts) {
    for (const [root = ''] of template.mentions) {
      if (!secret.has(root)) continue;
      const masked = new RegExp(`\\{\\{\\s*${root}\\s*\\|\\s*samar\\b`, 'u').test(template.source);
      if (!masked) report('rahasia_terbaca', place, { nama: root });
    }
  }
}
