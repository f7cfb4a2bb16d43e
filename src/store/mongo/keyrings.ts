import type { Keyrings } from '../../domain/ports/keyrings.ts';
import { keyId, keyPlace } from '../keyring-id.ts';
import type { Backing } from './backing.ts';
import { openRing } from './ring.ts';
import type { Ring } from './ring.ts';

/** Keyrings, each account's in a ring of its own. */
export function createKeyrings(backing: Backing): Keyrings {
  const { seal } = backing;
  const rings = new Map<string, Ring>();
  const ringOf = (account: string): Ring => {
    const ring = rings.get(account) ?? openRing(backing, account);
    rings.set(account, ring);
    return ring;
  };
  return {
    read: async (account, names) => {
      const ids = names.map((name) => [name, keyId(seal, account, name)] as const);
      const found = await ringOf(account).read([...new Set(ids.map(([, id]) => id))]);
      const values = ids.flatMap(([name, id]) => {
        const sealed = found.get(id);
        return sealed === undefined ? [] : [[name, seal.openText(sealed, keyPlace(id))] as const];
      });
      return new Map(values);
    },
    write: async (account, changes) => {
      const sealed = [...changes].map(([name, value]) => {
        const id = keyId(seal, account, name);
        return [id, value === null ? null : seal.sealText(value, keyPlace(id))] as const;
      });
      await ringOf(account).write(new Map(sealed));
    },
    clear: (account) => ringOf(account).clear(),
  };
}
