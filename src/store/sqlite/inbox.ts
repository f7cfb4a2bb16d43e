import type { Arrival, Inbox, InboxRow } from '../../domain/ports/inbox.ts';
import { openArrival, sealArrival } from '../inbox-body.ts';
import type { Backing } from './backing.ts';
import type { Database } from './open-store.ts';

interface Row {
  readonly id: string;
  readonly address: string;
  readonly account: string;
  readonly position: number;
  readonly album: string | null;
  readonly at: number;
  readonly body: Uint8Array;
}

/** The inbox as a table; chat and input are sealed together, and gone when the row is handled. */
export function createInbox({ database, group, seal, clock }: Backing): Inbox {
  const sql = prepareStatements(database);

  const accept = (row: Arrival, at: number): 'new' | 'known' => {
    const body = sealArrival(seal, row);
    const added = sql.accept.run(row.id, row.address, row.account, row.order, row.group, at, body);
    return added === 1 ? 'new' : 'known';
  };
  const toRow = ({ id, address, account, position, album, at, body }: Row): InboxRow => ({
    id,
    address,
    account,
    order: position,
    group: album,
    at,
    ...openArrival(seal, id, body),
  });

  return {
    accept: (rows) =>
      group.write(() => {
        const at = clock.now();
        return rows.map((row) => accept(row, at));
      }),
    waiting: async (address, limit) => sql.waiting.all(address, limit).map(toRow),
    close: (keys) =>
      group.write(() => {
        for (const { id, as } of keys) (as === 'done' ? sql.done : sql.aside).run(id);
      }),
    neglected: async (ageMs, limit) => sql.neglected.all(clock.now() - ageMs, limit).map((row) => row.address),
    countAside: async () => sql.countAside.get()?.count ?? 0,
    purge: (ageMs, limit) => group.write(() => sql.purge.run(clock.now() - ageMs, limit)),
  };
}

function prepareStatements(database: Database) {
  return {
    accept: database.prepare(
      `insert into inbox (id, address, account, position, album, at, state, body) values (?, ?, ?, ?, ?, ?, 'new', ?)
       on conflict do nothing`,
    ),
    waiting: database.prepare<Row>(
      `select id, address, account, position, album, at, body from inbox
       where state = 'new' and address = ? order by position, at, id limit ?`,
    ),
    done: database.prepare(`update inbox set state = 'done', body = null where state = 'new' and id = ?`),
    aside: database.prepare(`update inbox set state = 'aside' where state = 'new' and id = ?`),
    neglected: database.prepare<{ address: string }>(
      `select address from inbox where state = 'new' and at < ? group by address order by min(at), address limit ?`,
    ),
    countAside: database.prepare<{ count: number }>(`select count(*) as count from inbox where state = 'aside'`),
    purge: database.prepare(
      `delete from inbox where id in (select id from inbox where state <> 'new' and at < ? order by at limit ?)`,
    ),
  };
}
