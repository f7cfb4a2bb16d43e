import type { AuditedDeed } from '../../domain/audit.ts';
import type { Call } from '../../domain/operation.ts';
import type { Office } from '../office.ts';

/** Writes down who did what, once per deed. `subject` is an id, never something personal. */
export async function writeAudit(office: Office, call: Call, what: AuditedDeed, subject: string): Promise<void> {
  await office.audit.create(call.id, {
    id: call.id,
    tenant: office.tenant.id,
    who: call.officer ?? 'warga',
    what,
    subject,
    at: call.now,
  });
}
