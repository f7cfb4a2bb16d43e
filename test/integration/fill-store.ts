import type { Addresses, Commit, GateAsk } from '../../src/domain/ports/addresses.ts';
import type { Deliveries, DeliveryClass, MarkAsk, Settlement } from '../../src/domain/ports/deliveries.ts';
import type { DocumentKind } from '../../src/domain/ports/documents.ts';
import type { Arrival, Inbox } from '../../src/domain/ports/inbox.ts';
import type { Keyrings } from '../../src/domain/ports/keyrings.ts';
import type { Media } from '../../src/domain/ports/media.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { DAY, HOUR, MINUTE } from '../contract/bench.ts';
import { newDelivery } from '../contract/new-delivery.ts';

/** A store with something in every state, with words that are hard to carry; everything through the ports. */
export interface Filling {
  readonly words: readonly string[];
  /** The store's clock. */
  readonly now: number;
}

interface Note {
  readonly text: string;
  readonly of: string | null;
  readonly at: number | null;
}
export const noteKinds: readonly DocumentKind<Note>[] = ['contacts', 'registrations', 'audit-2026'].map((name) => ({
  name,
  keys: ({ of, text }) => ({ of, length: String(text.length), shown: `a=${text.length}=b` }),
  next: ({ at }) => at,
}));

const counterKind: DocumentKind<{ readonly next: number }> = { name: 'counters', keys: () => ({}), next: () => null };
/** All kinds of documents that it holds. */
export const fillKinds: readonly DocumentKind<never>[] = [...noteKinds, counterKind];

const people = ['sim.a', 'sim.b', 'sim.c', 'sim.d', 'telegram:1.e'];
const mark: MarkAsk = { attempt: 0, generation: 0, flight: 1, marginMs: MINUTE };
const look = { after: '', limit: 10_000 };

const outcomes: Readonly<Record<string, Settlement>> = {
  sent: { type: 'sent', platformId: '62812:77' },
  unnamed: { type: 'sent', platformId: null },
  part: { type: 'part', next: 2 },
  again: { type: 'again', inMs: HOUR, code: '429' },
  doubt: { type: 'uncertain', code: 'timeout', final: false },
  'doubt-over': { type: 'uncertain', code: 'timeout', final: true },
  failed: { type: 'failed', code: '400' },
};

export async function fillStore(store: Store, filling: Filling): Promise<void> {
  await fillInbox(store.inbox, filling);
  await fillAddresses(store.addresses, filling);
  await fillDeliveries(store.deliveries, filling);
  await fillDocuments(store, filling);
  await store.accounts.freeze('sim', 30 * DAY);
  await store.accounts.halt('telegram:1', '401');
  await fillKeyrings(store.keyrings, filling);
  await fillMedia(store.media, filling);
}

const rings = ['wa', 'wa.2', 'wa:old'];
const keyNames = ['creds', ...Array.from({ length: 30 }, (_, index) => `session.${index}`)];

/** Some values, of which one was replaced and one removed; a ring that was cleared. */
async function fillKeyrings(keyrings: Keyrings, { words }: Filling): Promise<void> {
  const values = words.map((text, index) => [`session.${index}`, text] as const);
  for (const account of rings) await keyrings.write(account, new Map([['creds', account], ...values]));
  await keyrings.write('wa', new Map([['creds', 'new']]));
  await keyrings.write('wa', new Map([['session.1', null]]));
  await keyrings.clear('wa:old');
}

/** One for each word, of which one was claimed. */
async function fillMedia(media: Media, { words }: Filling): Promise<void> {
  for (const [index, word] of words.entries()) {
    const address = people[index % people.length] ?? '';
    await media.keep({ id: `media${index}`, address, type: 'jpg', content: Buffer.from(word) }, 30 * DAY);
  }
  await media.claim(['media1']);
}

