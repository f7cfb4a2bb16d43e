/** One step of the data's shape. A step that was released is never edited: the next one follows it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** All steps, in order. Every table is STRICT; sealed columns are BLOB; times are epoch milliseconds. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'documents',
    sql: `
      create table canary (sealed blob not null, fingerprint text not null) strict;
      -- Without rowid: its order would tell which anonymous answers came right before which person's deed.
      create table document (
        kind text not null, id text not null, version integer not null, next integer, body blob not null,
        primary key (kind, id)
      ) strict, without rowid;
      create index document_next on document (kind, next, id) where next is not null;
      create table document_key (
        kind text not null, id text not null, key text not null, value text not null,
        primary key (kind, id, key)
      ) strict, without rowid;
      create index document_key_value on document_key (kind, key, value, id);
    `,
  },
  {
    number: 2,
    name: 'messages',
    sql: `
      create table inbox (
        id text primary key, address text not null, account text not null, position integer not null, album text,
        at integer not null, state text not null check (state in ('new', 'done', 'aside')), body blob
      ) strict, without rowid;
      create index inbox_waiting on inbox (address, position, at, id) where state = 'new';
      create index inbox_new on inbox (at) where state = 'new';
      create index inbox_aside on inbox (at) where state = 'aside';
      create index inbox_closed on inbox (at) where state <> 'new';

      create table address (
        id text primary key, contact text not null, account text not null, chat blob not null,
        owner text, fence integer not null default 0, owned_at integer not null default 0,
        bell integer not null default 0, crashes integer not null default 0, open integer not null default 0,
        turn integer not null default 0, session blob, wait blob, did text not null default '[]', owed blob,
        last_reply integer not null default 0, next_reply integer not null default 1, heard_at integer, next integer,
        flights integer not null default 0, flight text, flight_class text, flight_at integer not null default 0,
        landed_at integer not null default 0, refusal_version integer not null default 0,
        stopped integer not null default 0, muted text not null default '[]', dead integer not null default 0,
        strikes text not null default '[]', push_day text
      ) strict;
      create index address_contact on address (contact, id);
      create index address_open on address (owned_at) where open = 1;
      create index address_next on address (next) where next is not null;
      create index address_flight on address (flight_at) where flight is not null;

      create table delivery (
        number integer primary key, id text not null unique, account text not null, address text not null, lane text not null, class text not null,
        seq integer, source text not null, body blob not null, due integer not null, until integer not null,
        pause_at integer, zone text not null, yields integer not null, purpose text,
        depends_on text, depends_version integer, run integer not null,
        state text not null default 'pending', attempt integer not null default 0,
        generation integer not null default 0, flight integer not null default 0, part integer not null default 0,
        platform_key text, platform_id blob, receipt text, code text,
        changed_at integer not null default 0, final_at integer,
        doubt_retried integer not null default 0, doubt_over integer not null default 0
      ) strict;
      create index delivery_waiting on delivery (account, lane, due, seq, id, source) where state in ('pending', 'claimed');
      create index delivery_until on delivery (until) where state in ('pending', 'claimed');
      create index delivery_sending on delivery (changed_at) where state = 'sending';
      create index delivery_uncertain on delivery (changed_at) where state = 'uncertain';
      create index delivery_reply on delivery (address, seq) where seq is not null;
      create index delivery_address on delivery (address);
      create index delivery_source on delivery (source, state);
      create index delivery_platform on delivery (platform_key) where platform_key is not null;
      create index delivery_final on delivery (lane, final_at) where final_at is not null;

      create table account (id text primary key, frozen_until integer not null default 0, halted text) strict, without rowid;
    `,
  },
  {
    number: 3,
    name: 'move',
    sql: `
      -- One row at most: what a move to or from here left (src/store/house.ts).
      create table move (
        only integer primary key check (only = 1), state text not null check (state in ('arriving', 'arrived', 'left')),
        move text not null, house text not null, place text not null
      ) strict;
    `,
  },
  {
    number: 4,
    name: 'keyrings',
    sql: `
      create table keyring (id text primary key, account text not null, value blob not null) strict, without rowid;
      create index keyring_account on keyring (account);
    `,
  },
  {
    number: 5,
    name: 'media',
    sql: `
      -- With rowid: a row of some megabytes has no place in the tree that is searched.
      create table media (
        id text primary key, address text not null, type text not null, bytes integer not null, until integer, body blob not null
      ) strict;
      create index media_address on media (address);
      create index media_until on media (until) where until is not null;
    `,
  },
  {
    number: 6,
    name: 'announcements',
    sql: `
      -- With the code, so that no row is opened to tell why; from here on bodies may be bound to their source.
      drop index delivery_source;
      create index delivery_source on delivery (source, state, code);
    `,
  },
  {
    number: 7,
    name: 'tally',
    sql: `
      -- How many deliveries are in each state: counting a million of them whenever an officer looks would hold everybody up.
      create table tally (
        source text not null, account text not null, lane text not null, state text not null, code text not null,
        count integer not null, primary key (source, account, lane, state, code)
      ) strict, without rowid;
      create index tally_state on tally (state, account, lane, count);
      insert into tally select source, account, lane, state, coalesce(code, ''), count(*) from delivery group by 1, 2, 3, 4, 5;
      create trigger tally_added after insert on delivery begin
        insert into tally values (new.source, new.account, new.lane, new.state, coalesce(new.code, ''), 1)
          on conflict do update set count = count + 1;
      end;
      create trigger tally_changed after update of state, code on delivery
      when old.state is not new.state or old.code is not new.code begin
        update tally set count = count - 1 where source = old.source and account = old.account and lane = old.lane
          and state = old.state and code = coalesce(old.code, '');
        insert into tally values (new.source, new.account, new.lane, new.state, coalesce(new.code, ''), 1)
          on conflict do update set count = count + 1;
      end;
      create trigger tally_removed after delete on delivery begin
        update tally set count = count - 1 where source = old.source and account = old.account and lane = old.lane
          and state = old.state and code = coalesce(old.code, '');
        delete from tally where source = old.source and account = old.account and lane = old.lane
          and state = old.state and code = coalesce(old.code, '') and count = 0;
      end;
    `,
  },
  {
    number: 8,
    name: 'sources',
    sql: `
      -- What an announcement tells a million people stands once; a row names it by a keyed hash, and its own body is empty.
      create table delivery_text (id text primary key, source text not null, body blob not null) strict, without rowid;
      alter table delivery add column text text;
      -- By source, so that whoever claims steps over what is paused; and one index less for each row of a snapshot.
      drop index delivery_source;
      drop index delivery_waiting;
      create index delivery_waiting on delivery (account, lane, source, due, seq, run) where state in ('pending', 'claimed');
      -- Rows with one text come by the thousand: whoever writes them counts them at once.
      drop trigger tally_added;
      create trigger tally_added after insert on delivery when new.text is null begin
        insert into tally values (new.source, new.account, new.lane, new.state, coalesce(new.code, ''), 1)
          on conflict do update set count = count + 1;
      end;
    `,
  },
  {
    number: 9,
    name: 'sketches',
    sql: `
      -- What documents say of themselves in plain words, narrow and apart, for the kinds that are named here by the service.
      -- Null: not yet known. Whatever writes a document, and knows nothing of this, leaves it so.
      create table sketched_kind (kind text primary key) strict, without rowid;
      create table document_sketch (
        kind text not null, id text not null, sketch text, primary key (kind, id)
      ) strict, without rowid;
      create trigger document_added after insert on document when new.kind in (select kind from sketched_kind) begin
        insert into document_sketch (kind, id) values (new.kind, new.id);
      end;
      create trigger document_changed after update of body on document when new.kind in (select kind from sketched_kind) begin
        update document_sketch set sketch = null where kind = new.kind and id = new.id;
      end;
      create trigger document_removed after delete on document when old.kind in (select kind from sketched_kind) begin
        delete from document_sketch where kind = old.kind and id = old.id;
      end;
    `,
  },
  {
    number: 10,
    name: 'retention',
    sql: `
      -- Somebody looks at every person once, and from then on when their data may have been kept long enough.
      update document set next = 0 where kind = 'contacts' and next is null;
    `,
  },
];
