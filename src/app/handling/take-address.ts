import type { Address } from '../../domain/ports/addresses.ts';
import type { Handling } from './handling.ts';

/**
 * Makes this process the address's only holder, or leaves word with whoever is: the bell makes the holder look again
 * before letting go. The second try is for a holder that let go between our first try and the bell.
 */
export async function takeAddress(use: Handling, id: string): Promise<Address | null> {
  const owner = use.newOwner();
  const first = await use.addresses.take(id, owner);
  if (first === 'absent') return (await meet(use, id)) ? takeAddress(use, id) : null;
  if (first !== 'busy') return first;
  await use.addresses.ring(id);
  const second = await use.addresses.take(id, owner);
  return typeof second === 'string' ? null : second;
}

/**
 * A person's first message makes the address; until they are told apart from others, they are their own contact. One that
 * cannot be read does not say where it came from: it is set aside without a word.
 */
async function meet(use: Handling, id: string): Promise<boolean> {
  const { inbox, addresses } = use;
  const [row] = await inbox.waiting(id, 1);
  if (row === undefined) return false;
  if (row.unreadable) {
    use.log('set aside', { address: id, rows: 1 });
    await inbox.close([{ id: row.id, as: 'aside' }]);
    return meet(use, id);
  }
  await addresses.meet(id, { contact: id, account: row.account, chat: row.chat });
  return true;
}
