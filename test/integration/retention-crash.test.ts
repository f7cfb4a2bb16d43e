import { afterEach, beforeEach, expect, test } from 'vitest';

import { createContact } from '../../src/domain/contact.ts';
import type { Session } from '../../src/engine/session.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { createMortal } from './mortal-store.ts';
import { openDesk } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const mortal = createMortal();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder(), mortal.watch);
});
afterEach(() => desk.close());

const today = '2026-12-01';
const session: Session = { frames: [], wait: { type: 'none' } } as unknown as Session;

/** Somebody whose years ended today, with a conversation that nobody ended, a message, a picture and a hand-over. */
async function live(who: string): Promise<void> {
  const { store, office, now } = desk;
  const id = `simulator.${who}`;
  await desk.deed(who, 'serahkan', { alasan: 'Bertanya', alur: 'menu' });
  const old = createContact(who, office.tenant.id, '2024-12-01');
  const doc = { ...old, lookOn: today, ending: { on: today, activeOn: old.activeOn } };
  await office.contacts.change(who, () => ({ doc, result: null }));
  await store.deliveries.add([newDelivery(`p.${who}`, now, { account: 'simulator', address: id })]);
  const file = { id: `foto.${who}`, address: id, type: 'jpg', content: Buffer.of(1) } as const;
  await store.media.keep(file, 1000);
  await store.media.claim([file.id]);
  const held = await store.addresses.take(id, 'somebody');
  if (typeof held === 'string') throw new Error(held);
  await store.addresses.commit(id, held, { ...held, session, heardAt: now - 90 * 86_400_000 });
  await store.addresses.release(id, { fence: held.fence, bell: held.bell }, { next: null, stumbled: false });
}

/** Another process finds what the dead one left. */
async function recover(): Promise<void> {
  const { store, office } = desk;
  await store.addresses.disown(0);
  desk.now += 10_000;
  const left = [store.addresses.unfinished(9), store.addresses.due(9), store.inbox.neglected(0, 9)];
  for (const address of (await Promise.all(left)).flat()) await office.queue.wake({ type: 'handle', address });
  await desk.sweep();
}

/** What is left of them. */
async function leftOf(who: string): Promise<unknown> {
  const { store, office } = desk;
  const address = await store.addresses.read(`simulator.${who}`);
  return {
    contact: await office.contacts.read(who),
    handovers: await office.handovers.find('contact', who, { after: '', limit: 9 }),
    words: (await store.deliveries.read(`p.${who}`))?.content ?? null,
    picture: await store.media.look(`foto.${who}`),
    talk: address?.session ?? address?.wait ?? null,
    waiting: await store.inbox.waiting(`simulator.${who}`, 9),
    audit: (await office.audit.read(`retensi.${who}.2024-12-01`))?.what,
  };
}

const nothing = {
  contact: null,
  handovers: [],
  words: null,
  picture: null,
  talk: null,
  waiting: [],
  audit: 'deletion',
};

test('wherever the process dies at the end of keeping, everything goes, the open conversation too', async () => {
  for (let at = 0, died = true; died; at += 1) {
    await live(`w${at}`);
    died = await mortal.dies(at, () => desk.sweep());
    if (died) await recover();
    expect(await leftOf(`w${at}`), `died at call ${at}`).toEqual(nothing);
  }
});

test('"hapus data" ends what the person has open elsewhere, too', async () => {
  await live('w');
  await desk.store.addresses.meet('telegram:1.w', { contact: 'w', account: 'telegram:1', chat: 'w' });
  const call = { contact: 'w', address: 'telegram:1.w', account: 'telegram:1', officer: null, now: desk.now, args: {} };
  await desk.operations.deeds['hapus_data_saya']?.({ ...call, id: 'telegram:1.w.1.1' });
  await desk.sweep();
  expect(await leftOf('w')).toEqual({ ...nothing, audit: undefined });
});
