import { expect, test } from 'vitest';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { opened } from '../../src/app/read-all.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import { wire } from '../../src/wire/service.ts';
import { createPeer } from '../peers/whatsapp/peer.ts';
import type { Peer } from '../peers/whatsapp/peer.ts';
import { freePort } from '../servers/free-port.ts';
import { describeOn } from '../servers/use-servers.ts';
import { quietLibsignal } from './meet-whatsapp.ts';
import { openService } from './open-page.ts';
import { startGelombang } from './start-process.ts';
import { useFolders } from './temporary-folder.ts';
import { useServers } from './use-servers.ts';

quietLibsignal();
const folder = useFolders();
const newServers = useServers();

const settingsFor = (url: string) => ({ WHATSAPP: 'on', WHATSAPP_SERVER: url, WHATSAPP_CHECK_SIGNATURES: 'off' });

/** Types the code that the command prints into the owner's telephone. */
async function typeCode(peer: Peer, printed: string): Promise<boolean> {
  await peer.until(() => peer.phone.isAsked());
  return peer.phone.types(/[1-9A-HJ-NP-TV-Z]{8}/u.exec(printed)?.[0] ?? '');
}

test('the command that links a device shows the code, waits for the telephone, and says that it is connected', async () => {
  const peer = await createPeer();
  const env = { DATA_DIR: folder(), ...settingsFor(peer.url) };
  const pair = startGelombang({ args: ['whatsapp', 'pair', '--code', peer.number], env });
  expect(await typeCode(peer, await pair.says(/Ketik kode [1-9A-Z]{8} di/u))).toBe(true);
  const { code, printed } = await pair.ended;
  expect([code, printed.includes(`tersambung dengan nomor ${peer.number}`)]).toEqual([0, true]);
  await peer.close();
});

test('where every attempt fails at once the command ends, and says so', async () => {
  const env = { DATA_DIR: folder(), ...settingsFor(`ws://127.0.0.1:${await freePort()}`) };
  const { code, printed } = await startGelombang({ args: ['whatsapp', 'pair'], env }).ended;
  expect([code, printed.includes('Belum ada perangkat WhatsApp yang ditautkan')]).toEqual([1, true]);
});

describeOn('mongo', 'redis')('with several processes', () => {
  test('orders reach whichever process holds the account, while it works', async () => {
    const peer = await createPeer();
    const settings = { ...(await newServers()).settings, ...settingsFor(peer.url) };
    const { service } = await openService(folder(), settings, { role: 'worker', demo: false });
    const env = { DATA_DIR: folder(), ...settings };
    const pair = startGelombang({ args: ['whatsapp', 'pair', '--code', peer.number], env });
    expect(await typeCode(peer, await pair.says(/Ketik kode [1-9A-Z]{8} di/u))).toBe(true);
    expect((await pair.ended).code).toBe(0);
    expect(service.whatsapp?.link.state()).toMatchObject({ state: 'open', number: peer.number });
    const address = `whatsapp:${peer.person(7).number}`;
    expect((await startGelombang({ args: ['user', 'add', 'Bu Sari', '--address', address], env }).ended).code).toBe(0);
    const [officer] = opened(await service.office.officers.lookThrough({ after: '', limit: 1 }));
    expect(officer?.address).toBe(addressOf(service.office.fingerprint, 'whatsapp', peer.person(7).lid));
    peer.restrict(2_000_000_000);
    await peer.until(() => service.whatsapp?.link.state().pushes === 'restricted');
    const other = await wire({ config: toConfig(env), log: () => {}, sentences: await loadSentences(), demo: false });
    const { channelOf } = other.office;
    expect(await channelOf('whatsapp').whyStopped?.()).toBe('restricted');
    expect(await other.askLink({ type: 'link-resume' })).toMatchObject({ state: 'open', pushes: null });
    expect(service.whatsapp?.link.state().pushes).toBeNull();
    expect(await channelOf('whatsapp').whyStopped?.()).toBeNull();
    expect(await other.askLink({ type: 'link-logout' })).toMatchObject({ number: null });
    await other.stop();
    expect(service.whatsapp?.link.state().state).toBe('unlinked');
    await peer.close();
  }, 120_000);
});
