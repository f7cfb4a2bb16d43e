import { describe, expect, test } from 'vitest';

import type { Clock } from '../../domain/ports/clock.ts';
import { simulator } from './client.ts';
import type { Simulator } from './client.ts';
import { noFaults } from './faults.ts';
import type { Faults } from './faults.ts';

interface Desk {
  readonly phones: Simulator;
  /** What the service took in, in the order it came: its text, and the platform's order. */
  readonly taken: (readonly [text: string, order: number])[];
  /** Moves the time, and lets everything happen that is ready then. */
  readonly pass: (ms: number) => Promise<void>;
}

function openDesk(faults: Partial<Faults>): Desk {
  let now = 1_000_000;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    wall: () => now,
    monotonic: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  const taken: (readonly [string, number])[] = [];
  const receive = async (messages: Parameters<Parameters<typeof simulator>[0]['receive']>[0]): Promise<void> => {
    for (const { input, order } of messages) taken.push([input.type === 'text' ? input.text : input.type, order]);
  };
  const phones = simulator({ receive, clock });
  expect(phones.setFaults({ ...noFaults, ...faults })).toBe(true);
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) run();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  };
  return { phones, taken, pass };
}

const part = { text: 'Halo' };
const send = (phones: Simulator, signal = new AbortController().signal) =>
  phones.send('warga1', part, 'kiriman.1', signal);
const shown = (phones: Simulator) => phones.feed.since(0).filter(({ out }) => out !== undefined);

describe('what a person does', () => {
  test('is on their phone at once, and marked when the service has it', async () => {
    const { phones, taken } = openDesk({});
    expect(await phones.say('warga1', { text: 'halo' }, 'satu')).toBe(true);
    expect(phones.feed.since(0)).toMatchObject([{ said: { text: 'halo' }, act: 'satu' }, { received: 'satu' }]);
    expect(taken).toHaveLength(1);
  });

  test.each([
    ['nobody', 'Warga 1', { text: 'a' }],
    ['two things at once', 'warga1', { text: 'a', tap: 'b' }],
    ['an empty tap', 'warga1', { tap: '' }],
    ['a place outside the world', 'warga1', { location: { lat: 91, lon: 0 } }],
    ['a number without its country', 'warga1', { contact: '0812345678' }],
  ])('is nothing when it is %s', async (_name, person, act) => {
    const { phones, taken } = openDesk({});
    expect(await phones.say(person, act, 'satu')).toBe(false);
    expect([phones.feed.since(0), taken]).toEqual([[], []]);
  });

  test('stands on the phone once, however often it is repeated', async () => {
    const { phones } = openDesk({});
    for (let time = 0; time < 3; time += 1) await phones.say('warga1', { text: 'halo' }, 'satu');
    expect(phones.feed.since(0).filter(({ said }) => said !== undefined)).toHaveLength(1);
  });

  test('comes twice on demand, with the same order', async () => {
    const { phones, taken } = openDesk({ duplicate: true });
    await phones.say('warga1', { text: 'halo' }, 'satu');
    expect(taken.map(([text]) => text)).toEqual(['halo', 'halo']);
    expect(taken[0]).toEqual(taken[1]);
  });

  test('is held back and comes in reverse on demand, with the order in which it was said', async () => {
    const { phones, taken, pass } = openDesk({ reorder: true });
    const said = ['satu', 'dua', 'tiga'].map((text) => phones.say('warga1', { text }, text));
    await pass(1000);
    expect(taken).toEqual([]);
    await pass(1000);
    await Promise.all(said);
    expect(taken.map(([text]) => text)).toEqual(['tiga', 'dua', 'satu']);
    const orders = taken.map(([, order]) => order);
    expect(orders).toEqual(orders.toSorted((a, b) => b - a));
  });

  test('is not lost when the service stops while it is held back', async () => {
    const { phones, taken } = openDesk({ reorder: true });
    void phones.say('warga1', { text: 'halo' }, 'satu');
    await phones.stop();
    expect(taken).toHaveLength(1);
  });
});

describe('what the service sends', () => {
  test.each<[Faults['send'], number, object]>([
    ['none', 1, { type: 'sent' }],
    ['lost_answer', 1, { type: 'uncertain' }],
    ['server_error', 0, { type: 'uncertain' }],
    ['too_many', 0, { type: 'retry', scope: 'account' }],
    ['blocked', 0, { type: 'failed', blame: 'address' }],
  ])('with the fault "%s" is seen %i times, and the answer says what it may', async (fault, seen, answer) => {
    const { phones } = openDesk({ send: fault });
    expect(await send(phones)).toMatchObject(answer);
    expect(shown(phones)).toHaveLength(seen);
  });

  test('takes its time on demand', async () => {
    const { phones, pass } = openDesk({ latencyMs: 2000 });
    const sent = send(phones);
    await pass(1999);
    expect(shown(phones)).toEqual([]);
    await pass(1);
    expect(await sent).toMatchObject({ type: 'sent' });
  });

  test('is in doubt, and not seen, when it is given up on the way', async () => {
    const { phones, pass } = openDesk({ latencyMs: 2000 });
    const given = new AbortController();
    const sent = send(phones, given.signal);
    given.abort();
    expect(await sent).toMatchObject({ type: 'uncertain' });
    await pass(5000);
    expect(shown(phones)).toEqual([]);
  });
});

test.each([
  ['a fault that is none', { send: 'meledak' }],
  ['an endless delay', { latencyMs: 60_000 }],
  ['half of the switches', { latencyMs: undefined }],
])('%s changes nothing', (_name, wrong) => {
  const { phones } = openDesk({});
  expect(phones.setFaults({ ...noFaults, ...wrong })).toBe(false);
  expect(phones.faults()).toEqual(noFaults);
});
