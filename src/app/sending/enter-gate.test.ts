import { expect, test } from 'vitest';

import type { Channel } from '../../domain/channel.ts';
import { toGroup } from '../../domain/group-chat.ts';
import type { Gate, GateAsk } from '../../domain/ports/addresses.ts';
import type { Delivery, Mark } from '../../domain/ports/deliveries.ts';
import { enterGate } from './enter-gate.ts';
import type { Sending, Verdict } from './sending.ts';

const isOpen: Gate = { type: 'open', flight: 1, chat: 'c' };
const hadOneToday: Gate = { type: 'shut', why: 'today' };
const isNight: Mark = { type: 'quiet' };
const runs: Verdict = { type: 'go' };
const isCancelled: Verdict = { type: 'cancelled', code: 'cancelled' };

/** What is written to a push that may not go before tomorrow. */
async function fateOf(gate: Gate, verdict: Verdict): Promise<readonly string[]> {
  const written: string[] = [];
  const now = Date.UTC(2026, 10, 3, 13);
  const use = {
    clock: { now: () => now, wall: () => now, monotonic: () => now },
    addresses: { enter: async () => gate, leave: async () => undefined, replies: async () => null },
    deliveries: {
      mark: async () => isNight,
      close: async (_id: string, _attempt: number, state: string) => void written.push(state),
      postpone: async () => void written.push('asleep'),
    },
    mayGo: async () => verdict,
  };
  const row = { id: 'd', address: 'a', class: 'announcement', attempt: 0, zone: 'Asia/Jakarta', yields: true };
  const channel = { limits: { perChatMs: 0 } };
  const pass = await enterGate(use as unknown as Sending, channel as Channel, row as Delivery);
  expect(pass).toBeNull();
  return written;
}

test.each([
  ['after the push of the day', hadOneToday],
  ['in the quiet hours', isOpen],
])('what would sleep until tomorrow, %s, is closed when its announcement is cancelled', async (_when, gate) => {
  expect(await fateOf(gate, runs)).toEqual(['asleep']);
  expect(await fateOf(gate, isCancelled)).toEqual(['cancelled']);
});

test.each([
  ['a person', {}, 1000],
  ['a group', toGroup, 3000],
])('after a message to %s so long nothing else goes there', async (_whom, to, pace) => {
  const asked: number[] = [];
  const put: number[] = [];
  const use = {
    clock: { now: () => 0, wall: () => 0, monotonic: () => 0 },
    addresses: {
      enter: async (_id: string, { perChatMs }: GateAsk) => {
        asked.push(perChatMs);
        return { type: 'shut', why: 'soon' };
      },
    },
    deliveries: { defer: async (_id: string, _attempt: number, inMs: number) => void put.push(inMs) },
    queue: { wake: async () => undefined },
  };
  const depends = { on: 'd', version: 0, fields: { type: 'announcement', ...to } };
  const row = { id: 'd', address: 'a', class: 'announcement', attempt: 0, zone: 'Asia/Jakarta', depends };
  const channel = { limits: { perChatMs: 1000, perGroupMs: 3000 } };
  await enterGate(use as unknown as Sending, channel as Channel, row as unknown as Delivery);
  expect([asked, put]).toEqual([[pace], [pace]]);
});