async function fillInbox(inbox: Inbox, { words }: Filling): Promise<void> {
  const rows = words.map((text, index): Arrival => {
    const address = people[index % people.length] ?? '';
    const group = index % 3 === 0 ? `album ${index}` : null;
    return {
      id: `${address}.${index}`,
      address,
      account: 'sim',
      chat: text,
      order: 20 - index,
      group,
      input: { type: 'text', text },
    };
  });
  await inbox.accept(rows);
  await inbox.close(rows.filter((_, index) => index % 4 === 1).map(({ id }) => ({ id, as: 'done' })));
  await inbox.close(rows.filter((_, index) => index % 4 === 2).map(({ id }) => ({ id, as: 'aside' })));
}

async function fillAddresses(addresses: Addresses, { words, now }: Filling): Promise<void> {
  const text = words.join('\n');
  for (const id of people)
    await addresses.meet(id, { contact: id < 'sim.c' ? 'c1' : id, account: 'sim', chat: `${id} ${text}` });
  const commit: Commit = {
    session: { version: 1, frames: [], wait: { type: 'none' }, heardAt: now, until: now + DAY, tapped: text },
    wait: { deed: { name: 'daftar', id: 'sim.a.1', args: { nama: text } }, at: now, failures: 2 },
    did: [
      { id: 'sim.a.0', as: 'done' },
      { id: 'sim.a.5', as: 'aside' },
    ],
    owed: [newDelivery('sim.a.1.0', now, { class: 'reply', seq: 1, content: { text } })],
    lastReply: 3,
    heardAt: now,
  };
  // Held in the midst of a turn; let go with something to look at later; stumbled; in flight.
  const hold = async (id: string) => {
    const taken = await addresses.take(id, `owner of ${id}`);
    if (typeof taken === 'string') throw new Error(`${id} is ${taken}`);
    await addresses.commit(id, taken, commit);
    return taken;
  };
  await hold('sim.a');
  await addresses.ring('sim.a');
  await addresses.release('sim.b', await hold('sim.b'), { next: now - HOUR, stumbled: false });
  await addresses.release('sim.c', await hold('sim.c'), { next: null, stumbled: true });
  const push: GateAsk = {
    delivery: 'd1',
    class: 'change',
    seq: null,
    purpose: null,
    yieldsOn: null,
    perChatMs: 0,
    silentMs: 0,
  };
  await addresses.enter('sim.d', push);
  await addresses.enter('sim.b', push);
  await addresses.leave('sim.b', 1, '2026-12-01');
  await addresses.advance('sim.c', 1);
  await addresses.forbid('sim.b', { stopped: true, muted: ['kabar', text] }, 7);
  await addresses.setDead('sim.c', true);
  await addresses.strike('sim.d', DAY);
  await addresses.strike('sim.d', DAY);
}

async function fillDeliveries(deliveries: Deliveries, { words, now }: Filling): Promise<void> {
  const classes: readonly DeliveryClass[] = ['reply', 'reminder', 'announcement', 'change'];
  const rows = words.flatMap((text, index) => {
    const address = people[index % people.length] ?? '';
    return classes.map((each, place) =>
      newDelivery(`d${index}.${each}`, now, {
        address,
        class: each,
        seq: each === 'reply' ? index : null,
        source: `s${place}`,
        content: index % 7 === 6 ? null : { text },
        start: index % 3 === 0 ? { flow: 'survei', args: { kode: text } } : null,
        pauseAt: index % 2 === 0 ? now + HOUR : null,
        yields: index % 2 === 1,
        purpose: index % 5 === 0 ? 'kabar' : null,
        depends: index % 3 === 1 ? { on: `b${index}`, version: index, fields: { judul: text } } : null,
        run: index % 3,
      }),
    );
  });
  await deliveries.add(rows);
  await deliveries.claim('sim', 'bulk', { limit: 3, leaseMs: HOUR, except: ['s1'] });
  for (const [name, outcome] of Object.entries(outcomes)) {
    await deliveries.add([newDelivery(name, now, { depends: { on: 'b1', version: 3, fields: {} } })]);
    await deliveries.mark(name, mark);
    await deliveries.settle(name, 1, outcome);
  }
  await deliveries.add(['sending', 'raised', 'closed', 'retried', 'given-up'].map((name) => newDelivery(name, now)));
  await deliveries.mark('sending', mark);
  await deliveries.raiseGeneration('raised', 0);
  await deliveries.close('closed', 0, 'cancelled', 'batch');
  for (const name of ['retried', 'given-up']) {
    await deliveries.mark(name, mark);
    await deliveries.settle(name, 1, { type: 'uncertain', code: 'reset', final: false });
  }
  await deliveries.retryDoubt('retried', 1);
  await deliveries.giveUpDoubt('given-up', 1);
  await deliveries.receipt('sim', '62812:77', 'read');
  await deliveries.forget('telegram:1.e');
  // A store may keep once what these say alike.
  const content = { text: 'Kelas sore dibuka pekan depan.' };
  await deliveries.add(
    ['alike-1', 'alike-2', 'alike-3'].map((name) => newDelivery(name, now, { source: 's3', content })),
  );
}

