import { afterEach, expect, test } from 'vitest';

import { addressOf } from '../../src/app/receive-message.ts';
import type { Channel } from '../../src/domain/channel.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { createPeer } from '../peers/whatsapp/peer.ts';
import type { Peer } from '../peers/whatsapp/peer.ts';
import { quietLibsignal } from './meet-whatsapp.ts';
import { openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';

quietLibsignal();
const folder = useFolders();
const peers: Peer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

const hourMs = 60 * 60_000;
/** Shorter than the lease of the account. */
const strideMs = 8000;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

function unpaced(channel: Channel): Channel {
  return { ...channel, limits: { ...channel.limits, perSecond: 1000, bulkPerSecond: 1000, perChatMs: 0 } };
}

/** A whole service with a linked device, and somebody who wrote just now. */
async function open() {
  const peer = await createPeer();
  peers.push(peer);
  const settings = { WHATSAPP: 'on', WHATSAPP_SERVER: peer.url, WHATSAPP_CHECK_SIGNATURES: 'off' };
  const { service } = await openService(folder(), settings, { withChannel: unpaced });
  const link = service.whatsapp?.link;
  link?.pair(null);
  await until(() => link?.state().qr != null);
  await peer.phone.scans(link?.state().qr ?? '');
  await until(() => link?.state().state === 'open');
  const person = peer.person(7);
  person.says('halo');
  await until(() => person.texts().length > 0);
  return { peer, service, person };
}

test('after the first refusal no push leaves, answers do, and both go on when somebody says so', async () => {
  const { peer, service, person } = await open();
  const { office, whatsapp } = service;
  const address = addressOf(office.fingerprint, 'whatsapp', person.lid);
  const text = 'Mengingatkan, besok ada kelas.';
  peer.restrict(2_000_000_000);
  await until(() => whatsapp?.pushesStopped?.() === 'restricted');
  const row = { account: 'whatsapp', address, class: 'reminder', content: { text } } as const;
  await office.deliveries.add([
    newDelivery('uji.1', service.clock.now(), { ...row, until: service.clock.now() + hourMs }),
  ]);
  for (let strides = 0; strides < 3; strides += 1) {
    service.moveClock?.(service.clock.now() + strideMs);
    await service.sweep();
  }
  expect(await office.deliveries.read('uji.1')).toMatchObject({ state: 'pending', attempt: 0 });
  const before = person.texts().length;
  person.says('bantuan');
  await until(() => person.texts().length > before);
  expect(person.texts()).not.toContain(text);
  await whatsapp?.link.resumePushes();
  for (let strides = 0; strides < 30 && !person.texts().includes(text); strides += 1) {
    service.moveClock?.(service.clock.now() + strideMs);
    await service.sweep();
  }
  expect(await office.deliveries.read('uji.1')).toMatchObject({ state: 'sent' });
  expect(person.texts().filter((heard) => heard === text)).toHaveLength(1);
});
