import { SHARED_NAMES } from '../loading/names.ts';
import { nearest } from './did-you-mean.ts';
import type { RawBranch, RawStep } from './raw-step.ts';
import { entriesAt, targetName, textAt, textsAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** Words of conditions and names that everybody sees: an answer of that name could never be meant. */
const TAKEN: ReadonlySet<string> = new Set([
  ...'atau dan bukan termasuk berisi kosong ada ya tidak'.split(' '),
  ...SHARED_NAMES,
]);

/** Names of questions, sections and `atur`, and where `lanjut_ke` and `tanya_lagi` go. */
export const checkNames: Check = (subject) => {
  const targets = new Map<string, RawStep>();
  for (const step of subject.every) {
    const name = targetName(step);
    if (name === null) continue;
    checkName(subject, name, step);
    const first = targets.get(name);
    if (first === undefined) targets.set(name, step);
    else
      subject.report('nama_dipakai_dua_kali', [...step.place, step.word ?? ''], {
        nama: name,
        baris: subject.file.lineOf([...first.place, first.word ?? '']),
      });
  }
  for (const step of subject.every) {
    if (step.word === 'atur') for (const [name] of entriesAt(step.block, 'atur')) checkName(subject, name, step);
    if (step.word === 'pastikan') checkSummary(subject, step, targets);
    if (step.word === 'lanjut_ke' || step.word === 'tanya_lagi') checkJump(subject, step, targets);
  }
};

function checkName({ report }: Subject, name: string, { place, word }: RawStep): void {
  const here = [...place, word ?? ''];
  if (TAKEN.has(name)) report('nama_milik_bahasa', here, { nama: name });
  else if (!/^[a-z][a-z0-9_]*$/u.test(name)) report('nama_tidak_rapi', here, { nama: name, betul: toName(name) });
}

function toName(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/gu, '_')
      .replaceAll(/^[\d_]+|_+$/gu, '') || 'nama'
  );
}

/** `pastikan` and `kecuali` name questions of this flow. */
function checkSummary({ report }: Subject, step: RawStep, targets: ReadonlyMap<string, RawStep>): void {
  for (const key of ['pastikan', 'kecuali']) {
    const names = textsAt(step.block, key);
    if (key === 'pastikan' && names.length === 1 && names[0] === 'semua') continue;
    for (const nama of names) {
      if (targets.has(nama)) continue;
      report('pertanyaan_tidak_dikenal', [...step.place, key], { nama, maksud: nearest(nama, targets.keys()) });
    }
  }
}

function checkJump({ report }: Subject, step: RawStep, targets: ReadonlyMap<string, RawStep>): void {
  const word = step.word ?? '';
  const wanted = textAt(step.block, word) ?? '';
  const target = targets.get(wanted);
  const here = [...step.place, word];
  if (target === undefined) {
    report('tujuan_tidak_dikenal', here, { tujuan: wanted, maksud: nearest(wanted, targets.keys()) });
  } else if (word === 'tanya_lagi' && target.word === 'bagian') report('tanya_lagi_bagian', here, { tujuan: wanted });
  else if (target.within !== null && !isInside(step, target.within))
    report('tujuan_di_cabang_lain', here, { tujuan: wanted });
}

function isInside(step: RawStep, branch: RawBranch): boolean {
  for (let at = step.within; at !== null; at = at.of.within) if (at === branch) return true;
  return false;
}
