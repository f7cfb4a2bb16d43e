import { afterEach } from 'vitest';

import { manageOfficers } from '../../src/app/manage-officers.ts';
import type { Right } from '../../src/domain/officer.ts';
import { addDays, localParts, toEpoch } from '../../src/language/calendar.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import { openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

const zone = 'Asia/Jakarta';
/** Officers, by their ids there. */
export const [dewi, hasan, rudi] = [101, 102, 103] as const;

/** The service on the offline Bot API, at ten in the morning of a day to come; ended with the test. */
export async function openBot(officers: Readonly<Record<number, readonly Right[]>>) {
  const peer = await createPeer();
  endings.push(() => peer.close());
  const settings = { TELEGRAM_BOT_TOKEN: peer.token, TELEGRAM_API_ROOT: peer.root };
  const data = folder();
  const { service } = await openService(data, settings, { demo: false });
  const tomorrow = addDays(localParts(service.clock.now(), zone).date, 1);
  service.moveClock?.(toEpoch(tomorrow, '10:00', zone));
  const { office, accountOf } = service;
  const track = { id: 'koding', tenant: office.tenant.id, name: 'Koding', state: 'open', order: 1 } as const;
  await office.tracks.create(track.id, track);
  for (const [user, rights] of Object.entries(officers)) {
    const name = { [dewi]: 'Dewi', [hasan]: 'Hasan', [rudi]: 'Rudi' }[user] ?? user;
    await manageOfficers(office, accountOf, { type: 'add', name, channel: 'telegram', user, rights: [...rights] });
  }
  const settle = async (id: number): Promise<void> => {
    for (let before = -1; before !== peer.person(id).sees().length;) {
      await service.settle();
      before = peer.person(id).sees().length;
      service.moveClock?.(service.clock.now() + 1500);
      await service.settle();
    }
  };
  /** Writes, or sends a picture, and resolves with all that came back. */
  const say = async (id: number, ...acts: readonly (string | Uint8Array)[]): Promise<string> => {
    const person = peer.person(id);
    let seen = person.sees().length;
    for (const act of acts) {
      seen = person.sees().length;
      if (typeof act === 'string') person.says(act);
      else person.sendsFile(act);
      await peer.until(() => peer.pending() === 0);
      await settle(id);
    }
    return person
      .sees()
      .slice(seen)
      .map(({ text }) => text)
      .join('\n---\n');
  };
  const work = async (): Promise<void> => {
    for (let sweeps = 0; sweeps < 4; sweeps += 1) {
      service.moveClock?.(service.clock.now() + 10_000);
      await service.sweep();
    }
  };
  /** The time of the service, on the clocks of the regency: `days` from the first morning. */
  const moveTo = (days: number, time: string): void => {
    service.moveClock?.(toEpoch(addDays(tomorrow, days), time, zone) + 40_000);
  };
  const heard = (id: number, part: string): number =>
    peer
      .person(id)
      .sees()
      .filter(({ text }) => text.includes(part)).length;
  return { data, peer, service, say, work, moveTo, heard };
}
