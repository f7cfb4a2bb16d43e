import type { Keyrings } from '../../domain/ports/keyrings.ts';
import { keyId, keyPlace } from '../keyring-id.ts';
import type { Backing } from './backing.ts';

/** Keyrings as one row a value; a write is one unit of the group's transaction. One process has them, so none is ever taken. */
export function createKeyrings({ database, group, seal }: Backing): Keyrings {
  const read = database.prepare<{ value: Uint8Array }>('select value from keyring where id = ?');
  const put = database.prepare(
    `insert into keyring (id, account, value) values (?, ?, ?) on conflict do update set value = excluded.value`,
  );
  const remove = database.prepare('delete from keyring where id = ?');
  const clear = database.prepare('delete from keyring where account = ?');
  return {
    read: async (account, names) => {
      const found = names.flatMap((name) => {
        const id = keyId(seal, account, name);
        const row = read.get(id);
        return row === null ? [] : [[name, seal.openText(row.value, keyPlace(id))] as const];
      });
      return new Map(found);
    },
    write: async (account, changes) => {
      const rows = [...changes].map(([name, value]) => {
        const id = keyId(seal, account, name);
        return { id, value: value === null ? null : seal.sealText(value, keyPlace(id)) };
      });
      await group.write(() => {
        for (const { id, value } of rows) {
          if (value === null) remove.run(id);
          else put.run(id, account, value);
        }
      });
    },
    clear: (account) => group.write(() => void clear.run(account)),
  };
}