async function fillDocuments(store: Store, { words, now }: Filling): Promise<void> {
  for (const kind of noteKinds) {
    const notes = store.documents(kind);
    for (const [index, text] of words.entries()) {
      await notes.create(`n${index}`, {
        text,
        of: index % 2 === 0 ? 'c1' : null,
        at: index % 3 === 0 ? now - index : null,
      });
    }
    await notes.change('n0', (note) => ({ doc: note && { ...note, text: `${note.text}!`, of: null }, result: null }));
  }
  await store.documents(counterKind).create('2026-12', { next: 12 });
}

/** Everything that the ports tell of a store, but what hangs on the moment of asking. */
export async function readStore(store: Store): Promise<unknown> {
  const { inbox, addresses, deliveries, accounts } = store;
  const ids = (await Promise.all(people.map((id) => deliveries.latest(id, 10_000)))).flat().map(({ id }) => id);
  const sources = ['s0', 's1', 's2', 's3', 'p1'];
  return {
    waiting: await Promise.all(people.map((id) => inbox.waiting(id, 10_000))),
    aside: await inbox.countAside(),
    addresses: await Promise.all(people.map((id) => addresses.read(id))),
    ofContact: await addresses.ofContact('c1'),
    unfinished: await addresses.unfinished(99),
    due: await addresses.due(99),
    rows: ids,
    deliveries: await Promise.all(
      ['sim.a.1.0', 'closed', ...Object.keys(outcomes), ...ids].map((id) => deliveries.read(id)),
    ),
    replies: await Promise.all(people.map((id) => deliveries.reply(id, 2))),
    counts: await Promise.all(sources.map((source) => deliveries.count(source))),
    sending: await deliveries.countSending({ on: 'b1', versionBelow: 9 }),
    lanes: await deliveries.dueLanes(),
    accounts: (await accounts.read('sim')).halted ?? (await accounts.read('telegram:1')).halted,
    keyrings: await Promise.all(rings.map(async (ring) => [...(await store.keyrings.read(ring, keyNames))])),
    media: (await Promise.all(ids.map((_, index) => store.media.read(`media${index}`)))).map((file) =>
      file === null ? null : { ...file, content: Buffer.from(file.content).toString() },
    ),
    frozen: (await accounts.read('sim')).frozenForMs > DAY,
    documents: await Promise.all(noteKinds.map((kind) => store.documents(kind).lookThrough(look))),
    counters: await store.documents(counterKind).lookThrough(look),
    found: await Promise.all(noteKinds.map((kind) => store.documents(kind).find('of', 'c1', look))),
    dueDocuments: await Promise.all(
      noteKinds.map((kind) => store.documents(kind).due(Date.parse('2100-01-01'), 10_000)),
    ),
    fingerprint: store.fingerprint('telegram', '12345'),
  };
}
