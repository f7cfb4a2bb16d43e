/** The other side of `bench/whatsapp.ts` in a process of its own: the loopback WhatsApp and the people who write there. */
import { BufferJSON } from '@whiskeysockets/baileys';

import { silenceLibsignal } from '../src/channels/whatsapp/repairs.ts';
import type { Person } from '../test/peers/whatsapp/contact.ts';
import { createPeer } from '../test/peers/whatsapp/peer.ts';

/** What it is told: let so many people say so much, each with two messages under way; or break every connection. */
export type Wish =
  | { readonly type: 'talk'; readonly people: number; readonly turns: number }
  | { readonly type: 'cut' }
  | { readonly type: 'end' };

export type Told =
  | { readonly type: 'there'; readonly url: string; readonly credentials: string }
  /** `tookMs`: from each message to its reply, as the person reads it. */
  | {
      readonly type: 'talked';
      readonly tookMs: readonly number[];
      readonly seconds: number;
      readonly unreadable: number;
    };

/** So that every reply crosses what its person says next. */
const underway = 2;

silenceLibsignal();
const peer = await createPeer();
process.on('message', (wish: Wish) => void fulfil(wish));
tell({ type: 'there', url: peer.url, credentials: JSON.stringify(peer.credentials(), BufferJSON.replacer) });

async function fulfil(wish: Wish): Promise<void> {
  if (wish.type === 'talk') await talk(wish.people, wish.turns);
  if (wish.type === 'cut') peer.cut();
  if (wish.type === 'end') process.exit(0);
}

async function talk(count: number, turns: number): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => peer.person(index + 1));
  const unreadableBefore = countUnreadable(people);
  const begun = performance.now();
  const took = await Promise.all(people.map((person) => converse(person, Math.ceil(turns / count))));
  const seconds = (performance.now() - begun) / 1000;
  tell({ type: 'talked', tookMs: took.flat(), seconds, unreadable: countUnreadable(people) - unreadableBefore });
}

/** Says so much, one thing for each reply; resolves with how long each reply took. */
async function converse(person: Person, turns: number): Promise<readonly number[]> {
  const before = person.heard().length;
  const saidAt: number[] = [];
  const took: number[] = [];
  const say = (): void => {
    if (saidAt.length >= turns) return;
    saidAt.push(performance.now());
    person.says(`pesan ${saidAt.length}`);
  };
  for (let first = 0; first < underway; first += 1) say();
  await peer.until(() => {
    while (took.length < person.heard().length - before) {
      took.push(performance.now() - (saidAt[took.length] ?? 0));
      say();
    }
    return took.length >= turns;
  });
  return took;
}

function countUnreadable(people: readonly Person[]): number {
  return people.reduce((sum, person) => sum + person.unreadable().length, 0);
}

function tell(told: Told): void {
  process.send?.(told);
}
