import type { Contact } from '../domain/contact.ts';
import { createForbid } from './forbid.ts';
import type { Office } from './office.ts';

/** What a person refuses, to the gates of their addresses; resolves when no push is on its way to them any more. */
export function copyRefusal(
  office: Pick<Office, 'addresses' | 'deliveries' | 'clock'>,
  { id, stopped, muted, refusalVersion }: Contact,
): Promise<void> {
  return createForbid(office).stopPushes(id, { stopped, muted }, refusalVersion);
}
