import { expect, test } from 'vitest';

import { addressOf } from '../../src/app/receive-message.ts';
import { readKey } from '../../src/store/key-file.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { createCloudPeer } from '../peers/whatsapp-cloud/peer.ts';
import type { CloudPeer } from '../peers/whatsapp-cloud/peer.ts';
import { freePort } from '../servers/free-port.ts';
import { startGelombang } from './start-process.ts';
import type { Started } from './start-process.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const number = '6281200000007';
const verifyToken = 'kata-sandi-uji';

async function serve(peer: CloudPeer, dataDir: string, port: number): Promise<Started> {
  const env = {
    DATA_DIR: dataDir,
    PORT: String(port),
    WHATSAPP_CLOUD_TOKEN: peer.token,
    WHATSAPP_CLOUD_PHONE_ID: peer.phoneId,
    WHATSAPP_CLOUD_APP_SECRET: peer.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken,
    WHATSAPP_CLOUD_API_ROOT: peer.root,
  };
  const service = startGelombang({ args: ['serve'], env });
  await service.says(/WhatsApp resmi: hidup/u);
  return service;
}

/** How the rows of the person ended, as the next process would read them. */
async function statesIn(dataDir: string, peer: CloudPeer): Promise<readonly string[]> {
  const store = openSqlite({ dataDir, key: readKey(dataDir, undefined), clock: { now: () => Date.now() } });
  const address = addressOf(store.fingerprint, `whatsapp-cloud:${peer.phoneId}`, number);
  const rows = await store.deliveries.latest(address, 10);
  await store.close();
  return rows.map(({ state, receipt }) => `${state}, ${receipt}`);
}

test.each([
  ['its message was acknowledged', (peer: CloudPeer) => peer.attempts().length > 0],
  ['the platform took the answer', (peer: CloudPeer) => peer.messages().length > 0],
])(
  'killed the moment %s, the service answers once',
  async (_name, moment) => {
    const [dataDir, port, peer] = [folder(), await freePort(), await createCloudPeer()];
    try {
      const first = await serve(peer, dataDir, port);
      await peer.subscribe(`http://127.0.0.1:${port}/whatsapp-cloud/masuk`, verifyToken);
      peer.person(number).says('halo');
      await peer.until(() => moment(peer));
      first.kill('SIGKILL');
      await first.ended;

      const second = await serve(peer, dataDir, port);
      await peer.until(() => peer.messages().length > 0 && peer.pending() === 0);
      second.kill('SIGTERM');
      await second.ended;
      expect(await statesIn(dataDir, peer)).toEqual(['sent, read']);
      expect(peer.person(number).sees()).toHaveLength(1);
    } finally {
      await peer.close();
    }
  },
  90_000,
);
