import { ageAt } from '../language/calendar.ts';
import type { DocumentKind } from './ports/documents.ts';

/** The questions that an organiser can switch off (F3: at most twenty messages in plain chat). */
type OptionalField = 'email' | 'pendidikan' | 'pekerjaan' | 'tujuan';

/** A training with its theme and its rules of entry; its seats are in its batches. */
export interface Programme {
  readonly id: string;
  readonly tenant: string;
  readonly title: string;
  readonly track: string;
  readonly level: 'dasar' | 'menengah' | 'mahir';
  readonly state: 'planned' | 'open' | 'closed';
  readonly minAge: number;
  /** People from other regencies may join. */
  readonly outsiders: boolean;
  readonly fields: readonly OptionalField[];
  /** The organiser needs the NIK (a certificate, who registered twice). */
  readonly needsNik?: boolean;
  /** The form with the programme's own questions. */
  readonly form?: string;
}

export const programmeKind: DocumentKind<Programme> = {
  name: 'programmes',
  keys: (programme) => ({ tenant: programme.tenant, track: programme.track }),
  next: () => null,
};

export interface Applicant {
  readonly birth: string;
  readonly inside: boolean;
}

/** Why someone may not join, or null; the sentences stand under `layanan.tidak_memenuhi`. Age counts on the first day. */
export function refusal(programme: Programme, applicant: Applicant, firstDay: string): 'usia' | 'luar_daerah' | null {
  if (ageAt(applicant.birth, firstDay) < programme.minAge) return 'usia';
  return applicant.inside || programme.outsiders ? null : 'luar_daerah';
}
