import type { DocumentKind } from './ports/documents.ts';

/**
 * One person's NIK: a document of its own, sealed like all others, so that whatever else is read of a person never brings
 * it along (UU 27/2022 art. 35). Gone with the person's data, and with their consent to training.
 */
export interface NikRecord {
  /** The contact: a person has one. */
  readonly id: string;
  readonly tenant: string;
  /** Text: NIKs of Papua exceed 2^53. */
  readonly nik: string;
  /** A keyed hash, by which the same NIK of two contacts is found. */
  readonly fingerprint: string;
  /** The page it was filled in on. */
  readonly form: string;
  readonly at: number;
  /** A registration holds it; until then it belongs to a draft. */
  readonly held: boolean;
}

/** As long as a draft that nobody came back to, in the chat and then as one without a seat (7 + 7 days). */
const draftMs = 14 * 24 * 60 * 60_000;

export const nikKind: DocumentKind<NikRecord> = {
  name: 'niks',
  keys: ({ fingerprint }) => ({ fingerprint }),
  next: ({ held, at }) => (held ? null : at + draftMs),
};

/** "••••••••••••9001": enough for its owner to recognise, of no use to anybody else. */
export function maskNik({ nik }: NikRecord): string {
  return `${'•'.repeat(nik.length - shown)}${nik.slice(-shown)}`;
}

const shown = 4;
