import type { Media, MediaFacts } from '../../domain/ports/media.ts';
import { mediaPlace } from '../media-place.ts';
import type { Backing } from './backing.ts';
import type { Database } from './open-store.ts';

type Row = MediaFacts & { readonly body: Uint8Array };

/** Behind every sign of an id. */
const PAST = '~';

/** Kept files as a table; the bytes are sealed one by one. */
export function createMedia({ database, group, seal, clock }: Backing): Media {
  const sql = prepareStatements(database);
  return {
    keep: (file, forMs) => {
      const { id, address, type, content } = file;
      const body = seal.sealBytes(content, mediaPlace(id));
      return group.write(() => {
        const added = sql.keep.run(id, address, type, content.byteLength, clock.now() + forMs, body);
        return added === 1 ? 'kept' : 'known';
      });
    },
    read: async (id) => {
      const row = sql.read.get(id);
      if (row === null) return null;
      return { id, address: row.address, type: row.type, content: seal.openBytes(row.body, mediaPlace(id)) };
    },
    look: async (id) => sql.look.get(id),
    startingWith: async (start, limit) => sql.startingWith.all(start, `${start}${PAST}`, limit),
    claim: (ids) =>
      group.write(() => {
        for (const id of ids) sql.claim.run(id);
      }),
    release: (ids) =>
      group.write(() => {
        for (const id of ids) sql.release.run(id);
      }),
    remove: (id) => group.write(() => sql.remove.run(id) === 1),
    removeOf: (address) => group.write(() => sql.removeOf.run(address)),
    purge: (limit) => group.write(() => sql.purge.run(clock.now(), limit)),
  };
}

function prepareStatements(database: Database) {
  const facts = 'select id, address, type, bytes from media';
  return {
    keep: database.prepare(
      'insert into media (id, address, type, bytes, until, body) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
    ),
    read: database.prepare<Row>('select id, address, type, bytes, body from media where id = ?'),
    look: database.prepare<MediaFacts>(`${facts} where id = ?`),
    startingWith: database.prepare<MediaFacts>(`${facts} where id >= ? and id < ? order by id limit ?`),
    claim: database.prepare('update media set until = null where id = ?'),
    release: database.prepare('delete from media where id = ? and until is not null'),
    remove: database.prepare('delete from media where id = ?'),
    removeOf: database.prepare('delete from media where address = ?'),
    purge: database.prepare(
      'delete from media where id in (select id from media where until < ? order by until limit ?)',
    ),
  };
}
