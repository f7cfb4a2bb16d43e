import type { DocumentKind } from './ports/documents.ts';

/** Who did what to which record, and when (UU 27/2022 art. 31); written once per deed, never changed, nothing personal. */
export interface AuditEntry {
  readonly id: string;
  readonly tenant: string;
  /** An officer's id, or `warga` for the person themselves, or `layanan`. */
  readonly who: string;
  readonly what: AuditedDeed;
  readonly subject: string;
  readonly at: number;
}

export type AuditedDeed =
  | 'consent'
  | 'correction'
  | 'deletion'
  | 'withdrawal'
  | 'announcement_submitted'
  | 'announcement_approved'
  | 'announcement_returned'
  | 'announcement_controlled'
  | 'announcement_resent'
  | 'group_named'
  | 'group_dropped'
  | 'meeting_changed'
  | 'event_made'
  | 'event_changed'
  | 'attendance_read'
  | 'attendance_noted'
  | 'certificates_prepared'
  | 'certificate_issued'
  | 'certificate_name_decided'
  | 'certificate_revoked'
  | 'handover_answered'
  | 'report_handled'
  | 'answers_read'
  | 'media_deleted';

export const auditKind: DocumentKind<AuditEntry> = {
  name: 'audit',
  keys: ({ tenant, subject }) => ({ tenant, subject }),
  next: () => null,
};
