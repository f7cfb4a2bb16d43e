import type { Documents } from '../../domain/ports/documents.ts';
import { findIds } from '../read-all.ts';

/** Removes every document of a person, whether it opens or not. */
export async function removeOwn(documents: Documents<unknown>, contact: string): Promise<void> {
  for (const id of await findIds(documents, 'contact', contact)) await documents.remove(id);
}
