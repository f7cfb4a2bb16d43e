import { manageOfficers } from '../../src/app/manage-officers.ts';
import { openRecords } from '../../src/app/office.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import type { Config } from '../../src/config/config.ts';
import { createContact, recordConsent, seenFrom } from '../../src/domain/contact.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { demoTenant } from '../../src/domain/demo.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { openPair } from '../../src/wire/pair.ts';
import { approver, author, firstPerson } from './orders.ts';

/** Written at once: enough to keep a server busy. */
const atOnce = 32;

const day = '2026-01-05';

/** Opens the store that the settings name for one piece of work, with nobody sending. */
export async function withStore<Result>(config: Config, use: (store: Store) => Promise<Result>): Promise<Result> {
  const { store, queue } = await openPair(config, () => undefined);
  try {
    return await use(store);
  } finally {
    await queue.drain();
    await store.close();
  }
}

/** Two officers, and `count` people who agreed to be told news; `done` is told how many there are. */
export async function settle(
  store: Store,
  account: string,
  count: number,
  done: (count: number) => void,
): Promise<void> {
  const { officers, contacts } = openRecords(store);
  const registry = { officers, tenant: demoTenant, fingerprint: store.fingerprint };
  for (const [user, right] of [
    [author, 'membuat_pengumuman'],
    [approver, 'menyetujui_pengumuman'],
  ] as const) {
    const order = {
      type: 'add',
      name: `Petugas ${user}`,
      channel: 'telegram',
      user: String(user),
      rights: [right],
    } as const;
    await manageOfficers(registry, () => account, { ...order, rights: [right] });
  }
  await eachAtOnce(count, async (index) => {
    const chat = String(firstPerson + index);
    const address = addressOf(store.fingerprint, account, chat);
    await store.addresses.meet(address, { contact: address, account, chat });
    await contacts.create(address, agreeing(address, account));
    done(index + 1);
  });
}

function agreeing(address: string, account: string): Contact {
  const known = seenFrom(createContact(address, demoTenant.id, day), { address, account }, day);
  const at = Date.parse(day);
  return recordConsent(known, {
    id: `${address}.kabar`,
    purpose: 'kabar',
    version: '1',
    text: 'Boleh kami kabari?',
    words: 'Boleh',
    agreed: true,
    at,
    address,
  });
}

/** Does something for each index below `count`, several at once. */
export async function eachAtOnce(count: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      await act(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
