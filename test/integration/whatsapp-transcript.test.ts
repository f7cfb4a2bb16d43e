import { afterEach, expect, test } from 'vitest';

import type { Channel } from '../../src/domain/channel.ts';
import { listChoices } from '../../src/domain/parts.ts';
import type { Out } from '../../src/engine/turn.ts';
import type { Service } from '../../src/wire/service.ts';
import { createPeer } from '../peers/whatsapp/peer.ts';
import type { Peer } from '../peers/whatsapp/peer.ts';
import { describeOn } from '../servers/use-servers.ts';
import { quietLibsignal } from './meet-whatsapp.ts';
import { openService } from './open-page.ts';
import { registration } from './resident.ts';
import { useFolders } from './temporary-folder.ts';
import { useServers } from './use-servers.ts';

quietLibsignal();
const folder = useFolders();
const newServers = useServers();
const peers: Peer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

type Act = (typeof registration)[number];

/** Simulated phones: what the others' conversation must be. */
async function overSimulator(): Promise<(act: Act) => Promise<readonly Out[]>> {
  const { service } = await openService(folder());
  let seen = 0;
  let last: Out | undefined;
  return async (act) => {
    const label = 'tap' in act ? choiceOf(last, act.tap).label : '';
    const tapped = last?.choices?.find((choice) => choice.label === label)?.id ?? '';
    await service.simulator.say('warga1', 'tap' in act ? { tap: tapped } : act, `tindakan-${seen}`);
    await service.settle();
    const fresh = service.simulator.feed.since(seen);
    seen = fresh.at(-1)?.seq ?? seen;
    const outs = fresh.flatMap(({ out }) => out ?? []);
    last = outs.at(-1);
    return outs;
  };
}

/** A device that is linked by its QR code, in a whole service. */
async function openWhatsapp(servers: Readonly<Record<string, string>>): Promise<{ peer: Peer; service: Service }> {
  const peer = await createPeer();
  peers.push(peer);
  const settings = { WHATSAPP: 'on', WHATSAPP_SERVER: peer.url, WHATSAPP_CHECK_SIGNATURES: 'off', ...servers };
  const { service } = await openService(folder(), settings, { withChannel: unpaced });
  const link = service.whatsapp?.link;
  link?.pair(null);
  await until(() => link?.state().qr != null);
  await peer.phone.scans(link?.state().qr ?? '');
  await until(() => link?.state().state === 'open');
  return { peer, service };
}

/** Nobody in a test waits a second between two messages. */
function unpaced(channel: Channel): Channel {
  return { ...channel, limits: { ...channel.limits, perSecond: 1000, perChatMs: 0 } };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

function choiceOf(out: Out | undefined, start: string): { readonly label: string; readonly number: number } {
  const choices = out?.choices ?? [];
  const index = choices.findIndex(({ label }) => label.startsWith(start));
  return { label: choices[index]?.label ?? '', number: index + 1 };
}

/** Registers over the device as on a simulated phone; a choice is answered with the number or the word of its line. Resolves with all that was heard. */
async function register(servers: Readonly<Record<string, string>> = {}): Promise<string> {
  const reference = await overSimulator();
  const { peer, service } = await openWhatsapp(servers);
  const person = peer.person(7);
  let last: Out | undefined;
  let count = 0;
  const said: string[] = [];
  for (const act of registration) {
    const picked = 'tap' in act ? choiceOf(last, act.tap) : null;
    const typed = 'text' in act ? act.text : '';
    const outs = await reference(act);
    person.says(picked === null ? typed : last?.unnumbered === true ? picked.label : String(picked.number));
    count += outs.length;
    await until(() => person.texts().length >= count);
    await service.settle();
    expect(person.texts().slice(count - outs.length)).toEqual(outs.map(listChoices));
    last = outs.at(-1);
    said.push(...person.texts().slice(count - outs.length));
  }
  expect([...person.unreadable(), ...peer.unknown()]).toEqual([]);
  return said.join('\n');
}

test('a registration over the real Baileys is the conversation of the simulated phones, with its choices as lines', async () => {
  expect(await register()).toContain('nomor PD-0001');
});

describeOn('mongo', 'redis')('with MongoDB and Redis', () => {
  test('it is the same conversation', async () => {
    expect(await register((await newServers()).settings)).toContain('nomor PD-0001');
  }, 90_000);
});
