import { isRawMap } from '../loading/raw-data.ts';
import { CONSENT } from './knowledge.ts';
import { asksConsent } from './learn.ts';
import type { RawStep } from './raw-step.ts';
import { textAt, textsAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/**
 * A personal question where the flow promises to know no names (`tanpa_nama`); or before consent, or after a refusal, where
 * consent is the legal basis (UU 27/2022 article 20, paragraph 2a). Flows that only others run have the consent that all
 * their callers have.
 */
export const checkConsent: Check = (subject) => {
  if (isAnonymous(subject)) return refusePersonal(subject);
  if (!needsConsent(subject)) return;
  const known = subject.known(hasConsentAtStart(subject, new Set()));
  for (const step of subject.every) {
    const before = known.get(step);
    if (before === undefined || before.set.has(CONSENT) || !isPersonal(subject, step)) continue;
    subject.report('pribadi_sebelum_setuju', [...step.place, 'tanya'], { nama: textAt(step.block, 'tanya') ?? '' });
  }
};

function isAnonymous({ head }: Subject): boolean {
  return textAt(head, 'tanpa_nama') === 'ya';
}

function refusePersonal(subject: Subject): void {
  for (const step of subject.every.filter((one) => isPersonal(subject, one))) {
    subject.report('pribadi_tanpa_nama', [...step.place, 'tanya'], { nama: textAt(step.block, 'tanya') ?? '' });
  }
}

function needsConsent(subject: Subject): boolean {
  const basis = textAt(subject.head, 'dasar') ?? 'persetujuan';
  return basis === 'persetujuan' && textAt(subject.head, 'untuk') !== 'petugas' && !isAnonymous(subject);
}

/** True for a question whose answer is personal, by its `jenis` or by what the flow says. */
export function isPersonal({ world: { grammar } }: Subject, { word, block }: RawStep): boolean {
  if (word === 'formulir') return true;
  if (word !== 'tanya') return false;
  const kind = textAt(block, 'jenis') ?? 'teks';
  const own = textAt(block, 'pribadi');
  return own === 'ya' || own === 'rahasia' || grammar.answers.get(kind)?.personal === true;
}

/** True when the flow cannot begin without consent: by its own `prasyarat`, or because of everyone who runs it. */
function hasConsentAtStart(subject: Subject, asked: ReadonlySet<string>): boolean {
  if (textsAt(subject.head, 'prasyarat').some((flow) => asksConsent(subject.world.flows.get(flow)))) return true;
  if (isRawMap(subject.head['dimulai_oleh']) || asked.has(subject.name)) return false;
  const calls = subject.world.calls().get(subject.name) ?? [];
  if (calls.length === 0) return false;
  const now = new Set([...asked, subject.name]);
  return calls.every(({ caller, step }) => {
    if (!needsConsent(caller)) return true;
    const known = caller.known(hasConsentAtStart(caller, now)).get(step);
    return known === undefined || known.set.has(CONSENT);
  });
}
