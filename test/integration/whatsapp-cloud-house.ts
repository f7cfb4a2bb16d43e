import { afterEach } from 'vitest';

import type { Service, Wiring } from '../../src/wire/service.ts';
import { createCloudPeer } from '../peers/whatsapp-cloud/peer.ts';
import type { CloudPeer, CloudPeerOptions } from '../peers/whatsapp-cloud/peer.ts';
import { openService } from './open-page.ts';

export const verifyToken = 'kata-sandi-uji';

/** The whole service beside the offline Cloud API, which delivers to its door. */
export interface CloudHouse {
  readonly peer: CloudPeer;
  readonly service: Service;
  /** The door's address for deliveries. */
  readonly url: string;
}

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

export async function openCloudHouse(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
  how: Partial<Wiring> = {},
  options: CloudPeerOptions = {},
): Promise<CloudHouse> {
  const peer = await createCloudPeer(options);
  endings.push(() => peer.close());
  const cloud = {
    WHATSAPP_CLOUD_TOKEN: peer.token,
    WHATSAPP_CLOUD_PHONE_ID: peer.phoneId,
    WHATSAPP_CLOUD_APP_SECRET: peer.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken,
    WHATSAPP_CLOUD_API_ROOT: peer.root,
  };
  const { service, port } = await openService(folder, { ...cloud, ...settings }, how);
  const url = `http://127.0.0.1:${port}/whatsapp-cloud/masuk`;
  if ((await peer.subscribe(url, verifyToken)) !== 200) throw new Error('not subscribed');
  return { peer, service, url };
}
