import type { Zone } from '../engine/value.ts';
import type { Tariff } from './cost.ts';
import type { DocumentKind } from './ports/documents.ts';
import type { CategoryCode } from './report-category.ts';

/** One regency: its names, its zone, its numbers for emergencies, and how long it keeps what. */
export interface Tenant {
  readonly id: string;
  /** As in "warga Bangka Selatan". */
  readonly name: string;
  readonly office: string;
  /** Kemendagri code of the regency, `19.03`: villages and districts below it are "inside". */
  readonly region: string;
  readonly zone: Zone;
  /** Local numbers beside 112, said first whenever a text sounds like an emergency. */
  readonly emergency: readonly EmergencyNumber[];
  readonly privacyUrl: string;
  readonly hours: string;
  /** Where people may call, as it is dialled. */
  readonly phone?: string;
  /** The office's own sentence about what training costs; it is not ours to say that it is free. */
  readonly fee?: string;
  readonly retention: Retention;
  /** Who handles reports of a category, where it is not this office. */
  readonly routes?: Readonly<Partial<Record<CategoryCode, string>>>;
  /** What approved forms cost, where the office wrote it down. */
  readonly tariff?: Tariff;
}

interface EmergencyNumber {
  readonly name: string;
  readonly number: string;
}

/** Defaults for the agency to fix with its archive schedule (UU 27/2022 art. 42-44). */
interface Retention {
  /** The profile and answers after the last class. */
  readonly profileYears: number;
  /** Proof that a request was carried out, without personal data. */
  readonly proofYears: number;
}

export const tenantKind: DocumentKind<Tenant> = { name: 'tenants', keys: () => ({}), next: () => null };
