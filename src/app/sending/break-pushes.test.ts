import { expect, test } from 'vitest';

import type { Channel, SendResult } from '../../domain/channel.ts';
import { breakPushes } from './break-pushes.ts';

/** A channel that answers as it is told, behind a breaker, on a clock that is moved by hand. */
function open(own: Partial<Channel> = {}) {
  let now = 0;
  let answer: SendResult = { type: 'sent', platformId: '1' };
  const events: string[] = [];
  const clock = { now: () => now, wall: () => now, monotonic: () => now, after: () => () => undefined };
  const channel = { kind: 'simulator', send: async () => answer, ...own } as unknown as Channel;
  const broken = breakPushes(channel, { clock, log: (event) => void events.push(event) });
  return {
    broken,
    events,
    pass: (ms: number) => void (now += ms),
    send: async (result: SendResult, times = 1) => {
      answer = result;
      for (let index = 0; index < times; index++) await broken.send('c', { text: '' }, 'id', AbortSignal.timeout(1000));
    },
  };
}

const broken: SendResult = { type: 'uncertain', code: '503' };
const sent: SendResult = { type: 'sent', platformId: '1' };

test('a storm of doubts holds pushes back, and three good answers let them go again', async () => {
  const channel = open();
  await channel.send(broken, 9);
  expect(channel.broken.pushesStopped?.()).toBeNull();
  await channel.send(broken);
  expect(channel.broken.pushesStopped?.()).toBe('platform_unsteady');
  expect(await channel.broken.whyStopped?.()).toBe('platform_unsteady');
  channel.pass(30_000);
  expect(channel.broken.pushesStopped?.()).toBeNull();
  await channel.send(sent, 3);
  expect(channel.events).toEqual(['pushes open', 'pushes trying', 'pushes closed']);
});

test('what is certainly not taken opens nothing', async () => {
  const channel = open();
  await channel.send({ type: 'retry', afterMs: 1000, scope: 'account', code: '429' }, 50);
  expect(channel.broken.pushesStopped?.()).toBeNull();
});

test('while it tries, one call at a time shows whether it is over', async () => {
  const answers: ((result: SendResult) => void)[] = [];
  let waits = false;
  const channel = open({
    send: async () => (waits ? new Promise<SendResult>((resolve) => answers.push(resolve)) : broken),
  });
  await channel.send(broken, 10);
  channel.pass(30_000);
  waits = true;
  const call = channel.broken.send('c', { text: '' }, 'id', AbortSignal.timeout(1000));
  expect(channel.broken.pushesStopped?.()).toBe('platform_unsteady');
  answers[0]?.(broken);
  await call;
  channel.pass(59_000);
  expect(channel.broken.pushesStopped?.()).toBe('platform_unsteady');
  channel.pass(1000);
  expect(channel.broken.pushesStopped?.()).toBeNull();
});

test('why the channel itself stopped goes before', () => {
  expect(open({ pushesStopped: () => 'restricted' }).broken.pushesStopped?.()).toBe('restricted');
});
